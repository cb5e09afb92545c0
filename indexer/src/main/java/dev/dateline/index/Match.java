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
  ANY
}
