package dev.dateline.lucene;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.CollectorManager;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.SimpleCollector;
import org.apache.lucene.util.FixedBitSet;

/**
 * All documents that a query matches, found once without scores, so that as many things can be
 * counted of them as are asked for.
 *
 * @param segments the documents, by segment
 */
record HitSet(List<Segment> segments) {

  /** The documents of a segment that match, one bit each. */
  record Segment(LeafReader reader, FixedBitSet hits) {}

  static HitSet of(IndexSearcher searcher, Query query) throws IOException {
    return searcher.search(query, new Gathering());
  }

  /** How many documents there are. */
  long size() {
    return segments.stream().mapToLong(segment -> segment.hits().cardinality()).sum();
  }

  private static final class Gathering implements CollectorManager<Gatherer, HitSet> {

    @Override
    public Gatherer newCollector() {
      return new Gatherer();
    }

    @Override
    public HitSet reduce(Collection<Gatherer> gatherers) {
      return new HitSet(gatherers.stream().flatMap(each -> each.segments.stream()).toList());
    }
  }

  private static final class Gatherer extends SimpleCollector {
    private final List<Segment> segments = new ArrayList<>();
    private FixedBitSet hits = new FixedBitSet(0);

    @Override
    protected void doSetNextReader(LeafReaderContext leaf) {
      hits = new FixedBitSet(leaf.reader().maxDoc());
      segments.add(new Segment(leaf.reader(), hits));
    }

    @Override
    public void collect(int doc) {
      hits.set(doc);
    }

    @Override
    public ScoreMode scoreMode() {
      return ScoreMode.COMPLETE_NO_SCORES;
    }
  }
}
