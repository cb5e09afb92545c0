package dev.dateline.lucene;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.apache.lucene.util.IOUtils;

/**
 * Folders that were damaged, and lie beside the index for whoever keeps it to look at and remove.
 * No writer touches them.
 */
final class SetAside {

  private static final String DAMAGED = "damaged-";

  private final Path root;

  /**
   * @param root the folder of the index
   */
  SetAside(Path root) {
    this.root = root;
  }

  /**
   * Keeps the files of a folder under another name as well, so that they outlast it. They take no
   * room while both are there, where the file system knows hard links. When this returns they are
   * on disk.
   *
   * @return where they are
   */
  Path keep(Path folder) throws IOException {
    Path aside = free(folder);
    link(folder, aside);
    IOUtils.fsync(root, true);
    return aside;
  }

  /** All of them. */
  List<Path> list() throws IOException {
    try (Stream<Path> inside = Files.list(root)) {
      return inside.filter(path -> path.getFileName().toString().startsWith(DAMAGED)).toList();
    }
  }

  /** A name that is not taken, but by files of this folder, as who is cut off leaves them. */
  private Path free(Path folder) throws IOException {
    for (int number = 1; ; number++) {
      String name = DAMAGED + folder.getFileName() + (number == 1 ? "" : "." + number);
      if (holdsNoOther(root.resolve(name), folder)) {
        return root.resolve(name);
      }
    }
  }

  private static boolean holdsNoOther(Path aside, Path folder) throws IOException {
    for (Path file : files(aside)) {
      Path same = folder.resolve(file.getFileName());
      if (Files.notExists(same) || !Files.isSameFile(file, same)) {
        return false;
      }
    }
    return true;
  }

  /**
   * Gives a folder, which may have some of them, all files of another, but for the lock. When this
   * returns they are on disk, and so is the folder but for its name.
   */
  static void link(Path folder, Path to) throws IOException {
    Files.createDirectories(to);
    for (Path file : files(folder)) {
      Path link = to.resolve(file.getFileName());
      if (Files.notExists(link) && !file.endsWith("write.lock")) {
        linkOrCopy(file, link);
      }
    }
    IOUtils.fsync(to, true);
  }

  private static void linkOrCopy(Path file, Path link) throws IOException {
    try {
      Files.createLink(link, file);
    } catch (UnsupportedOperationException | IOException e) {
      // another file system, or one without links
      try (InputStream bytes = Files.newInputStream(file)) {
        Files.copy(bytes, link);
      }
      IOUtils.fsync(link, false);
    }
  }

  private static List<Path> files(Path folder) throws IOException {
    if (Files.notExists(folder)) {
      return List.of();
    }
    try (Stream<Path> inside = Files.list(folder)) {
      return inside.filter(Files::isRegularFile).toList();
    }
  }
}
