package dev.dateline.cli;

import dev.dateline.index.FacetValue;
import dev.dateline.index.Interval;
import dev.dateline.index.SearchResult;
import dev.dateline.index.Timeline;
import dev.dateline.query.Attribute;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/**
 * The counts of an answer as a person reads them at the terminal: a list for each facet, and the
 * timeline with a bar for each interval.
 *
 * @param width columns of the terminal
 * @param style how headings are set off
 */
record CountText(int width, Style style) {

  /** Columns of the longest bar. */
  private static final int BAR = 40;

  /** Columns of a number, and of the name of an interval. */
  private static final int COLUMNS = "9,999,999".length() + "22 Nov 2026, 08:00".length() + 4;

  /** The counts, each list with an empty line behind it; nothing where nothing was counted. */
  String of(SearchResult result) {
    StringBuilder text = new StringBuilder();
    result.facets().forEach((attribute, values) -> text.append(facet(attribute, values)));
    if (result.timeline() != null) {
      text.append(timeline(result.timeline()));
    }
    return text.toString();
  }

  private String facet(Attribute attribute, List<FacetValue> values) {
    StringBuilder text = new StringBuilder(heading(attribute.label()));
    for (FacetValue value : values) {
      text.append(line(value.articles(), TerminalText.plain(value.value())));
    }
    return text.append('\n').toString();
  }

  private String timeline(Timeline timeline) {
    StringBuilder text = new StringBuilder(heading("by " + timeline.interval().text()));
    DateTimeFormatter format = format(timeline.interval());
    long most = timeline.counts().stream().mapToLong(Timeline.Count::articles).max().orElse(0);
    for (Timeline.Count count : timeline.counts()) {
      String name = String.format(Locale.ROOT, "%-18s  ", format.format(count.from()));
      text.append(line(count.articles(), name + bar(count.articles(), most)));
    }
    if (timeline.undated() > 0) {
      text.append(line(timeline.undated(), "undated"));
    }
    return text.append('\n').toString();
  }

  private String heading(String text) {
    return style.bold(text) + '\n';
  }

  private static String line(long count, String what) {
    return String.format(Locale.ENGLISH, "%,9d  %s", count, what).stripTrailing() + '\n';
  }

  /** A bar as long as a count is large beside the largest one; a single article can be seen. */
  private String bar(long count, long most) {
    long longest = Math.clamp(width - COLUMNS, 1, BAR);
    return "▇".repeat(Math.toIntExact((count * longest + most - 1) / Math.max(1, most)));
  }

  private static DateTimeFormatter format(Interval interval) {
    String pattern =
        switch (interval) {
          case AUTO -> throw new IllegalArgumentException("no timeline is by " + interval);
          case HOUR -> "d MMM uuuu, HH:mm";
          case DAY, WEEK -> "d MMM uuuu";
          case MONTH -> "MMM uuuu";
          case YEAR -> "uuuu";
        };
    return DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH);
  }
}
