package dev.dateline.lucene;

import dev.dateline.index.Timeline;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongConsumer;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.util.FixedBitSet;
import org.jspecify.annotations.Nullable;

/**
 * Documents of a segment that match, as far as a timeline shows them: those that are dated to the
 * millisecond, or those of which only the day is known. Either are sorted by their time, so that
 * those of an interval stand together and are counted as bits.
 */
final class DatedHits {

  private static final long FIRST = startOfYear(Timeline.FIRST_YEAR);
  private static final long END = startOfYear(Timeline.LAST_YEAR + 1);

  private final LeafReader segment;
  private final FixedBitSet hits;

  /** The zone where days start, null for what is dated to the millisecond. */
  private final @Nullable ZoneId zone;

  /** The first document that a timeline shows, and the first after all that it shows. */
  private final int first;

  private final int end;

  private DatedHits(LeafReader segment, FixedBitSet hits, @Nullable ZoneId zone)
      throws IOException {
    this.segment = segment;
    this.hits = hits;
    this.zone = zone;
    SortedDates dates = new SortedDates(segment);
    this.first = dates.since(END);
    this.end = dates.since(FIRST);
  }

  /**
   * The dated documents of a set.
   *
   * @param zone where days start
   */
  static List<DatedHits> of(HitSet set, ZoneId zone) throws IOException {
    List<DatedHits> dated = new ArrayList<>();
    for (HitSet.Segment each : set.segments()) {
      NumericDocValues days = each.reader().getNumericDocValues(Fields.PUBLISHED_DAY);
      FixedBitSet hits = each.hits();
      if (days != null) {
        FixedBitSet ofDays = new FixedBitSet(hits.length());
        ofDays.or(days);
        ofDays.and(hits);
        hits = hits.clone();
        hits.andNot(ofDays);
        dated.add(new DatedHits(each.reader(), ofDays, zone));
      }
      dated.add(new DatedHits(each.reader(), hits, null));
    }
    return dated.stream().filter(each -> each.size() > 0).toList();
  }

  private static long startOfYear(int year) {
    return LocalDate.ofYearDay(year, 1).atStartOfDay(ZoneOffset.UTC).toInstant().toEpochMilli();
  }

  /** The millisecond nearest to this one that a timeline shows. */
  static long nearest(long millis) {
    return Math.clamp(millis, FIRST, END - 1);
  }

  int size() {
    return hits.cardinality(first, end);
  }

  boolean daysOnly() {
    return zone != null;
  }

  /** Shows the times of the first and the last of them, in milliseconds since 1970. */
  void span(LongConsumer visitor) throws IOException {
    visitor.accept(time(hits.nextSetBit(first)));
    visitor.accept(time(hits.prevSetBit(end - 1)));
  }

  private long time(int doc) throws IOException {
    NumericDocValues dates = DocValues.getNumeric(segment, Fields.PUBLISHED);
    dates.advanceExact(doc);
    long millis = dates.longValue();
    return zone == null ? millis : startOfDay(day(millis, ZoneOffset.UTC), zone);
  }

  /**
   * Adds up how many there are in each interval.
   *
   * @param starts the first millisecond of each interval; the first one is at or before all of them
   */
  void count(long[] starts, long[] counts) throws IOException {
    SortedDates dates = new SortedDates(segment);
    int from = first;
    for (int i = starts.length - 1; i >= 0 && from < end; i--) {
      int until = Math.clamp(dates.since(published(starts[i])), from, end);
      counts[i] += hits.cardinality(from, until);
      from = until;
    }
  }

  /** As what the first article of these is indexed whose time is not before this one. */
  private long published(long time) {
    if (zone == null) {
      return time;
    }
    LocalDate day = day(time, zone);
    while (startOfDay(day, zone) < time) { // twice where clocks go back over midnight
      day = day.plusDays(1);
    }
    while (startOfDay(day.minusDays(1), zone) >= time) { // a day that a zone has left out
      day = day.minusDays(1);
    }
    return startOfDay(day, ZoneOffset.UTC);
  }

  private static LocalDate day(long millis, ZoneId zone) {
    return LocalDate.ofInstant(Instant.ofEpochMilli(millis), zone);
  }

  private static long startOfDay(LocalDate day, ZoneId zone) {
    return day.atStartOfDay(zone).toInstant().toEpochMilli();
  }
}
