package dev.dateline.lucene;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.lucene.util.IOUtils;

/** Folders that outlast a power failure. */
final class DurableFolder {

  private DurableFolder() {}

  /**
   * Makes a folder, and those above it that are not there. When this returns the names of all are
   * on disk, up to the root of the file system, also of those that were there: who made them may
   * have been killed before that was sure. That takes a sync for each, so it is for where nothing
   * is yet that was made after them.
   */
  static void make(Path folder) throws IOException {
    Path above = folder.toAbsolutePath().getParent();
    if (above != null) {
      make(above);
      makeIn(above, folder);
    }
  }

  /**
   * Makes a folder in one that is on disk for sure. When this returns its name is on disk, also
   * where it was there.
   */
  static void makeIn(Path above, Path folder) throws IOException {
    boolean seen = Files.exists(folder);
    Files.createDirectories(folder);
    try {
      IOUtils.fsync(above, true);
    } catch (AccessDeniedException e) {
      if (!seen) {
        throw e;
      }
      // Whoever may read and write in the folder above made it.
    }
  }
}
