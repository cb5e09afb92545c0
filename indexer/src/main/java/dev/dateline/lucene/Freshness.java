package dev.dateline.lucene;

import java.io.IOException;
import java.util.Arrays;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.NumericDocValues;

/**
 * How fresh the articles of a segment were when its newest was published, for what is suggested.
 * Thread-safe.
 */
final class Freshness {

  private final float[] ofArticles;
  private final long newest;

  private Freshness(float[] ofArticles, long newest) {
    this.ofArticles = ofArticles;
    this.newest = newest;
  }

  static Freshness of(LeafReader reader) throws IOException {
    long[] published = published(reader);
    long newest = Arrays.stream(published).max().orElse(Long.MIN_VALUE);
    float[] freshness = new float[published.length];
    for (int doc = 0; doc < freshness.length; doc++) {
      freshness[doc] = published[doc] == Long.MIN_VALUE ? 0 : fading(newest, published[doc]);
    }
    return new Freshness(freshness, newest);
  }

  private static long[] published(LeafReader reader) throws IOException {
    long[] published = new long[reader.maxDoc()];
    NumericDocValues values = DocValues.getNumeric(reader, Fields.PUBLISHED);
    for (int doc = 0; doc < published.length; doc++) {
      published[doc] = values.advanceExact(doc) ? values.longValue() : Long.MIN_VALUE;
    }
    return published;
  }

  /** What is left of the freshness of an article at some later instant: 1 at once, then less. */
  private static float fading(long later, long published) {
    double age = Math.max(0, (double) later - published);
    return (float) Math.pow(2, -age / Ranking.SUGGESTION_HALF_LIFE.toMillis());
  }

  /** When the newest article was published, in milliseconds since 1970; the least if unknown. */
  long newest() {
    return newest;
  }

  /** That of an article, 0 to 1; an undated one is not fresh. */
  float of(int doc) {
    return ofArticles[doc];
  }

  /** What makes of it the freshness at an instant, in milliseconds since 1970. */
  float fading(long at) {
    return newest == Long.MIN_VALUE ? 0 : fading(at, newest);
  }
}
