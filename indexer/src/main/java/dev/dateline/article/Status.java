package dev.dateline.article;

import java.time.Instant;

/** Whether an article may be found. */
public sealed interface Status {

  /** Found by everybody: the normal case. */
  Status USABLE = new Usable();

  /** Taken back by its publisher: kept under its id, never found. */
  Status WITHDRAWN = new Withdrawn();

  /** Found by everybody. */
  record Usable() implements Status {}

  /** Kept under its id, so that an older copy cannot bring it back, and never found. */
  record Withdrawn() implements Status {}

  /**
   * Not found before its time.
   *
   * @param until the first instant at which the article is found
   */
  record Embargoed(Instant until) implements Status {}
}
