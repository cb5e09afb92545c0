package dev.dateline.cli;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;
import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;

/** Files that are on disk, under their name, when that was said. */
final class Replacement {

  private Replacement() {}

  /**
   * Puts a new file in the place of another. A power failure leaves the one or the other, whole.
   */
  static void move(Path fresh, Path file) throws IOException {
    try (FileChannel bytes = FileChannel.open(fresh, WRITE)) {
      bytes.force(true);
    }
    Files.move(fresh, file, ATOMIC_MOVE, REPLACE_EXISTING);
    saveFolder(file);
  }

  /** Removes a file, if it is there. */
  static void remove(Path file) throws IOException {
    if (Files.deleteIfExists(file)) {
      saveFolder(file);
    }
  }

  /** What a folder lists outlasts a power failure only once the folder itself is on disk. */
  static void saveFolder(Path file) throws IOException {
    Path folder = file.toAbsolutePath().getParent();
    try (FileChannel listing = FileChannel.open(folder, READ)) {
      listing.force(true);
    } catch (IOException e) {
      // Windows opens no folder, and needs not be asked.
      if (!System.getProperty("os.name", "").startsWith("Windows")) {
        throw e;
      }
    }
  }
}
