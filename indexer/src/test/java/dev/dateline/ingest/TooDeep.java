package dev.dateline.ingest;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A tree of folders whose innermost path is longer than the system takes (4,096 bytes on Linux), so
 * that it cannot be opened, not even by root. Closing it makes it shorter again.
 */
public final class TooDeep implements Closeable {

  private static final int HALF = 12;
  private static final String NAME = "deep".repeat(50);

  private final Path upper;
  private final Path lower;
  private final Path inner;

  /** Makes the tree in a folder. */
  public TooDeep(Path folder) throws IOException {
    upper = folder.resolve("upper");
    lower = folder.resolve("lower");
    inner = Files.createDirectories(nested(upper)).resolve("lower");
    Files.createDirectories(nested(lower));
    Files.move(lower, inner);
  }

  private static Path nested(Path top) {
    Path path = top;
    for (int i = 0; i < HALF; i++) {
      path = path.resolve(NAME);
    }
    return path;
  }

  /** The outermost folder. */
  public Path top() {
    return upper;
  }

  @Override
  public void close() throws IOException {
    Files.move(inner, lower);
  }
}
