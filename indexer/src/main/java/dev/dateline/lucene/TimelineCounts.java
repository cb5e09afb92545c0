package dev.dateline.lucene;

import dev.dateline.index.Filter;
import dev.dateline.index.Interval;
import dev.dateline.index.SearchRequest;
import dev.dateline.index.Timeline;
import java.io.IOException;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.LongSummaryStatistics;

/** How many documents of a set were published in each interval. */
final class TimelineCounts {

  private TimelineCounts() {}

  /** The timeline that a request asks for of the documents that it finds. */
  static Timeline of(HitSet set, SearchRequest request, Interval asked, Instant asOf)
      throws IOException {
    List<DatedHits> dated = DatedHits.of(set, request.zone());
    long undated = set.size() - dated.stream().mapToLong(DatedHits::size).sum();
    LongSummaryStatistics span = span(request, asOf);
    for (DatedHits each : dated) {
      each.span(span);
    }
    if (span.getCount() == 0) {
      return new Timeline(asked == Interval.AUTO ? Interval.DAY : asked, List.of(), undated);
    }
    Instant first = Instant.ofEpochMilli(span.getMin());
    Instant last = Instant.ofEpochMilli(span.getMax());
    Calendar calendar = new Calendar(request.zone());
    boolean daysOnly = dated.stream().anyMatch(DatedHits::daysOnly);
    Interval interval = calendar.choose(asked, first, last, daysOnly);
    return new Timeline(interval, counts(dated, calendar.starts(interval, first, last)), undated);
  }

  /** The instants from which and up to which the request wants articles, as far as it says. */
  private static LongSummaryStatistics span(SearchRequest request, Instant asOf) {
    LongSummaryStatistics span = new LongSummaryStatistics();
    for (Filter filter : request.filters()) {
      if (filter instanceof Filter.Published published) {
        if (published.from() != null) {
          span.accept(DatedHits.nearest(Millis.of(published.from())));
        }
        if (published.until() != null) {
          span.accept(DatedHits.nearest(Millis.minus(Millis.of(published.until()), 1)));
        }
      } else if (filter instanceof Filter.Within within) {
        long now = Millis.of(asOf);
        span.accept(DatedHits.nearest(Millis.minus(now, within.age().toMillis())));
        span.accept(DatedHits.nearest(now));
      }
    }
    return span;
  }

  private static List<Timeline.Count> counts(List<DatedHits> dated, List<ZonedDateTime> starts)
      throws IOException {
    long[] from = starts.stream().mapToLong(start -> start.toInstant().toEpochMilli()).toArray();
    long[] counts = new long[from.length];
    for (DatedHits each : dated) {
      each.count(from, counts);
    }
    List<Timeline.Count> list = new ArrayList<>(counts.length);
    for (int i = 0; i < counts.length; i++) {
      list.add(new Timeline.Count(starts.get(i).toOffsetDateTime(), counts[i]));
    }
    return list;
  }
}
