package dev.dateline.index;

import dev.dateline.article.Article;
import dev.dateline.article.Published;
import dev.dateline.article.Status;
import dev.dateline.query.Attribute;
import java.text.Normalizer;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What an index should count, found by looking at each article.
 *
 * @param articles what was added and not deleted since
 * @param words those of the query: all of them must be in the body, or any, as the request has it
 */
record CountOracle(Collection<Article> articles, SearchRequest request, Set<String> words) {

  /** The articles that the request finds, if its filters were these. */
  List<Article> found(List<Filter> filters) {
    return articles.stream()
        .filter(article -> isVisible(article.status()))
        .filter(article -> matches(article.body()))
        .filter(article -> filters.stream().allMatch(filter -> meets(article, filter)))
        .toList();
  }

  private boolean matches(List<String> body) {
    return (request.match() == Match.ANY && !words.isEmpty())
        ? words.stream().anyMatch(body::contains)
        : body.containsAll(words);
  }

  private static boolean isVisible(Status status) {
    return switch (status) {
      case Status.Usable usable -> true;
      case Status.Withdrawn withdrawn -> false;
      case Status.Embargoed embargoed -> embargoed.until().isBefore(Instant.now());
    };
  }

  private boolean meets(Article article, Filter filter) {
    return switch (filter) {
      case Filter.AnyOf any -> has(article, any.attribute(), any.values());
      case Filter.NoneOf none -> !has(article, none.attribute(), none.values());
      case Filter.Published span -> isPublished(article.published(), span);
      case Filter.Within within -> throw new IllegalArgumentException("not asked for here");
    };
  }

  private static boolean has(Article article, Attribute attribute, Set<String> values) {
    return values.stream()
        .map(CountOracle::folded)
        .anyMatch(
            wanted ->
                values(article, attribute).stream()
                    .map(CountOracle::folded)
                    .anyMatch(value -> holds(attribute, wanted, value)));
  }

  private static boolean holds(Attribute attribute, String wanted, String value) {
    return value.equals(wanted)
        || (attribute == Attribute.DOMAIN && value.endsWith("." + wanted))
        || (attribute == Attribute.LANGUAGE && value.startsWith(wanted + "-"));
  }

  private boolean isPublished(Published published, Filter.Published span) {
    Instant from = Objects.requireNonNull(span.from());
    Instant last = Objects.requireNonNull(span.until()).minusMillis(1);
    if (published == null) {
      return false;
    }
    return switch (published.precision()) {
      case INSTANT -> !published.at().isBefore(from) && !published.at().isAfter(last);
      case DAY ->
          !published.day().isBefore(LocalDate.ofInstant(from, request.zone()))
              && !published.day().isAfter(LocalDate.ofInstant(last, request.zone()));
    };
  }

  private static List<String> values(Article article, Attribute attribute) {
    return switch (attribute) {
      case SOURCE -> article.source() == null ? List.of() : List.of(article.source().name());
      case DOMAIN -> Stream.ofNullable(article.domain()).toList();
      case SECTION -> Stream.ofNullable(article.section()).toList();
      case AUTHOR -> article.authors();
      case TAG -> article.tags();
      case LANGUAGE -> Stream.ofNullable(article.language()).toList();
    };
  }

  static String folded(String value) {
    return Normalizer.normalize(value.toLowerCase(Locale.ROOT), Normalizer.Form.NFD)
        .replaceAll("\\p{M}", "");
  }

  /**
   * How many articles each value of an attribute should find, by the folded values: those that some
   * article has, and those that are chosen.
   */
  TreeMap<String, Long> facet(Attribute attribute) {
    List<Article> counted = found(others(attribute));
    TreeMap<String, Long> counts = new TreeMap<>();
    Stream.concat(
            counted.stream().flatMap(article -> values(article, attribute).stream()),
            chosen(attribute).stream())
        .map(CountOracle::folded)
        .forEach(
            value ->
                counts.computeIfAbsent(
                    value,
                    each ->
                        counted.stream()
                            .filter(article -> has(article, attribute, Set.of(each)))
                            .count()));
    return counts;
  }

  /** The values of an attribute that the request chooses. */
  Set<String> chosen(Attribute attribute) {
    return request.filters().stream()
        .filter(each -> each instanceof Filter.AnyOf any && any.attribute() == attribute)
        .flatMap(each -> ((Filter.AnyOf) each).values().stream())
        .map(CountOracle::folded)
        .collect(Collectors.toSet());
  }

  private List<Filter> others(Attribute attribute) {
    List<Filter> others = new ArrayList<>(request.filters());
    others.removeIf(each -> each instanceof Filter.AnyOf any && any.attribute() == attribute);
    return others;
  }

  /** Whether an article has this value itself. */
  boolean isMet(Attribute attribute, String value) {
    return found(others(attribute)).stream()
        .flatMap(article -> values(article, attribute).stream())
        .anyMatch(each -> folded(each).equals(value));
  }

  /** How many articles have no date. */
  long undated() {
    return found(request.filters()).stream().filter(each -> each.published() == null).count();
  }

  /** The timeline by an interval, in zones whose clocks are set by whole hours. */
  TreeMap<OffsetDateTime, Long> timeline(Interval interval) {
    TreeMap<OffsetDateTime, Long> counts = new TreeMap<>();
    for (Article article : found(request.filters())) {
      if (article.published() != null) {
        counts.merge(start(interval, time(article.published())), 1L, Long::sum);
      }
    }
    for (Filter filter : request.filters()) {
      if (filter instanceof Filter.Published span) {
        Instant last = Objects.requireNonNull(span.until()).minusMillis(1);
        counts.putIfAbsent(start(interval, span.from().atZone(request.zone())), 0L);
        counts.putIfAbsent(start(interval, last.atZone(request.zone())), 0L);
      }
    }
    return filled(interval, counts);
  }

  /** With the intervals between the first and the last: each of them holds one of these steps. */
  private TreeMap<OffsetDateTime, Long> filled(
      Interval interval, TreeMap<OffsetDateTime, Long> counts) {
    if (!counts.isEmpty()) {
      Duration step = Duration.ofHours(interval == Interval.HOUR ? 1 : 12);
      Instant last = counts.lastKey().toInstant();
      for (Instant at = counts.firstKey().toInstant(); at.isBefore(last); at = at.plus(step)) {
        counts.putIfAbsent(start(interval, at.atZone(request.zone())), 0L);
      }
    }
    return counts;
  }

  private ZonedDateTime time(Published published) {
    return switch (published.precision()) {
      case DAY -> published.day().atStartOfDay(request.zone());
      case INSTANT -> published.at().atZone(request.zone());
    };
  }

  private static OffsetDateTime start(Interval interval, ZonedDateTime time) {
    LocalDate day = time.toLocalDate();
    ZoneId zone = time.getZone();
    ZonedDateTime start =
        switch (interval) {
          case AUTO -> throw new IllegalArgumentException("no interval");
          case HOUR -> time.truncatedTo(ChronoUnit.HOURS);
          case DAY -> day.atStartOfDay(zone);
          case WEEK ->
              day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)).atStartOfDay(zone);
          case MONTH -> day.withDayOfMonth(1).atStartOfDay(zone);
          case YEAR -> day.withDayOfYear(1).atStartOfDay(zone);
        };
    return start.toOffsetDateTime();
  }
}
