package dev.dateline.lucene;

import java.io.IOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.index.SortedSetDocValues;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.BitSetIterator;
import org.apache.lucene.util.FixedBitSet;

/**
 * How many articles of a segment have each value of an attribute, by the value's number. Where none
 * has more than one, the numbers are kept in memory as long as the segment is open, two bytes an
 * article: two facets of 26,000 among 200,000 articles took 380 us CPU as read from the index, and
 * take 205 (2026-11-26). Safe for many threads.
 */
final class FacetNumbers {

  /** Values that a char tells apart, with none. */
  private static final int MOST = Character.MAX_VALUE;

  private static final PerSegment<Map<String, char[]>> KNOWN =
      new PerSegment<>(segment -> new ConcurrentHashMap<>());

  private FacetNumbers() {}

  /** How many documents have the value of each number. An article has a value once. */
  static int[] counts(LeafReader segment, String field, FixedBitSet hits) throws IOException {
    SortedSetDocValues values = DocValues.getSortedSet(segment, field);
    int[] counts = new int[Math.toIntExact(values.getValueCount())];
    SortedDocValues single = DocValues.unwrapSingleton(values);
    if (single == null || counts.length > MOST) {
      countEach(values, hits, counts);
    } else if (counts.length > 0) {
      count(numbers(segment, field, single), hits, counts);
    }
    return counts;
  }

  private static char[] numbers(LeafReader segment, String field, SortedDocValues values)
      throws IOException {
    Map<String, char[]> known = KNOWN.of(segment);
    char[] numbers = known.get(field);
    if (numbers == null) {
      numbers = new char[segment.maxDoc()];
      for (int doc = values.nextDoc(); doc < numbers.length; doc = values.nextDoc()) {
        numbers[doc] = (char) (values.ordValue() + 1);
      }
      known.put(field, numbers);
    }
    return numbers;
  }

  /** 0 stands for no value. */
  private static void count(char[] numbers, FixedBitSet hits, int[] counts) {
    int[] withNone = new int[counts.length + 1];
    long[] words = hits.getBits();
    for (int word = 0; word < words.length; word++) {
      for (long bits = words[word]; bits != 0; bits &= bits - 1) {
        int doc = word * Long.SIZE + Long.numberOfTrailingZeros(bits);
        withNone[numbers[doc]]++;
      }
    }
    System.arraycopy(withNone, 1, counts, 0, counts.length);
  }

  private static void countEach(SortedSetDocValues values, FixedBitSet hits, int[] counts)
      throws IOException {
    DocIdSetIterator docs = new BitSetIterator(hits, hits.length());
    for (int doc = docs.nextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = docs.nextDoc()) {
      if (values.advanceExact(doc)) {
        for (int i = values.docValueCount(); i > 0; i--) {
          counts[(int) values.nextOrd()]++;
        }
      }
    }
  }
}
