package dev.dateline.lucene;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.apache.lucene.search.CollectionStatistics;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.ScoreDoc;

/**
 * Raises the score where words that were typed side by side stand near each other: {@code score x
 * (1 + NEARNESS x closeness)}. The closeness, from 0 to 1, is the mean over the pairs of
 * neighbours, weighed by the rarity of their words, of {@code f / (f + 2 k1 (1 - b + b length /
 * average))}, where {@code f} is how often they are near in the text fields, and twice where one
 * stands right before the other. These are the features of the sequential dependence model (Metzler
 * and Croft 2005) with BM25's saturation.
 */
final class Nearness implements RankedHits.Rescoring {

  private final IndexSearcher searcher;
  private final Rarity rarity;
  private final List<Neighbours> pairs;
  private final List<String> fields;

  /**
   * @param rarity that of the index
   * @param pairs at least one
   * @param fields the text fields that are looked at
   */
  Nearness(IndexSearcher searcher, Rarity rarity, List<Neighbours> pairs, List<String> fields) {
    this.searcher = searcher;
    this.rarity = rarity;
    this.pairs = List.copyOf(pairs);
    this.fields = List.copyOf(fields);
  }

  @Override
  public double[] scores(ScoreDoc[] hits) throws IOException {
    double[] scores = Arrays.stream(hits).mapToDouble(HitOrder::score).toArray();
    CollectionStatistics words = searcher.collectionStatistics(Fields.WORDS);
    if (words == null) {
      return scores;
    }
    double averageLength = (double) words.sumTotalTermFreq() / words.docCount();
    double[] weights = weights();
    BySegment.visit(
        searcher.getIndexReader().leaves(),
        hits,
        leaf -> {
          Closeness closeness = new Closeness(leaf.reader(), pairs, fields, weights, averageLength);
          return (hit, doc) -> scores[hit] *= 1 + Ranking.NEARNESS * closeness.of(doc);
        });
    return scores;
  }

  /** What each pair weighs; together 1. */
  private double[] weights() throws IOException {
    double[] weights = new double[pairs.size()];
    double sum = 0;
    for (int i = 0; i < weights.length; i++) {
      weights[i] =
          rarity.of(pairs.get(i).first().english()) + rarity.of(pairs.get(i).second().english());
      sum += weights[i];
    }
    for (int i = 0; i < weights.length; i++) {
      weights[i] /= sum;
    }
    return weights;
  }
}
