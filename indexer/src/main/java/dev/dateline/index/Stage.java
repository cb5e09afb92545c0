package dev.dateline.index;

/** What a search spends its time on, in this order. */
public enum Stage {
  /** The hits are found and ranked; the query is parsed before. */
  FIND,
  /** Articles are counted: the total, facets, the timeline. */
  COUNT,
  /** The articles of the page are read, and snippets made of them. */
  SHOW
}
