package dev.dateline.lucene;

import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.lucene.util.IOUtils;

/** Where an index names the documents that could not be read, unless the list is kept elsewhere. */
public final class FailureList {

  private FailureList() {}

  /** The file of the index in a folder; there is none where nothing failed. */
  public static Path of(Path index) {
    return index.resolve("failures.jsonl");
  }

  /** Gives another index the list of this one, or takes its list away where there is none. */
  static void copy(Path index, Path to) throws IOException {
    Path copy = of(to);
    if (Files.exists(of(index))) {
      Files.copy(of(index), copy, REPLACE_EXISTING);
      IOUtils.fsync(copy, false);
    } else {
      Files.deleteIfExists(copy);
    }
  }
}
