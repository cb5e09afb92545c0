package dev.dateline.lucene;

import java.io.IOException;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.NumericDocValues;

/**
 * Where the documents of a segment stand by their dates, as they are sorted newest first, undated
 * last: some dozens of dates are read to find a border, in place of that of each document. Used by
 * one thread.
 */
final class SortedDates {

  /** Each step is of so many bits less than the one before. */
  private static final int BITS = 4;

  /** The dates once for each length of steps, as they are read forwards only. */
  private final NumericDocValues[] dates;

  private final int end;
  private int doc;

  SortedDates(LeafReader segment) throws IOException {
    this.end = segment.maxDoc();
    int steps = 1 + (Integer.SIZE - 1 - Integer.numberOfLeadingZeros(Math.max(1, end))) / BITS;
    this.dates = new NumericDocValues[steps];
    for (int i = 0; i < steps; i++) {
      dates[i] = DocValues.getNumeric(segment, Fields.PUBLISHED);
    }
  }

  /**
   * How many documents are dated this late or later: they are the first ones.
   *
   * @param millis since 1970, above {@link Generation#UNDATED}; no later than when it was asked
   *     before
   */
  int since(long millis) throws IOException {
    for (int i = dates.length - 1; i >= 0; i--) {
      int step = 1 << (BITS * i);
      while (doc + step <= end && date(dates[i], doc + step - 1) >= millis) {
        doc += step;
      }
    }
    return doc;
  }

  private static long date(NumericDocValues dates, int doc) throws IOException {
    return dates.advanceExact(doc) ? dates.longValue() : Generation.UNDATED;
  }
}
