package dev.dateline.lucene;

import java.io.IOException;

/**
 * Something in an index that is not as it was written, or not as it must be.
 *
 * @param file where: a file or folder, relative to the folder of the index
 * @param what what is wrong, in words for the person who keeps the index
 */
public record Damage(String file, String what) {

  /** Of a folder of which it cannot be read which files it consists of. */
  static Damage unreadable(String folder, IOException e) {
    return new Damage(folder, "what it consists of cannot be read (" + e.getMessage() + ")");
  }
}
