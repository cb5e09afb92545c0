package dev.dateline.lucene;

import java.io.IOException;
import java.util.Arrays;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.CorruptIndexException;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.util.BytesRef;

/**
 * Raises the score of hits that say what the very best ones say: {@code score + AGREEMENT x highest
 * score x agreement}. The agreement, from 0 to 1, is the weight of the telling words of the best
 * hits ({@link Feedback}) that are in the {@link Gist} of a hit, in relation to the highest one.
 * This is RM3's sum of two questions, the one that was asked and that of the best hits, without a
 * second search.
 */
final class Agreement implements RankedHits.Rescoring {

  private final IndexReader reader;
  private final Rarity rarity;

  /**
   * @param rarity that of the index
   */
  Agreement(IndexReader reader, Rarity rarity) {
    this.reader = reader;
    this.rarity = rarity;
  }

  @Override
  public double[] scores(ScoreDoc[] hits) throws IOException {
    BytesRef[] gists = gists(hits);
    StemWeights weights = new StemWeights(Feedback.words(rarity, gists, hits, Ranking.MILD));
    double[] said = Arrays.stream(gists).mapToDouble(gist -> Gist.weight(gist, weights)).toArray();
    double most = Math.max(Arrays.stream(said).max().orElse(0), Double.MIN_NORMAL);
    double[] scores = Arrays.stream(hits).mapToDouble(HitOrder::score).toArray();
    double highest = Arrays.stream(scores).max().orElse(0);
    for (int hit = 0; hit < scores.length; hit++) {
      scores[hit] += Ranking.AGREEMENT * highest * said[hit] / most;
    }
    return scores;
  }

  private BytesRef[] gists(ScoreDoc[] hits) throws IOException {
    BytesRef[] gists = new BytesRef[hits.length];
    BySegment.visit(
        reader.leaves(),
        hits,
        leaf -> {
          BinaryDocValues values = leaf.reader().getBinaryDocValues(Fields.GIST);
          return (hit, doc) -> {
            if (values == null || !values.advanceExact(doc)) {
              throw new CorruptIndexException("an article has no " + Fields.GIST, leaf.toString());
            }
            gists[hit] = BytesRef.deepCopyOf(values.binaryValue());
          };
        });
    return gists;
  }
}
