package dev.dateline.ingest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;

/**
 * A file that is read, as it was when it was found.
 *
 * @param path the path by which it was found
 * @param size its length in bytes
 * @param modified when it was last changed, as exactly as its file system knows
 */
public record InputFile(Path path, long size, Instant modified) {

  /**
   * The file as it is now.
   *
   * @throws IOException if that cannot be known
   */
  public static InputFile of(Path path) throws IOException {
    return of(path, Files.readAttributes(path, BasicFileAttributes.class));
  }

  static InputFile of(Path path, BasicFileAttributes attributes) {
    return new InputFile(path, attributes.size(), attributes.lastModifiedTime().toInstant());
  }
}
