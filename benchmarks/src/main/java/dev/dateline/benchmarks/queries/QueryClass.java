package dev.dateline.benchmarks.queries;

import java.time.Duration;

/**
 * The classes of queries that are measured, as people ask them of news. Those from {@link
 * #DATE_30_DAYS} to {@link #FACETS} ask for the words of {@link #OR_2}, so that what they add or
 * save can be told.
 */
public enum QueryClass {
  /** One word that at least one article in a hundred has. */
  COMMON_TERM,
  /** One word that at most one article in a thousand has. */
  RARE_TERM,
  /** Two words of one article, both required. */
  AND,
  /** Two words of one article, either sufficing. */
  OR_2,
  /** Five words of one article, any sufficing. */
  OR_5,
  /** Two words as they follow one another. */
  PHRASE,
  /** Two words that are at most {@link #SLOP} moves apart. */
  NEAR,
  /** The words that start with the first {@link #PREFIX_LENGTH} letters of one. */
  PREFIX,
  /** One word with a slip, at one edit. */
  FUZZY,
  /** In the thirty days around the article that the words were taken from. */
  DATE_30_DAYS,
  /** In the two years around it. */
  DATE_2_YEARS,
  /** The newest article first. */
  NEWEST,
  /** The fresh preferred, as by default. */
  RECENT,
  /** Three facets and a timeline beside the hits. */
  FACETS;

  /** Moves of a word by one position. */
  static final int SLOP = 5;

  /** In letters. */
  static final int PREFIX_LENGTH = 4;

  /** The class whose words are asked. */
  QueryClass drawnAs() {
    return switch (this) {
      case DATE_30_DAYS, DATE_2_YEARS, NEWEST, RECENT, FACETS -> OR_2;
      case COMMON_TERM, RARE_TERM, AND, OR_2, OR_5, PHRASE, NEAR, PREFIX, FUZZY -> this;
    };
  }

  /** How far an article may be from the one that the words were taken from, if it is dated. */
  Duration reach() {
    return Duration.ofDays(this == DATE_30_DAYS ? 15 : 365);
  }
}
