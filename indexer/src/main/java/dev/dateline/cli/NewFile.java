package dev.dateline.cli;

import java.io.Closeable;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * A file that is there when it is whole: it is written beside its place, and moved there at the
 * end. What is no file, such as a named pipe or {@code /dev/null}, is written as it is.
 */
final class NewFile implements Closeable {

  private final Path place;
  private final Path written;
  private final FileOutputStream out;
  private boolean discarded;

  private NewFile(Path place, Path written) throws IOException {
    this.place = place;
    this.written = written;
    this.out = new FileOutputStream(written.toFile());
  }

  /**
   * Opens a file for writing.
   *
   * @throws IOException if it cannot be written there
   */
  static NewFile at(Path path) throws IOException {
    if (!Files.exists(path)) {
      return new NewFile(path, beside(path));
    }
    Path real = path.toRealPath(); // what a link leads to is replaced, not the link
    return new NewFile(real, Files.isRegularFile(real) ? beside(real) : real);
  }

  private static Path beside(Path path) {
    return path.resolveSibling(path.getFileName() + ".part");
  }

  OutputStream stream() {
    return out;
  }

  /** Puts the file in its place, when it is on disk. */
  synchronized void finish() throws IOException {
    if (discarded) {
      return;
    }
    if (!written.equals(place)) {
      out.getFD().sync();
      out.close();
      Files.move(written, place, StandardCopyOption.ATOMIC_MOVE);
    }
    discarded = true;
  }

  /** Removes what was written, unless it is in its place; who writes on writes to nothing. */
  synchronized void discard() {
    if (!discarded && !written.equals(place)) {
      discarded = true;
      written.toFile().delete();
    }
  }

  @Override
  public void close() throws IOException {
    discard();
    out.close();
  }
}
