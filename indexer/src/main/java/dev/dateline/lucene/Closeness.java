package dev.dateline.lucene;

import dev.dateline.lucene.Analysis.QueryWord;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.util.SmallFloat;
import org.jspecify.annotations.Nullable;

/** How close the pairs stand in the documents of a segment, asked for in rising order. */
final class Closeness {

  /** Words up to so many places apart are near. As published. */
  private static final int WINDOW = 7;

  private final List<Neighbours> pairs;
  private final double[] weights;
  private final double averageLength;
  private final @Nullable NumericDocValues lengths;
  private final List<FieldPlaces> places = new ArrayList<>();

  /** A field's places of the two words of each pair. */
  private record FieldPlaces(int times, List<WordPlaces> first, List<WordPlaces> second) {}

  /**
   * @param fields the text fields that are looked at
   * @param weights what each pair weighs; together 1
   * @param averageLength words of an article, of all the index
   */
  Closeness(
      LeafReader reader,
      List<Neighbours> pairs,
      List<String> fields,
      double[] weights,
      double averageLength)
      throws IOException {
    this.pairs = pairs;
    this.weights = weights;
    this.averageLength = averageLength;
    this.lengths = reader.getNormValues(Fields.WORDS);
    for (String field : fields) {
      Terms terms = reader.terms(field);
      if (terms != null) {
        places.add(places(terms.iterator(), Ranking.times(field)));
      }
    }
  }

  private FieldPlaces places(TermsEnum dictionary, int times) throws IOException {
    Map<QueryWord, WordPlaces> read = new HashMap<>();
    List<WordPlaces> first = new ArrayList<>();
    List<WordPlaces> second = new ArrayList<>();
    for (Neighbours pair : pairs) {
      for (QueryWord word : List.of(pair.first(), pair.second())) {
        if (!read.containsKey(word)) {
          read.put(word, new WordPlaces(dictionary, word));
        }
      }
      first.add(Objects.requireNonNull(read.get(pair.first())));
      second.add(Objects.requireNonNull(read.get(pair.second())));
    }
    return new FieldPlaces(times, first, second);
  }

  double of(int doc) throws IOException {
    double half = Double.NaN;
    double closeness = 0;
    for (int pair = 0; pair < weights.length; pair++) {
      int near = near(pair, doc);
      if (near > 0) {
        half = Double.isNaN(half) ? half(doc) : half;
        closeness += weights[pair] * near / (near + half);
      }
    }
    return closeness;
  }

  private int near(int pair, int doc) throws IOException {
    int near = 0;
    for (FieldPlaces field : places) {
      WordPlaces first = field.first().get(pair);
      WordPlaces second = field.second().get(pair);
      if (first.isIn(doc) && second.isIn(doc)) {
        near += field.times() * first.near(second, doc, WINDOW);
      }
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
