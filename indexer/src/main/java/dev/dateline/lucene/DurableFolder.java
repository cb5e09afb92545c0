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
   * Makes a folder, and those above it that are not there. When this returns their names are on
   * disk. That of the folder is put there also where it is seen: who made it may have been killed
   * before that was sure.
   */
  static void make(Path folder) throws IOException {
    Path above = folder.toAbsolutePath().getParent();
    if (above == null) {
      return; // the root of a file system
    }
    if (Files.notExists(above)) {
      make(above);
    }
    boolean seen = Files.exists(folder);
    Files.createDirectories(folder);
    try {
      IOUtils.fsync(above, true);
    } catch (AccessDeniedException e) {
      if (!seen) {
        throw e;
      }
      // Whoever may write in the folder above made it.
    }
  }
}
