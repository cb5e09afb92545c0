package dev.dateline.lucene;

import java.time.Duration;
import org.apache.lucene.search.similarities.BM25Similarity;
import org.apache.lucene.search.similarities.Similarity;

/** The constants of ranking, all of them, and where each comes from. */
final class Ranking {

  /**
   * BM25's saturation of repeated words. Published as a good default for news; of the judged sets,
   * some do better with less and some with more (benchmarks/relevance.md).
   */
  static final float K1 = 0.9f;

  /**
   * BM25's regard for length. Published for news is 0.4; 0.5 is better on five of six judged sets
   * (benchmarks/relevance.md).
   */
  static final float B = 0.5f;

  /**
   * Lengths count both forms of each word (the last argument), in the article as in the average, so
   * that their ratio is that of the words.
   */
  static final Similarity SIMILARITY = new BM25Similarity(K1, B, false);

  /**
   * The age at which half of the preference for a fresh article is left. By benchmarks/recency.md.
   */
  static final Duration HALF_LIFE = Duration.ofDays(21);

  /** A brand-new article's score is raised by this share of itself. By benchmarks/recency.md. */
  static final float FRESHNESS = 0.3f;

  /**
   * A score is raised by up to this share of itself where the query's words stand near each other
   * as they were typed. By benchmarks/relevance.md.
   */
  static final double NEARNESS = 0.3;

  /**
   * The best hits, by words and date, that are scored again by nearness and by what the very best
   * of them say. By benchmarks/relevance.md.
   */
  static final int RESCORED = 50;

  /**
   * With {@code match=any} a score is raised by up to this share of the highest one where an
   * article says what the very best hits say. By benchmarks/relevance.md.
   */
  static final double AGREEMENT = 0.3;

  /**
   * With {@code match=any}: some words of the beginnings of the best. By benchmarks/relevance.md.
   */
  static final Feedback.Voice MILD = new Feedback.Voice(3, 10, 8);

  /** For who researches a subject: a good deal of words. By benchmarks/relevance.md. */
  static final Feedback.Voice BROAD = new Feedback.Voice(10, 50, 4);

  /**
   * A question that has no word of fewer articles than this share of all is looked for as a phrase
   * too. As for feedback: such words tell nothing about a subject. Not fitted.
   */
  static final double COMMON = 0.1;

  /** What these words weigh of all, beside those that were typed. By benchmarks/relevance.md. */
  static final double BROAD_SHARE = 0.4;

  /**
   * What words that are spelled nearly as a fuzzy one count together, where the word as it was
   * typed counts 1. Not fitted.
   */
  static final float SPELLED_NEARLY = 0.3f;

  /** How fast an article no longer counts as fresh for what is suggested. Not fitted. */
  static final Duration SUGGESTION_HALF_LIFE = Duration.ofDays(30);

  /** What an old article counts for what is suggested, where a fresh one counts 1. Not fitted. */
  static final float SUGGESTION_OLD = 0.05f;

  /** How many words of an article similar ones are looked for by. By benchmarks/similar.md. */
  static final int TELLING_WORDS = 100;

  /**
   * How often a word has to occur in an article to weigh half of what it can. By
   * benchmarks/similar.md.
   */
  static final double TELLING_SATURATION = 3;

  /** Text of an article that is read for its telling words, in characters a field. */
  static final int MOST_CHARACTERS = 20_000;

  private Ranking() {}

  /**
   * How often the words of a text field count among all words of an article ({@link Fields#WORDS}).
   * Twice for the title, by benchmarks/relevance.md; that of the other fields is not fitted, as no
   * judged set has them.
   */
  static int times(String field) {
    return field.equals(Fields.TITLE) ? 2 : 1;
  }

  /**
   * What a match in one text field by itself counts: a phrase, or a word that is looked for in some
   * fields. A title is short and its words are rare among titles, so that BM25 weighs it heavily as
   * it is; half of that by benchmarks/relevance.md.
   */
  static float weight(String field) {
    return switch (field) {
      case Fields.TITLE, Fields.ORIGINAL_TITLE -> 0.5f;
      case Fields.SUMMARY, Fields.TAKEAWAYS, Fields.BODY, Fields.PARTS -> 1;
      default -> throw new IllegalArgumentException("not a text field: " + field);
    };
  }
}
