package dev.dateline.lucene;

import dev.dateline.lucene.Analysis.QueryWord;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.SmallFloat;
import org.jspecify.annotations.Nullable;

/**
 * How close the pairs stand in the documents of a segment, asked for in rising order. A word is
 * looked up in a field where it can be of use alone: it is in the segment, and the other word of
 * its pair is in that field of a document.
 */
final class Closeness {

  /** Words up to so many places apart are near. As published. */
  private static final int WINDOW = 7;

  private final List<Pair> pairs = new ArrayList<>();

  /** The forms that the segment has of each word. */
  private final List<List<BytesRef>> words = new ArrayList<>();

  private final double averageLength;
  private final @Nullable NumericDocValues lengths;
  private final List<FieldPlaces> fields = new ArrayList<>();

  /** Two neighbours that the segment has, by their numbers, and what they weigh. */
  private record Pair(int first, int second, double weight) {}

  /**
   * @param fields the text fields that are looked at
   * @param weights what each pair weighs; together 1
   * @param averageLength words of an article, of all the index
   */
  Closeness(
      LeafReader reader,
      List<Neighbours> neighbours,
      List<String> fields,
      double[] weights,
      double averageLength)
      throws IOException {
    this.averageLength = averageLength;
    this.lengths = reader.getNormValues(Fields.WORDS);
    DocumentFrequencies frequencies = DocumentFrequencies.of(reader);
    if (frequencies == null) {
      return;
    }
    Map<QueryWord, Integer> numbers = new HashMap<>();
    for (int i = 0; i < weights.length; i++) {
      int first = number(neighbours.get(i).first(), numbers, frequencies);
      int second = number(neighbours.get(i).second(), numbers, frequencies);
      if (!words.get(first).isEmpty() && !words.get(second).isEmpty()) {
        pairs.add(new Pair(first, second, weights[i]));
      }
    }
    for (String field : fields) {
      Terms terms = reader.terms(field);
      if (terms != null) {
        this.fields.add(new FieldPlaces(terms, Ranking.times(field)));
      }
    }
  }

  private int number(
      QueryWord word, Map<QueryWord, Integer> numbers, DocumentFrequencies frequencies)
      throws IOException {
    Integer known = numbers.putIfAbsent(word, words.size());
    if (known != null) {
      return known;
    }
    List<BytesRef> forms = new ArrayList<>();
    for (String form : new TreeSet<>(List.of(word.english(), word.neutral()))) {
      if (frequencies.of(form) > 0) { // in any of the text fields
        forms.add(new BytesRef(form));
      }
    }
    words.add(forms);
    return words.size() - 1;
  }

  /** A field's places of words. */
  private final class FieldPlaces {
    private final Terms terms;
    private final int times;
    private final @Nullable WordPlaces[] places = new WordPlaces[words.size()];
    private @Nullable TermsEnum dictionary;

    FieldPlaces(Terms terms, int times) {
      this.terms = terms;
      this.times = times;
    }

    private WordPlaces of(int word) throws IOException {
      WordPlaces known = places[word];
      if (known == null) {
        dictionary = dictionary == null ? terms.iterator() : dictionary;
        known = new WordPlaces(dictionary, words.get(word));
        places[word] = known;
      }
      return known;
    }

    int near(Pair pair, int doc) throws IOException {
      WordPlaces first = of(pair.first());
      if (!first.isIn(doc)) {
        return 0;
      }
      WordPlaces second = of(pair.second());
      return second.isIn(doc) ? times * first.near(second, doc, WINDOW) : 0;
    }
  }

  double of(int doc) throws IOException {
    double half = Double.NaN;
    double closeness = 0;
    for (Pair pair : pairs) {
      int near = near(pair, doc);
      if (near > 0) {
        half = Double.isNaN(half) ? half(doc) : half;
        closeness += pair.weight() * near / (near + half);
      }
    }
    return closeness;
  }

  private int near(Pair pair, int doc) throws IOException {
    int near = 0;
    for (FieldPlaces field : fields) {
      near += field.near(pair, doc);
    }
    return near;
  }

  /** How often a pair must be near to count half: more often in a long article. */
  private double half(int doc) throws IOException {
    double length =
        lengths != null && lengths.advanceExact(doc)
            ? SmallFloat.byte4ToInt((byte) lengths.longValue())
            : averageLength;
    return 2 * Ranking.K1 * (1 - Ranking.B + Ranking.B * length / averageLength);
  }
}
