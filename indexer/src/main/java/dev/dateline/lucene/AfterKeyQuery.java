package dev.dateline.lucene;

import java.io.IOException;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.search.ConstantScoreScorerSupplier;
import org.apache.lucene.search.ConstantScoreWeight;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.QueryVisitor;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.ScorerSupplier;
import org.apache.lucene.search.Weight;
import org.jspecify.annotations.Nullable;

/**
 * The documents that come after a place in {@link Generation#NEWEST_FIRST}. Segments lie in this
 * order, so that in each the first of them is found by halving, and a page costs the same however
 * deep it is.
 */
final class AfterKeyQuery extends Query {

  private final long published;
  private final long hash;

  /**
   * @param published milliseconds since 1970; {@link Long#MIN_VALUE} for undated
   * @param hash the hash of the id of the last document before them
   */
  AfterKeyQuery(long published, long hash) {
    this.published = published;
    this.hash = hash;
  }

  @Override
  public Weight createWeight(IndexSearcher searcher, ScoreMode mode, float boost) {
    return new ConstantScoreWeight(this, boost) {
      @Override
      public @Nullable ScorerSupplier scorerSupplier(LeafReaderContext leaf) throws IOException {
        int end = leaf.reader().maxDoc();
        int first = first(leaf.reader());
        return first == end
            ? null
            : ConstantScoreScorerSupplier.fromIterator(
                DocIdSetIterator.range(first, end), score(), mode, end);
      }

      @Override
      public boolean isCacheable(LeafReaderContext leaf) {
        return true;
      }
    };
  }

  private int first(LeafReader reader) throws IOException {
    int low = 0;
    int high = reader.maxDoc();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (isAfter(reader, middle)) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    return low;
  }

  /** Doc values are read forwards only, so that each look needs its own. */
  private boolean isAfter(LeafReader reader, int doc) throws IOException {
    long itsPublished = value(reader, Fields.PUBLISHED, doc);
    return itsPublished == published
        ? value(reader, Fields.ID_HASH, doc) > hash
        : itsPublished < published;
  }

  private static long value(LeafReader reader, String field, int doc) throws IOException {
    NumericDocValues values = DocValues.getNumeric(reader, field);
    return values.advanceExact(doc) ? values.longValue() : Long.MIN_VALUE;
  }

  @Override
  public void visit(QueryVisitor visitor) {
    visitor.visitLeaf(this);
  }

  @Override
  public String toString(String field) {
    return "after(" + published + ", " + hash + ")";
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof AfterKeyQuery that && published == that.published && hash == that.hash;
  }

  @Override
  public int hashCode() {
    return Long.hashCode(published) * 31 + Long.hashCode(hash);
  }
}
