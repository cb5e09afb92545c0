package dev.dateline.index;

/**
 * The order of hits. Ties are broken by date, newest first, then by the id, by number where it is
 * one and else by a hash of it: the order is total.
 */
public enum Order {
  RELEVANCE,
  /** Strictly by date, newest first; undated articles last. */
  NEWEST,
  /** Strictly by date, oldest first; undated articles last. */
  OLDEST
}
