package dev.dateline.lucene;

import dev.dateline.index.Timeline;
import java.io.IOException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.function.LongConsumer;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.BitSetIterator;

/**
 * When the documents of a set were published, as far as a timeline shows it. Of what is known to
 * the day only, that is the start of the day in the zone.
 */
final class PublishedTimes {

  private static final long FIRST = startOfYear(Timeline.FIRST_YEAR);
  private static final long END = startOfYear(Timeline.LAST_YEAR + 1);

  private final HitSet set;
  private final ZoneId zone;
  private boolean daysOnly;

  /** The day that was met last, as articles of one day stand together. */
  private long lastDay = Long.MIN_VALUE;

  private long startOfLastDay;

  PublishedTimes(HitSet set, ZoneId zone) {
    this.set = set;
    this.zone = zone;
  }

  private static long startOfYear(int year) {
    return LocalDate.ofYearDay(year, 1).atStartOfDay(ZoneOffset.UTC).toInstant().toEpochMilli();
  }

  /** The millisecond nearest to this one that a timeline shows. */
  static long nearest(long millis) {
    return Math.clamp(millis, FIRST, END - 1);
  }

  /** Shows the time of each document that has one, in milliseconds since 1970. */
  void forEach(LongConsumer visitor) throws IOException {
    for (HitSet.Segment segment : set.segments()) {
      NumericDocValues published = DocValues.getNumeric(segment.reader(), Fields.PUBLISHED);
      NumericDocValues days = DocValues.getNumeric(segment.reader(), Fields.PUBLISHED_DAY);
      DocIdSetIterator docs = new BitSetIterator(segment.hits(), segment.hits().length());
      for (int doc = docs.nextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = docs.nextDoc()) {
        if (published.advanceExact(doc)) {
          long millis = published.longValue();
          if (millis >= FIRST && millis < END) {
            visitor.accept(days.advanceExact(doc) ? startOfDay(days.longValue()) : millis);
          }
        }
      }
    }
  }

  private long startOfDay(long day) {
    daysOnly = true;
    if (day != lastDay) {
      lastDay = day;
      startOfLastDay = LocalDate.ofEpochDay(day).atStartOfDay(zone).toInstant().toEpochMilli();
    }
    return startOfLastDay;
  }

  /** Whether a document was shown of which only the day is known. */
  boolean daysOnly() {
    return daysOnly;
  }
}
