package dev.dateline.lucene;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
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
 * Matches as another query does, and raises the score of what is fresh: {@code score x (1 +
 * freshness / sqrt(1 + 3 age / halfLife))}. Age is counted back from an instant; what is newer has
 * the age 0, and what is undated gets no rise. Half of the rise is left at the half-life, a quarter
 * at five times that age: it falls within days at first and within years later, so that last week's
 * article differs from last month's, and one of three years ago from one of ten.
 *
 * <p>The rise has a bound, and in a segment, whose documents are sorted newest first, the bound is
 * that of the first document. So the score that a document must reach to matter is handed down to
 * the other query, which still skips what cannot reach it.
 */
final class RecencyQuery extends Query {

  private final Query in;
  private final Instant asOf;
  private final Duration halfLife;
  private final double freshness;

  /**
   * Makes a query.
   *
   * @param freshness the rise of what is brand-new, as a share of its score; at least 0
   */
  RecencyQuery(Query in, Instant asOf, Duration halfLife, double freshness) {
    this.in = in;
    this.asOf = asOf;
    this.halfLife = halfLife;
    this.freshness = freshness;
  }

  private double factor(long publishedMillis) {
    long age = Math.max(0, Millis.minus(Millis.of(asOf), publishedMillis));
    return 1 + freshness / Math.sqrt(1 + 3.0 * age / halfLife.toMillis());
  }

  @Override
  public Query rewrite(IndexSearcher searcher) throws IOException {
    Query rewritten = in.rewrite(searcher);
    return rewritten.equals(in) ? this : new RecencyQuery(rewritten, asOf, halfLife, freshness);
  }

  @Override
  public Weight createWeight(IndexSearcher searcher, ScoreMode mode, float boost)
      throws IOException {
    Weight weight = in.createWeight(searcher, mode, boost);
    return mode.needsScores() ? new RecencyWeight(weight) : weight;
  }

  /** The dates of a segment's documents, read in the order of documents. */
  private final class Factors {
    private final NumericDocValues published;
    private final double highest;

    Factors(LeafReaderContext leaf) throws IOException {
      this.published = DocValues.getNumeric(leaf.reader(), Fields.PUBLISHED);
      NumericDocValues first = DocValues.getNumeric(leaf.reader(), Fields.PUBLISHED);
      this.highest = first.advanceExact(0) ? factor(first.longValue()) : 1;
    }

    double of(int doc) throws IOException {
      return published.advanceExact(doc) ? factor(published.longValue()) : 1;
    }
  }

  private final class RecencyWeight extends FilterWeight {

    RecencyWeight(Weight weight) {
      super(RecencyQuery.this, weight);
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
          return new RecencyScorer(supplier.get(leadCost), new Factors(leaf));
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

    @Override
    public Explanation explain(LeafReaderContext leaf, int doc) throws IOException {
      Explanation score = in.explain(leaf, doc);
      if (!score.isMatch()) {
        return score;
      }
      double factor = new Factors(leaf).of(doc);
      return Explanation.match(
          (float) (score.getValue().doubleValue() * factor), "score x freshness " + factor, score);
    }
  }

  private static final class RecencyScorer extends FilterScorer {
    private final Factors factors;

    RecencyScorer(Scorer in, Factors factors) {
      super(in);
      this.factors = factors;
    }

    @Override
    public float score() throws IOException {
      return (float) (in.score() * factors.of(docID()));
    }

    @Override
    public int advanceShallow(int target) throws IOException {
      return in.advanceShallow(target);
    }

    @Override
    public float getMaxScore(int upTo) throws IOException {
      return (float) (in.getMaxScore(upTo) * factors.highest);
    }

    @Override
    public void setMinCompetitiveScore(float least) throws IOException {
      // Both the product of a score and this quotient were rounded; and no score is below 0.
      float inner = (float) (least / factors.highest);
      in.setMinCompetitiveScore(Math.max(0, Math.nextDown(Math.nextDown(inner))));
    }
  }

  @Override
  public void visit(QueryVisitor visitor) {
    in.visit(visitor);
  }

  @Override
  public String toString(String field) {
    return "recency(" + in.toString(field) + ")";
  }

  @Override
  public boolean equals(Object other) {
    return sameClassAs(other)
        && other instanceof RecencyQuery that
        && in.equals(that.in)
        && asOf.equals(that.asOf)
        && halfLife.equals(that.halfLife)
        && freshness == that.freshness;
  }

  @Override
  public int hashCode() {
    return Objects.hash(classHash(), in, asOf, halfLife, freshness);
  }
}
