package dev.dateline.lucene;

import java.io.IOException;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.SortedSetDocValues;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.BitSetIterator;
import org.apache.lucene.util.FixedBitSet;
import org.jspecify.annotations.Nullable;

/**
 * The values of an attribute in a segment, by their numbers. Used by one thread; what is kept of
 * them is safe for many.
 */
final class FacetField {

  private final SortedSetDocValues values;
  private final int size;
  private final @Nullable KeptFacets kept;

  private FacetField(SortedSetDocValues values, int size, @Nullable KeptFacets kept) {
    this.values = values;
    this.size = size;
    this.kept = kept;
  }

  static FacetField of(LeafReader segment, String field) throws IOException {
    SortedSetDocValues values = DocValues.getSortedSet(segment, field);
    return new FacetField(
        values, Math.toIntExact(values.getValueCount()), KeptFacets.of(segment, field));
  }

  /** How many documents have the value of each number. An article has a value once. */
  int[] counts(FixedBitSet hits) throws IOException {
    if (kept != null) {
      return kept.counts(hits);
    }
    int[] counts = new int[size];
    DocIdSetIterator docs = new BitSetIterator(hits, hits.length());
    for (int doc = docs.nextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = docs.nextDoc()) {
      if (values.advanceExact(doc)) {
        for (int i = values.docValueCount(); i > 0; i--) {
          counts[(int) values.nextOrd()]++;
        }
      }
    }
    return counts;
  }

  /** The value of a number. */
  FacetTerm term(int number) throws IOException {
    FacetTerm known = kept == null ? null : kept.term(number);
    if (known != null) {
      return known;
    }
    FacetTerm term = FacetTerm.parse(values.lookupOrd(number).utf8ToString());
    if (kept != null) {
      kept.keep(number, term);
    }
    return term;
  }
}
