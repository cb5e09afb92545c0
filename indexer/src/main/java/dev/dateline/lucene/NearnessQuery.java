package dev.dateline.lucene;

import java.io.IOException;
import java.util.List;
import java.util.Objects;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.CollectionStatistics;
import org.apache.lucene.search.Explanation;
import org.apache.lucene.search.FilterScorer;
import org.apache.lucene.search.FilterWeight;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.QueryVisitor;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.ScorerSupplier;
import org.apache.lucene.search.Weight;
import org.jspecify.annotations.Nullable;

/**
 * Matches as another query does, and raises the score where words that were typed side by side
 * stand near each other: {@code score x (1 + NEARNESS x closeness)}. The closeness, from 0 to 1, is
 * the mean over the pairs of neighbours, weighed by the rarity of their words, of {@code f / (f + 2
 * k1 (1 - b + b length / average))}, where {@code f} is how often they are near in the text fields,
 * and twice where one stands right before the other. These are the features of the sequential
 * dependence model (Metzler and Croft 2005) with BM25's saturation.
 *
 * <p>The rise has a bound, so that places are read only in documents that could come to matter, and
 * the other query still skips what cannot. The order is that of looking at all.
 */
final class NearnessQuery extends Query {

  private final Query in;
  private final List<Neighbours> pairs;
  private final List<String> fields;

  /**
   * Makes a query.
   *
   * @param pairs at least one
   * @param fields the text fields that are looked at
   */
  NearnessQuery(Query in, List<Neighbours> pairs, List<String> fields) {
    this.in = in;
    this.pairs = List.copyOf(pairs);
    this.fields = List.copyOf(fields);
  }

  @Override
  public Query rewrite(IndexSearcher searcher) throws IOException {
    Query rewritten = in.rewrite(searcher);
    return rewritten.equals(in) ? this : new NearnessQuery(rewritten, pairs, fields);
  }

  @Override
  public Weight createWeight(IndexSearcher searcher, ScoreMode mode, float boost)
      throws IOException {
    Weight weight = in.createWeight(searcher, mode, boost);
    CollectionStatistics words = searcher.collectionStatistics(Fields.WORDS);
    return mode.needsScores() && words != null
        ? new NearnessWeight(weight, weights(searcher), words)
        : weight;
  }

  /** What each pair weighs; together 1. */
  private double[] weights(IndexSearcher searcher) throws IOException {
    double[] weights = new double[pairs.size()];
    double sum = 0;
    for (int i = 0; i < weights.length; i++) {
      weights[i] =
          rarity(searcher, pairs.get(i).first().english())
              + rarity(searcher, pairs.get(i).second().english());
      sum += weights[i];
    }
    for (int i = 0; i < weights.length; i++) {
      weights[i] /= sum;
    }
    return weights;
  }

  /** BM25's inverse document frequency, which is above 0. */
  private static double rarity(IndexSearcher searcher, String stem) throws IOException {
    double having = searcher.getIndexReader().docFreq(new Term(Fields.WORDS, stem));
    double articles = Math.max(having, searcher.getIndexReader().maxDoc());
    return Math.log(1 + (articles - having + 0.5) / (having + 0.5));
  }

  private final class NearnessWeight extends FilterWeight {
    private final double[] weights;
    private final double averageLength;

    NearnessWeight(Weight in, double[] weights, CollectionStatistics words) {
      super(NearnessQuery.this, in);
      this.weights = weights;
      this.averageLength = (double) words.sumTotalTermFreq() / words.docCount();
    }

    @Override
    public @Nullable ScorerSupplier scorerSupplier(LeafReaderContext leaf) throws IOException {
      ScorerSupplier supplier = in.scorerSupplier(leaf);
      if (supplier == null) {
        return null;
      }
      return new ScorerSupplier() {
        @Override
        public Scorer get(long leadCost) throws IOException {
          return new NearnessScorer(supplier.get(leadCost), closeness(leaf));
        }

        @Override
        public long cost() {
          return supplier.cost();
        }

        @Override
        public void setTopLevelScoringClause() throws IOException {
          supplier.setTopLevelScoringClause();
        }
      };
    }

    private Closeness closeness(LeafReaderContext leaf) throws IOException {
      return new Closeness(leaf.reader(), pairs, fields, weights, averageLength);
    }

    @Override
    public Explanation explain(LeafReaderContext leaf, int doc) throws IOException {
      Explanation score = in.explain(leaf, doc);
      if (!score.isMatch()) {
        return score;
      }
      double factor = 1 + Ranking.NEARNESS * closeness(leaf).of(doc);
      return Explanation.match(
          (float) (score.getValue().doubleValue() * factor), "score x nearness " + factor, score);
    }
  }

  private static final class NearnessScorer extends FilterScorer {
    private static final double HIGHEST = 1 + Ranking.NEARNESS;

    private final Closeness closeness;
    private float least;

    NearnessScorer(Scorer in, Closeness closeness) {
      super(in);
      this.closeness = closeness;
    }

    @Override
    public float score() throws IOException {
      float score = in.score();
      return score * HIGHEST < least
          ? score
          : (float) (score * (1 + Ranking.NEARNESS * closeness.of(docID())));
    }

    @Override
    public int advanceShallow(int target) throws IOException {
      return in.advanceShallow(target);
    }

    @Override
    public float getMaxScore(int upTo) throws IOException {
      return (float) (in.getMaxScore(upTo) * HIGHEST);
    }

    @Override
    public void setMinCompetitiveScore(float score) throws IOException {
      least = score;
      in.setMinCompetitiveScore(Math.nextDown((float) (score / HIGHEST)));
    }
  }

  @Override
  public void visit(QueryVisitor visitor) {
    in.visit(visitor);
  }

  @Override
  public String toString(String field) {
    return "near(" + in.toString(field) + ")";
  }

  @Override
  public boolean equals(Object other) {
    return sameClassAs(other)
        && other instanceof NearnessQuery that
        && in.equals(that.in)
        && pairs.equals(that.pairs)
        && fields.equals(that.fields);
  }

  @Override
  public int hashCode() {
    return Objects.hash(classHash(), in, pairs, fields);
  }
}
