package dev.dateline.lucene;

import dev.dateline.index.Filter;
import dev.dateline.index.Interval;
import dev.dateline.index.SearchRequest;
import dev.dateline.index.Timeline;
import java.io.IOException;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.LongSummaryStatistics;
import java.util.function.LongConsumer;

/**
 * How many documents of a set were published in each interval. Their dates are read twice: for the
 * span that they cover, by which the intervals are chosen, and to be counted.
 */
final class TimelineCounts implements LongConsumer {

  private final List<ZonedDateTime> starts;

  /** The first millisecond of each interval. */
  private final long[] from;

  private final long[] counts;

  /** The interval that was counted in last: mostly that of the next document too. */
  private int at;

  private TimelineCounts(List<ZonedDateTime> starts) {
    this.starts = starts;
    this.from = starts.stream().mapToLong(start -> start.toInstant().toEpochMilli()).toArray();
    this.counts = new long[from.length];
  }

  /** The timeline that a request asks for of the documents that it finds. */
  static Timeline of(HitSet set, SearchRequest request, Interval asked, Instant asOf)
      throws IOException {
    PublishedTimes times = new PublishedTimes(set, request.zone());
    LongSummaryStatistics dated = new LongSummaryStatistics();
    times.forEach(dated);
    long undated = set.size() - dated.getCount();
    LongSummaryStatistics span = span(request, asOf);
    span.combine(dated);
    if (span.getCount() == 0) {
      return new Timeline(asked == Interval.AUTO ? Interval.DAY : asked, List.of(), undated);
    }
    Instant first = Instant.ofEpochMilli(span.getMin());
    Instant last = Instant.ofEpochMilli(span.getMax());
    Calendar calendar = new Calendar(request.zone());
    Interval interval = calendar.choose(asked, first, last, times.daysOnly());
    TimelineCounts timeline = new TimelineCounts(calendar.starts(interval, first, last));
    times.forEach(timeline);
    return new Timeline(interval, timeline.counts(), undated);
  }

  /** The instants from which and up to which the request wants articles, as far as it says. */
  private static LongSummaryStatistics span(SearchRequest request, Instant asOf) {
    LongSummaryStatistics span = new LongSummaryStatistics();
    for (Filter filter : request.filters()) {
      if (filter instanceof Filter.Published published) {
        if (published.from() != null) {
          span.accept(PublishedTimes.nearest(Millis.of(published.from())));
        }
        if (published.until() != null) {
          span.accept(PublishedTimes.nearest(Millis.minus(Millis.of(published.until()), 1)));
        }
      } else if (filter instanceof Filter.Within within) {
        long now = Millis.of(asOf);
        span.accept(PublishedTimes.nearest(Millis.minus(now, within.age().toMillis())));
        span.accept(PublishedTimes.nearest(now));
      }
    }
    return span;
  }

  @Override
  public void accept(long millis) {
    boolean same = millis >= from[at] && (at + 1 == from.length || millis < from[at + 1]);
    if (!same) {
      int found = Arrays.binarySearch(from, millis);
      at = found >= 0 ? found : -found - 2;
    }
    counts[at]++;
  }

  private List<Timeline.Count> counts() {
    List<Timeline.Count> list = new ArrayList<>(counts.length);
    for (int i = 0; i < counts.length; i++) {
      list.add(new Timeline.Count(starts.get(i).toOffsetDateTime(), counts[i]));
    }
    return list;
  }
}
