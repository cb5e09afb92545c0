package dev.dateline.lucene;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.jspecify.annotations.Nullable;

/** Where an index has what is known of the files that were read. */
final class SourcesFolder {

  private final Path path;

  /**
   * @param path the folder itself
   */
  SourcesFolder(Path path) {
    this.path = path;
  }

  /** That of the index in a folder. */
  static SourcesFolder of(Path root) {
    return new SourcesFolder(root.resolve("sources"));
  }

  Path path() {
    return path;
  }

  /**
   * Which folder it is: others may take its place under the same path.
   *
   * @param key what the file system knows it by; null where it is not there
   */
  record Identity(Path path, @Nullable Object key) {}

  /** Which folder it is now. */
  Identity identity() throws IOException {
    try {
      return new Identity(path, Files.readAttributes(path, BasicFileAttributes.class).fileKey());
    } catch (NoSuchFileException e) {
      return new Identity(path, null);
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
  static Size size(IndexFolder index) {
    try (HeldCommit held = index.holdSources()) {
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

  /**
   * Holds the latest commit of the sources, or gives null where there are none. Lucene makes a
   * folder that is removed at this moment, with nothing in it.
   */
  @Nullable HeldCommit hold() throws IOException {
    if (!Files.isDirectory(path)) {
      return null;
    }
    Directory directory = FSDirectory.open(path);
    if (!DirectoryReader.indexExists(directory)) {
      directory.close();
      return null;
    }
    return HeldCommit.latest(directory);
  }
}
