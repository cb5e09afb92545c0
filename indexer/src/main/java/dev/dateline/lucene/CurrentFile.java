package dev.dateline.lucene;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;
import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;
import org.apache.lucene.util.IOUtils;

/**
 * The file that says which generation is in use, and, in a second line, which one is kept that was
 * in use before. One file, so that no crash leaves half of a swap.
 */
final class CurrentFile {

  private final Path file;

  /**
   * @param root the folder of the index
   */
  CurrentFile(Path root) {
    this.file = root.resolve("current");
  }

  /**
   * What it says.
   *
   * @param current the number of the generation in use
   * @param previous the number of the one that was in use before, where that is kept
   */
  record Content(long current, OptionalLong previous) {}

  Path path() {
    return file;
  }

  boolean exists() {
    return Files.exists(file);
  }

  /**
   * Reads it.
   *
   * @throws NoSuchFileException if it is not there
   * @throws NumberFormatException if that is not what it says
   */
  Content read() throws IOException {
    List<String> lines = Files.readString(file, UTF_8).strip().lines().toList();
    if (lines.isEmpty() || lines.size() > 2) {
      throw new NumberFormatException("one or two lines");
    }
    return new Content(
        Long.parseLong(lines.getFirst()),
        lines.size() == 1
            ? OptionalLong.empty()
            : OptionalLong.of(Long.parseLong(lines.getLast())));
  }

  /** Replaces it. Atomic: a crash leaves the one or the other. */
  void replace(Content content) throws IOException {
    Path next = file.resolveSibling("current.new");
    StringBuilder lines = new StringBuilder().append(content.current()).append('\n');
    content.previous().ifPresent(previous -> lines.append(previous).append('\n'));
    Files.writeString(next, lines, UTF_8);
    IOUtils.fsync(next, false);
    Files.move(next, file, ATOMIC_MOVE, REPLACE_EXISTING);
    IOUtils.fsync(file.getParent(), true);
  }
}
