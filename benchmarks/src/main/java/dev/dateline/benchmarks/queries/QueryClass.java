package dev.dateline.benchmarks.queries;

/** The classes of queries that are measured, as people ask them of news. */
public enum QueryClass {
  /** One word that at least one article in a hundred has. */
  COMMON_TERM,
  /** One word that at most one article in a thousand has. */
  RARE_TERM,
  /** Two words of one article, both required. */
  AND,
  /** Two words of one article, either sufficing. */
  OR,
  /** Two words as they follow one another. */
  PHRASE,
  /** One word, in the thirty days around an article that has it. */
  DATE,
  /** One word, newest article first. */
  NEWEST
}
