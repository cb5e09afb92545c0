package dev.dateline.lucene;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.util.IOUtils;
import org.jspecify.annotations.Nullable;

/** Where an index has what is known of the files that were read. */
final class SourcesFolder {

  private final Path root;

  /**
   * @param root the folder of the index
   */
  SourcesFolder(Path root) {
    this.root = root;
  }

  Path path() {
    return root.resolve("sources");
  }

  /** Where sources are made ready that are to take the place of those that are there. */
  Path next() {
    return root.resolve("sources.new");
  }

  /** Puts the sources that were made ready, if there are any, in place; there are none then. */
  void adoptNext() throws IOException {
    if (Files.exists(next())) {
      Files.move(next(), path(), ATOMIC_MOVE);
      IOUtils.fsync(root, true);
    }
  }

  /**
   * What there is of sources.
   *
   * @param kept how many files and streams are kept; null if that cannot be read, of which {@link
   *     Verification} says more
   */
  record Size(@Nullable Long kept, long bytes) {}

  /** What there is of them in the latest commit. */
  Size size() {
    try (HeldCommit held = hold()) {
      if (held == null) {
        return new Size(0L, 0);
      }
      try (DirectoryReader reader = DirectoryReader.open(held)) {
        return new Size(KeptSources.count(reader), held.bytes());
      }
    } catch (IOException e) {
      return new Size(null, 0);
    }
  }

  /** Holds the latest commit of the sources, or gives null where there are none. */
  @Nullable HeldCommit hold() throws IOException {
    if (!Files.isDirectory(path())) {
      return null;
    }
    Directory directory = FSDirectory.open(path());
    if (!DirectoryReader.indexExists(directory)) {
      directory.close();
      return null;
    }
    return HeldCommit.latest(directory);
  }
}
