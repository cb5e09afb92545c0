package dev.dateline.ingest.table;

import java.util.List;

/** A row of a table, or what should be one. */
sealed interface Row {

  /** The line that it begins in, from 1. */
  long line();

  /**
   * A row as it should be.
   *
   * @param cells one a column
   */
  record Whole(long line, List<String> cells) implements Row {}

  /**
   * A row that cannot be read.
   *
   * @param reason why, in words that follow "was skipped:"
   */
  record Broken(long line, String reason) implements Row {}
}
