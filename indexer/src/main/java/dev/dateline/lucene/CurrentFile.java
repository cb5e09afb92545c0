package dev.dateline.lucene;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;
import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.OptionalLong;
import java.util.zip.CRC32;
import org.apache.lucene.util.IOUtils;

/**
 * The file that says which generation is in use, and, in a second line, which one is kept that was
 * in use before. One file, so that no crash leaves half of a swap. A last line has the checksum of
 * those before it: by a number that is not as it was written a generation would be removed that is
 * in use. Where it was written by hand, or by an earlier version, there is none.
 */
final class CurrentFile {

  private static final String CHECKSUM = "checksum ";

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
   * @throws NumberFormatException if that is not what it says, or not what was written
   */
  Content read() throws IOException {
    String text = Files.readString(file, ISO_8859_1); // in which any bytes are some text
    int end = text.indexOf(CHECKSUM);
    List<String> lines = (end < 0 ? text : text.substring(0, end)).strip().lines().toList();
    if (lines.isEmpty() || lines.size() > 2) {
      throw new NumberFormatException("one or two numbers");
    }
    long used = Long.parseLong(lines.getFirst());
    OptionalLong previous =
        lines.size() == 1 ? OptionalLong.empty() : OptionalLong.of(Long.parseLong(lines.getLast()));
    Content content = new Content(used, previous);
    if (end >= 0 && !text.equals(text(content))) {
      throw new NumberFormatException("its checksum is that of another text");
    }
    if (previous.isPresent() && previous.getAsLong() == used) {
      throw new NumberFormatException("the same number twice");
    }
    return content;
  }

  private static String text(Content content) {
    StringBuilder numbers = new StringBuilder().append(content.current()).append('\n');
    content.previous().ifPresent(previous -> numbers.append(previous).append('\n'));
    CRC32 checksum = new CRC32();
    checksum.update(numbers.toString().getBytes(ISO_8859_1));
    return numbers + CHECKSUM + HexFormat.of().toHexDigits((int) checksum.getValue()) + "\n";
  }

  /** Replaces it. Atomic: a crash leaves the one or the other. */
  void replace(Content content) throws IOException {
    Path next = file.resolveSibling("current.new");
    Files.writeString(next, text(content), ISO_8859_1);
    IOUtils.fsync(next, false);
    Files.move(next, file, ATOMIC_MOVE, REPLACE_EXISTING);
    IOUtils.fsync(file.getParent(), true);
  }
}
