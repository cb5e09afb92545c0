package dev.dateline.lucene;

import java.io.IOException;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.NumericDocValues;

/**
 * By what the documents of a segment are sorted ({@link Generation#NEWEST_FIRST}). Documents are
 * asked for in rising order.
 */
final class HitKeys {

  private final NumericDocValues published;
  private final NumericDocValues hashes;

  HitKeys(LeafReader segment) throws IOException {
    this.published = DocValues.getNumeric(segment, Fields.PUBLISHED);
    this.hashes = DocValues.getNumeric(segment, Fields.ID_HASH);
  }

  /** When it was published, in milliseconds since 1970; {@link Generation#UNDATED} if undated. */
  long published(int doc) throws IOException {
    return published.advanceExact(doc) ? published.longValue() : Generation.UNDATED;
  }

  /** The hash of its id. */
  long hash(int doc) throws IOException {
    return hashes.advanceExact(doc) ? hashes.longValue() : 0;
  }
}
