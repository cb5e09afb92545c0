package dev.dateline.server.page;

import dev.dateline.index.Interval;
import dev.dateline.index.SearchParameter;
import dev.dateline.index.Timeline;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The timeline, drawn as bars that lead to the articles of their time.
 *
 * @param interval what a bar stands for, such as "month"
 * @param bars the bars, oldest first
 * @param first when the first begins
 * @param last when the last begins
 * @param undated how many articles are in none; empty for none
 * @param whole the address of the same search at any time, or null where it is that already
 */
public record Bars(
    String interval,
    List<Bar> bars,
    String first,
    String last,
    String undated,
    @Nullable String whole) {

  /** Fewer say nothing, but that it is a time that was chosen. */
  private static final int FEWEST = 2;

  /** The lowest bar of an interval that has any article, in hundredths of the highest. */
  private static final long LOWEST = 4;

  /**
   * A bar.
   *
   * @param link the address of the articles of its time; null where there are none
   * @param label when it is and how many articles there are: "June 2026: 3 articles"
   * @param height in hundredths of the highest
   */
  public record Bar(@Nullable String link, String label, long height) {}

  /** The bars of a timeline, or null where there is nothing to see in them. */
  static @Nullable Bars of(@Nullable Timeline timeline, PageParameters parameters) {
    if (timeline == null || timeline.counts().isEmpty()) {
      return null;
    }
    List<Timeline.Count> counts = timeline.counts();
    Span span = new Span(timeline.interval());
    PageParameters anyTime =
        parameters.without(
            SearchParameter.FROM, SearchParameter.TO, SearchParameter.WHEN, SearchParameter.PAGE);
    long most = counts.stream().mapToLong(Timeline.Count::articles).max().orElse(0);
    List<Bar> bars = new ArrayList<>();
    for (Timeline.Count count : counts) {
      bars.add(bar(count, span, most, anyTime));
    }
    boolean dated = !anyTime.sameAs(parameters.without(SearchParameter.PAGE));
    if (most == 0 || (bars.size() < FEWEST && !dated)) {
      return null;
    }
    return new Bars(
        timeline.interval().text(),
        bars,
        span.name(counts.getFirst().from()),
        span.name(counts.getLast().from()),
        timeline.undated() == 0 ? "" : articles(timeline.undated()),
        dated ? anyTime.link() : null);
  }

  private static Bar bar(Timeline.Count count, Span span, long most, PageParameters anyTime) {
    long articles = count.articles();
    String label = span.name(count.from()) + ": " + articles(articles);
    if (articles == 0) {
      return new Bar(null, label, 0);
    }
    String link =
        anyTime
            .with(SearchParameter.FROM, span.from(count.from()))
            .with(SearchParameter.TO, span.to(count.from()))
            .link();
    return new Bar(link, label, Math.max(LOWEST, 100 * articles / most));
  }

  private static String articles(long count) {
    return String.format(Locale.ENGLISH, "%,d %s", count, count == 1 ? "article" : "articles");
  }

  /** The names and the ends of intervals of one length. */
  private record Span(Interval interval) {

    private static final DateTimeFormatter HOUR = english("d MMM uuuu, HH:mm");
    private static final DateTimeFormatter DAY = english("d MMM uuuu");
    private static final DateTimeFormatter MONTH = english("MMMM uuuu");
    private static final DateTimeFormatter YEAR = english("uuuu");

    /** What people call the interval that starts then. */
    String name(OffsetDateTime start) {
      return switch (interval) {
        case HOUR, AUTO -> HOUR.format(start);
        case DAY -> DAY.format(start);
        case WEEK -> "week of " + DAY.format(start);
        case MONTH -> MONTH.format(start);
        case YEAR -> YEAR.format(start);
      };
    }

    /** For the parameter {@code from}. */
    String from(OffsetDateTime start) {
      return interval == Interval.HOUR ? start.toString() : start.toLocalDate().toString();
    }

    /** For the parameter {@code to}, which includes the day that it names, and no instant. */
    String to(OffsetDateTime start) {
      LocalDate day = start.toLocalDate();
      return switch (interval) {
        case HOUR, AUTO -> start.plusHours(1).toString();
        case DAY -> day.toString();
        case WEEK -> day.plusDays(6).toString();
        case MONTH -> day.plusMonths(1).minusDays(1).toString();
        case YEAR -> day.plusYears(1).minusDays(1).toString();
      };
    }

    private static DateTimeFormatter english(String pattern) {
      return DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH);
    }
  }
}
