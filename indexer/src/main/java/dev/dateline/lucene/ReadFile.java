package dev.dateline.lucene;

import java.time.Instant;

/**
 * A file that was read into an index, or is being read.
 *
 * @param path its path, absolute
 * @param size its length in bytes when it was read
 * @param modified when it had last been changed then
 * @param taken how many outcomes of it were taken, from its first on
 * @param whole whether these were all
 * @param kept whether what was in it is kept
 */
public record ReadFile(
    String path, long size, Instant modified, long taken, boolean whole, boolean kept) {

  /** Whether a file of this length and age is the one that was read. */
  public boolean is(long size, Instant modified) {
    return this.size == size && this.modified.equals(modified);
  }
}
