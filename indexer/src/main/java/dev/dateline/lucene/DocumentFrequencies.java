package dev.dateline.lucene;

import java.io.IOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/**
 * How many articles of a segment have a stem. What was looked up is remembered as long as the
 * segment is open, as it never changes and most words of news are asked for again and again. Used
 * by one thread.
 */
final class DocumentFrequencies {

  /** Stems of a large segment that are remembered, at most: some megabytes. */
  private static final int MOST = 1 << 16;

  /** Those of a small one; of others as many as it has articles. Half a megabyte. */
  private static final int FEW = 1 << 13;

  private static final PerSegment<Map<String, Integer>> BY_SEGMENT =
      new PerSegment<>(segment -> new ConcurrentHashMap<>());

  private final Terms stems;
  private final Map<String, Integer> known;
  private final int most;

  /** Keeps its place in the dictionary between stems. */
  private @Nullable TermsEnum dictionary;

  private DocumentFrequencies(Terms stems, Map<String, Integer> known, int most) {
    this.stems = stems;
    this.known = known;
    this.most = most;
  }

  /** Those of a segment; null where no article of it has words. */
  static @Nullable DocumentFrequencies of(LeafReader segment) throws IOException {
    Terms stems = segment.terms(Fields.WORDS);
    return stems == null
        ? null
        : new DocumentFrequencies(
            stems, BY_SEGMENT.of(segment), Math.clamp(segment.maxDoc(), FEW, MOST));
  }

  /** Whether some article of an index has a stem, in any text field. */
  static boolean knows(IndexReader reader, String stem) throws IOException {
    for (LeafReaderContext leaf : reader.leaves()) {
      DocumentFrequencies segment = of(leaf.reader());
      if (segment != null && segment.of(stem) > 0) {
        return true;
      }
    }
    return false;
  }

  /** How many articles have a stem; the deleted ones count until Lucene merges them away. */
  int of(String stem) throws IOException {
    Integer frequency = known.get(stem);
    if (frequency == null) {
      frequency = lookedUp(stem);
      if (known.size() < most) {
        known.put(stem, frequency);
      }
    }
    return frequency;
  }

  private int lookedUp(String stem) throws IOException {
    if (dictionary == null) {
      dictionary = stems.iterator();
    }
    return dictionary.seekExact(new BytesRef(stem)) ? dictionary.docFreq() : 0;
  }
}
