package dev.dateline.lucene;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.function.Consumer;
import java.util.zip.CRC32C;
import org.apache.lucene.index.CorruptIndexException;
import org.jspecify.annotations.Nullable;

/**
 * The lines of a {@link WrittenSince}: an id each, after the checksum of its bytes (CRC-32C), and
 * in between one that says that what is above is on disk. So a line that is damaged is told from
 * one that was not yet written whole when the power failed: behind the latter nothing is on disk
 * for sure.
 *
 * <pre>
 *         saved
 * 2f31b81a wire-1
 * f8c3c4a1 wire-2
 *         saved
 * </pre>
 */
final class IdLines {

  /** No id has such a character. */
  private static final String SAVED = "\tsaved";

  private static final int CHECKSUM_LENGTH = 8;

  private IdLines() {}

  /** The line that says that what is above is on disk; the first of all. */
  static byte[] saved() {
    return bytes(SAVED);
  }

  /** The line of an id without control characters. */
  static byte[] of(String id) {
    return bytes(checksum(id) + " " + id);
  }

  private static byte[] bytes(String line) {
    return (line + "\n").getBytes(UTF_8);
  }

  private static String checksum(String id) {
    CRC32C checksum = new CRC32C();
    checksum.update(id.getBytes(UTF_8));
    return HexFormat.of().toHexDigits((int) checksum.getValue());
  }

  /**
   * Reads all that was written whole.
   *
   * @param ids is given each id, in the order in which they were written
   * @return where that ends, in bytes
   * @throws CorruptIndexException if a line is damaged that was on disk
   */
  static long read(Path file, Consumer<String> ids) throws IOException {
    long size = Files.size(file);
    try (BufferedReader lines =
        new BufferedReader(new InputStreamReader(Files.newInputStream(file), UTF_8))) {
      String first = lines.readLine();
      if (!SAVED.equals(first)) {
        throw damaged(file, 1);
      }
      long end = saved().length;
      long number = 2;
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        String id = id(line);
        long next = end + bytes(line).length;
        if (next > size || (id == null && !line.equals(SAVED))) {
          checkIsTheRest(line, lines, file, number);
          return end;
        }
        if (id != null) {
          ids.accept(id);
        }
        end = next;
        number++;
      }
      return end;
    }
  }

  /** The id in a line; null if there is none, or it is not as it was written. */
  private static @Nullable String id(String line) {
    if (line.length() <= CHECKSUM_LENGTH) {
      return null;
    }
    String id = line.substring(CHECKSUM_LENGTH + 1);
    return line.equals(checksum(id) + " " + id) ? id : null;
  }

  /** Also the end of a line may be damaged, so that the one behind it seems to be part of it. */
  private static void checkIsTheRest(String bad, BufferedReader lines, Path file, long number)
      throws IOException {
    boolean wasOnDisk = bad.indexOf(SAVED) > 0; // one that begins so speaks of those above
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      wasOnDisk |= line.contains(SAVED);
    }
    if (wasOnDisk) {
      throw damaged(file, number);
    }
  }

  private static CorruptIndexException damaged(Path file, long line) {
    return new CorruptIndexException("line " + line + " is not as it was written", file.toString());
  }
}
