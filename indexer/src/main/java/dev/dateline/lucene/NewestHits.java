package dev.dateline.lucene;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.Weight;
import org.apache.lucene.util.Bits;

/**
 * Finds the newest hits. Segments lie in that order, so that each ends at its first hit that is too
 * old, and all end at the first whose newest article is: in an archive that grows by the day no
 * more than the last ones are looked at. Lucene's collector looks words up in every segment, and
 * documents with any of several words come to it some thousand at a time. Used by one thread.
 */
final class NewestHits {

  /** As {@link HitOrder#sort} has it. */
  private static final Comparator<FieldDoc> NEWEST_FIRST =
      Comparator.<FieldDoc>comparingLong(NewestHits::published)
          .reversed()
          .thenComparingLong(hit -> (Long) hit.fields[1])
          .thenComparingInt(hit -> hit.doc);

  /** Documents between two looks at the clock. */
  private static final int OFTEN = 1 << 10;

  private final TimeLimit limit;
  private final int most;
  private final List<FieldDoc> newest = new ArrayList<>();

  private NewestHits(TimeLimit limit, int most) {
    this.limit = limit;
    this.most = most;
  }

  /** A segment and when its newest article was published. */
  private record Segment(LeafReaderContext leaf, long newest) {}

  /**
   * The newest hits of a query, that first.
   *
   * @param most how many at most, at least 1
   */
  static FieldDoc[] find(IndexSearcher searcher, Query query, int most) throws IOException {
    List<Segment> segments = new ArrayList<>();
    for (LeafReaderContext leaf : searcher.getLeafContexts()) {
      segments.add(new Segment(leaf, new HitKeys(leaf.reader()).published(0)));
    }
    segments.sort(Comparator.comparingLong(Segment::newest).reversed());
    NewestHits hits = new NewestHits(TimeLimit.of(searcher), most);
    Query unscored = searcher.rewrite(new ConstantScoreQuery(query));
    Weight weight = searcher.createWeight(unscored, ScoreMode.COMPLETE_NO_SCORES, 1);
    for (Segment segment : segments) {
      if (hits.isFull() && segment.newest < published(hits.newest.getLast())) {
        break;
      }
      hits.add(weight, segment.leaf);
    }
    return hits.newest.toArray(FieldDoc[]::new);
  }

  private boolean isFull() {
    return newest.size() == most;
  }

  private void add(Weight weight, LeafReaderContext leaf) throws IOException {
    Scorer scorer = limit.isOver() ? null : weight.scorer(leaf);
    if (scorer != null) {
      newest.addAll(newest(scorer.iterator(), leaf));
      newest.sort(NEWEST_FIRST);
      newest.subList(Math.min(most, newest.size()), newest.size()).clear();
    }
  }

  /** The newest hits of a segment, without those for which there are newer ones. */
  private List<FieldDoc> newest(DocIdSetIterator docs, LeafReaderContext leaf) throws IOException {
    Bits live = leaf.reader().getLiveDocs();
    HitKeys keys = new HitKeys(leaf.reader());
    List<FieldDoc> found = new ArrayList<>();
    int seen = 0;
    for (int doc = docs.nextDoc();
        doc != DocIdSetIterator.NO_MORE_DOCS && found.size() < most;
        doc = docs.nextDoc()) {
      if (++seen % OFTEN == 0 && limit.isOver()) {
        break;
      }
      if (live != null && !live.get(doc)) {
        continue;
      }
      FieldDoc hit =
          new FieldDoc(
              leaf.docBase + doc, Float.NaN, new Object[] {keys.published(doc), keys.hash(doc)});
      if (isFull() && NEWEST_FIRST.compare(hit, newest.getLast()) > 0) {
        break;
      }
      found.add(hit);
    }
    return found;
  }

  private static long published(FieldDoc hit) {
    return (Long) hit.fields[0];
  }
}
