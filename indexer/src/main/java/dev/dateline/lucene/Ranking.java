package dev.dateline.lucene;

import java.time.Duration;
import org.apache.lucene.search.similarities.BM25Similarity;
import org.apache.lucene.search.similarities.Similarity;

/** The constants of ranking, all of them, and where each comes from. */
final class Ranking {

  /**
   * BM25's saturation of repeated words. Published as a good default for news; not fitted here yet.
   */
  static final float K1 = 0.9f;

  /** BM25's regard for length. Published as a good default for news; not fitted here yet. */
  static final float B = 0.4f;

  /**
   * Lengths count both forms of each word (the last argument), in the article as in the average, so
   * that their ratio is that of the words.
   */
  static final Similarity SIMILARITY = new BM25Similarity(K1, B, false);

  /** The age at which half of the preference for a fresh article is left. Not fitted yet. */
  static final Duration HALF_LIFE = Duration.ofDays(14);

  /** A brand-new article's score is raised by this share of itself. Not fitted yet. */
  static final float FRESHNESS = 0.3f;

  private Ranking() {}

  /** What a word counts in a text field. Not fitted yet. */
  static float weight(String field) {
    return switch (field) {
      case Fields.TITLE -> 4;
      case Fields.ORIGINAL_TITLE -> 3;
      case Fields.SUMMARY, Fields.TAKEAWAYS -> 2;
      case Fields.BODY, Fields.PARTS -> 1;
      default -> throw new IllegalArgumentException("not a text field: " + field);
    };
  }
}
