package dev.dateline.lucene;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;
import org.apache.lucene.index.CorruptIndexException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What was written since another generation was in use is known after a crash, whatever the ids;
 * and where a bit of it was damaged later, that is seen.
 */
class WrittenSinceTest {

  @TempDir private Path folder;

  private Path file() {
    return folder.resolve("written-since-1-to-2");
  }

  /** Two ids that are on disk, and what was being written when the power failed. */
  private void write(byte[] torn) throws IOException {
    try (WrittenSince since = WrittenSince.start(file())) {
      since.add("first");
      since.save();
      since.add("second");
      since.save();
    }
    Files.write(file(), torn, StandardOpenOption.APPEND);
  }

  private List<String> ids() throws IOException {
    try (WrittenSince since = WrittenSince.open(file())) {
      return List.copyOf(since.ids());
    }
  }

  private List<String> afterACutIn(byte[] torn) throws IOException {
    write(torn);
    try (WrittenSince since = WrittenSince.open(file())) {
      since.add("after");
      since.save();
    }
    return ids();
  }

  @Test
  void aLineThatWasCutOffIsLeftOut() throws IOException {
    byte[] line = IdLines.of("torn");
    for (int length = 0; length < line.length; length++) {
      assertEquals(List.of("first", "second", "after"), afterACutIn(Arrays.copyOf(line, length)));
    }
  }

  @Test
  void aLineThatWasCutOffIsLeftOutHoweverLongItsIdIs() throws IOException {
    for (int length : List.of(10_000, 200_000)) {
      byte[] line = IdLines.of("x".repeat(length));
      assertEquals(List.of("first", "second", "after"), afterACutIn(Arrays.copyOf(line, length)));
    }
  }

  /** A disk may have written what came later, and not what came before. */
  @Test
  void whatIsBehindSectorsThatWereNotWrittenIsLeftOut() throws IOException {
    byte[] torn = Arrays.copyOf(new byte[512], 512 + IdLines.of("later").length);
    System.arraycopy(IdLines.of("later"), 0, torn, 512, torn.length - 512);
    assertEquals(List.of("first", "second", "after"), afterACutIn(torn));
  }

  @Test
  void whicheverBitIsDamagedOfWhatIsOnDiskNoIdIsLeftOutInSilence() throws IOException {
    write(new byte[0]);
    byte[] whole = Files.readAllBytes(file());
    long ids = new String(whole, UTF_8).lastIndexOf('\t');
    for (int bit = 0; bit < 8 * whole.length; bit++) {
      byte[] damaged = whole.clone();
      damaged[bit / 8] ^= (byte) (1 << bit % 8);
      Files.write(file(), damaged);
      if (bit / 8 < ids) {
        assertThrows(CorruptIndexException.class, this::ids, "bit " + bit);
      } else {
        assertEquals(List.of("first", "second"), ids(), "bit " + bit);
      }
    }
  }

  @Test
  void aCopyHoldsTheSame() throws IOException {
    write(IdLines.of("third"));
    Path copy = folder.resolve("written-since-1-to-3");
    WrittenSince.copy(file(), copy);
    try (WrittenSince since = WrittenSince.open(copy)) {
      assertEquals(List.of("first", "second", "third"), List.copyOf(since.ids()));
    }
  }
}
