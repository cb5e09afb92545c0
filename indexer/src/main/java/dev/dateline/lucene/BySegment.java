package dev.dateline.lucene;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.search.ScoreDoc;

/** Some hits in the order of the index, segment by segment, as postings and doc values are read. */
final class BySegment {

  private BySegment() {}

  /** What to do in a segment that has hits. */
  interface Segments {
    Hits in(LeafReaderContext leaf) throws IOException;
  }

  /** What to do with each hit of a segment. */
  interface Hits {
    /**
     * Visits a hit.
     *
     * @param hit its number among the hits
     * @param doc its number in the segment, which rises
     */
    void visit(int hit, int doc) throws IOException;
  }

  /**
   * Visits all hits.
   *
   * @param leaves the segments of the index
   * @param hits in any order
   */
  static void visit(List<LeafReaderContext> leaves, ScoreDoc[] hits, Segments segments)
      throws IOException {
    // Numbers of documents before those of hits, so that they sort together.
    long[] rising = new long[hits.length];
    for (int hit = 0; hit < hits.length; hit++) {
      rising[hit] = (long) hits[hit].doc << Integer.SIZE | hit;
    }
    Arrays.sort(rising);
    int end = 0;
    int start = 0;
    Hits inSegment = (hit, doc) -> {};
    for (long each : rising) {
      int hit = (int) each;
      int doc = hits[hit].doc;
      if (doc >= end) {
        LeafReaderContext segment = leaves.get(ReaderUtil.subIndex(doc, leaves));
        start = segment.docBase;
        end = start + segment.reader().maxDoc();
        inSegment = segments.in(segment);
      }
      inSegment.visit(hit, doc - start);
    }
  }
}
