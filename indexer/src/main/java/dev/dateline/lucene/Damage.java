package dev.dateline.lucene;

/**
 * Something in an index that is not as it was written, or not as it must be.
 *
 * @param file where: a file or folder, relative to the folder of the index
 * @param what what is wrong, in words for the person who keeps the index
 */
public record Damage(String file, String what) {

  /** Of a folder of which it cannot be read which files it consists of. */
  static Damage unreadable(String folder, Throwable e) {
    return new Damage(folder, "what it consists of cannot be read (" + e.getMessage() + ")");
  }

  /** Of a file whose bytes do not have its checksum, or that cannot be read. */
  static Damage changed(String file, Throwable e) {
    return new Damage(file, "its bytes are not those that were written (" + e.getMessage() + ")");
  }
}
