package dev.dateline.index;

/** How many of the query's words an article must have. */
public enum Match {
  /**
   * All of them; where no article in the index has them all (filters apart), any of them, and the
   * answer says so.
   */
  AUTO,
  /** All of them. */
  ALL,
  /** At least one of them. */
  ANY,
  /**
   * At least one of them; and by relevance, articles come higher that share the telling words of
   * the best hits, which the answer's warnings name. For research: it finds more of what is about a
   * subject, and a single known article worse.
   */
  BROAD
}
