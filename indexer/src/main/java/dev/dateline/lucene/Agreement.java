package dev.dateline.lucene;

import dev.dateline.lucene.Feedback.TellingWord;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.Weight;

/**
 * Raises the score of hits that say what the very best ones say: {@code score + AGREEMENT x highest
 * score x agreement}. The agreement, from 0 to 1, is the BM25 score for the telling words of the
 * best hits ({@link Feedback}), in relation to the highest one. This is RM3's sum of two questions,
 * the one that was asked and that of the best hits, without a second search.
 */
final class Agreement implements RankedHits.Rescoring {

  private final IndexSearcher searcher;
  private final ReadArticles articles;

  Agreement(IndexSearcher searcher, ReadArticles articles) {
    this.searcher = searcher;
    this.articles = articles;
  }

  @Override
  public double[] scores(ScoreDoc[] hits) throws IOException {
    List<TellingWord> words =
        Feedback.words(searcher.getIndexReader(), articles, hits, Ranking.MILD);
    double[] said = scores(hits, Feedback.query(words, 1).build());
    double most = Math.max(Arrays.stream(said).max().orElse(0), Double.MIN_NORMAL);
    double[] scores = Arrays.stream(hits).mapToDouble(HitOrder::score).toArray();
    double highest = Arrays.stream(scores).max().orElse(0);
    for (int hit = 0; hit < scores.length; hit++) {
      scores[hit] += Ranking.AGREEMENT * highest * said[hit] / most;
    }
    return scores;
  }

  /** What each of the hits scores for a query; 0 where it does not match. */
  private double[] scores(ScoreDoc[] hits, Query query) throws IOException {
    double[] scores = new double[hits.length];
    Weight weight = searcher.createWeight(searcher.rewrite(query), ScoreMode.COMPLETE, 1);
    BySegment.visit(
        searcher.getIndexReader().leaves(),
        hits,
        leaf -> {
          Scorer scorer = weight.scorer(leaf);
          if (scorer == null) {
            return (hit, doc) -> {};
          }
          DocIdSetIterator matches = scorer.iterator();
          return (hit, doc) -> {
            int match = matches.docID() < doc ? matches.advance(doc) : matches.docID();
            scores[hit] = match == doc ? scorer.score() : 0;
          };
        });
    return scores;
  }
}
