package dev.dateline.lucene;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.CollectionTerminatedException;
import org.apache.lucene.search.CollectorManager;
import org.apache.lucene.search.DisjunctionDISIApproximation;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.DocIdStream;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.SimpleCollector;
import org.apache.lucene.search.Weight;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.FixedBitSet;
import org.jspecify.annotations.Nullable;

/**
 * All documents that a query matches, found once without scores, so that as many things can be
 * counted of them as are asked for.
 *
 * @param segments the documents, by segment
 */
record HitSet(List<Segment> segments) {

  /** Documents between two looks at the clock. */
  private static final int OFTEN = 1 << 16;

  /** The documents of a segment that match, one bit each. */
  record Segment(LeafReader reader, FixedBitSet hits) {}

  /**
   * Finds them.
   *
   * @param limit that of the searcher
   */
  static HitSet of(IndexSearcher searcher, Query query, TimeLimit limit) throws IOException {
    Query rewritten = searcher.rewrite(query);
    List<Query> unwanted = unwanted(rewritten);
    if (unwanted.isEmpty()) {
      return searcher.search(rewritten, new Gathering(areAlternatives(rewritten), limit));
    }
    HitSet wanted = of(searcher, wanted((BooleanQuery) rewritten), limit);
    for (Query each : unwanted) {
      wanted.remove(of(searcher, each, limit));
    }
    return wanted;
  }

  /**
   * What a query denies, such as articles that are withdrawn, which is gathered by itself: with it
   * Lucene gives documents singly.
   */
  private static List<Query> unwanted(Query query) {
    return query instanceof BooleanQuery all
        ? List.copyOf(all.getClauses(Occur.MUST_NOT))
        : List.of();
  }

  private static Query wanted(BooleanQuery query) {
    BooleanQuery.Builder wanted = new BooleanQuery.Builder();
    wanted.setMinimumNumberShouldMatch(query.getMinimumNumberShouldMatch());
    query.clauses().stream().filter(each -> each.occur() != Occur.MUST_NOT).forEach(wanted::add);
    return wanted.build();
  }

  /** Takes documents out; both are of the same view. */
  private void remove(HitSet others) {
    for (int i = 0; i < segments.size(); i++) {
      segments.get(i).hits().andNot(others.segments.get(i).hits());
    }
  }

  private static boolean areAlternatives(Query query) {
    return query instanceof DisjunctionMaxQuery
        || (query instanceof BooleanQuery some
            && some.getMinimumNumberShouldMatch() <= 1
            && some.clauses().stream().allMatch(each -> each.occur() == Occur.SHOULD));
  }

  /** How many documents there are. */
  long size() {
    return segments.stream().mapToLong(segment -> segment.hits().cardinality()).sum();
  }

  private record Gathering(boolean alternatives, TimeLimit limit)
      implements CollectorManager<Gatherer, HitSet> {

    @Override
    public Gatherer newCollector() {
      return new Gatherer(alternatives, limit);
    }

    @Override
    public HitSet reduce(Collection<Gatherer> gatherers) {
      return new HitSet(gatherers.stream().flatMap(each -> each.segments.stream()).toList());
    }
  }

  private static final class Gatherer extends SimpleCollector {
    private final List<Segment> segments = new ArrayList<>();
    private final int[] some = new int[128];
    private final boolean alternatives;
    private final TimeLimit limit;
    private @Nullable Weight weight;
    private FixedBitSet hits = new FixedBitSet(0);

    Gatherer(boolean alternatives, TimeLimit limit) {
      this.alternatives = alternatives;
      this.limit = limit;
    }

    @Override
    public void setWeight(Weight weight) {
      this.weight = weight;
    }

    @Override
    protected void doSetNextReader(LeafReaderContext leaf) throws IOException {
      hits = new FixedBitSet(leaf.reader().maxDoc());
      segments.add(new Segment(leaf.reader(), hits));
      Scorer scorer = alternatives && weight != null ? weight.scorer(leaf) : null;
      if (scorer != null && scorer.iterator() instanceof DisjunctionDISIApproximation docs) {
        addAll(docs, leaf.reader().getLiveDocs());
        throw new CollectionTerminatedException();
      }
    }

    /** The postings of words give many documents at a time as bits; a collector has them singly. */
    private void addAll(DocIdSetIterator docs, @Nullable Bits live) throws IOException {
      docs.nextDoc();
      for (int from = 0; from < hits.length(); from += OFTEN) {
        limit.check();
        docs.intoBitSet(Math.min(from + OFTEN, hits.length()), hits, 0);
      }
      if (live != null) {
        live.applyMask(hits, 0);
      }
    }

    @Override
    public void collect(int doc) {
      hits.set(doc);
    }

    @Override
    public void collectRange(int min, int max) {
      hits.set(min, max);
    }

    @Override
    public void collect(DocIdStream stream) {
      for (int found = stream.intoArray(some); found > 0; found = stream.intoArray(some)) {
        for (int i = 0; i < found; i++) {
          hits.set(some[i]);
        }
      }
    }

    @Override
    public ScoreMode scoreMode() {
      return ScoreMode.COMPLETE_NO_SCORES;
    }
  }
}
