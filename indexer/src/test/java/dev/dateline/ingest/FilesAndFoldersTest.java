package dev.dateline.ingest;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.dateline.ingest.reader.Outcome;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files and folders are read as they lie on disk, packed or not. */
class FilesAndFoldersTest {

  @TempDir private Path folder;

  private Path write(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, text);
  }

  private static String article(String id) {
    return "{\"id\":\"" + id + "\",\"title\":\"T\"}\n";
  }

  @Test
  void aFolderIsReadInTheOrderOfItsNamesWithoutWhatIsHidden() throws IOException {
    write("b/2.jsonl", article("b2"));
    write("b/1.jsonl", article("b1"));
    write("a.jsonl", article("a"));
    write("c.jsonl", article("c"));
    write(".hidden.jsonl", article("hidden"));
    write(".git/x.jsonl", article("hidden"));
    assertEquals(List.of("a", "b1", "b2", "c"), Reads.summary(Reads.outcomes(folder)));
  }

  @Test
  void aMissingPathIsToldBeforeAnythingIsRead() throws IOException {
    Path file = write("a.jsonl", article("a"));
    List<Outcome> outcomes = new ArrayList<>();
    assertThrows(
        NoSuchFileException.class,
        () -> Ingest.read(List.of(file, folder.resolve("missing")), outcomes::add));
    assertEquals(List.of(), outcomes);
  }

  @Test
  void linksInAFolderArePassedOverAndCannotMakeItEndless() throws IOException {
    write("in/a.jsonl", article("a"));
    write("outside.jsonl", article("outside"));
    Files.createSymbolicLink(folder.resolve("in/ring"), folder.resolve("in"));
    Files.createSymbolicLink(folder.resolve("in/leak.jsonl"), folder.resolve("outside.jsonl"));
    assertEquals(
        List.of("a", "passed over: it is a link", "passed over: it is a link"),
        Reads.summary(Reads.outcomes(folder.resolve("in"))));
    assertEquals(
        List.of("outside"), Reads.summary(Reads.outcomes(folder.resolve("in/leak.jsonl"))));
  }

  @Test
  void gzipIsKnownByItsContent() throws IOException {
    Files.write(folder.resolve("a.jsonl"), Reads.gzip(article("a")));
    Files.write(folder.resolve("b.jsonl.gz"), Reads.gzip(article("b")));
    write("c.jsonl.gz", article("c"));
    Files.write(folder.resolve("d.txt.gz"), Reads.gzip("Ice melts\nIt was warm.\n"));
    List<Outcome> outcomes = Reads.outcomes(folder);
    assertEquals(List.of("a", "b", "c"), Reads.summary(outcomes).subList(0, 3));
    assertEquals("Ice melts", Reads.article(outcomes.getLast()).title());
  }

  @Test
  void gzipFilesPutTogetherAreReadToTheLastAlsoFromASlowPipe() throws IOException {
    ByteArrayOutputStream both = new ByteArrayOutputStream();
    both.write(Reads.gzip(article("a")));
    both.write(Reads.gzip(article("b")));
    List<Outcome> outcomes = new ArrayList<>();
    var slow =
        new ByteArrayInputStream(both.toByteArray()) {
          @Override
          public synchronized int available() {
            return 0;
          }

          @Override
          public synchronized int read(byte[] bytes, int offset, int length) {
            return super.read(bytes, offset, Math.min(length, 1));
          }
        };
    Ingest.read("-", slow, outcomes::add);
    assertEquals(List.of("a", "b"), Reads.summary(outcomes));
  }

  @Test
  void aTruncatedGzipFileKeepsWhatWasReadBefore() throws IOException {
    StringBuilder lines = new StringBuilder();
    for (int i = 0; i < 20_000; i++) {
      lines.append(article("article-" + Integer.toHexString(i * 7919)));
    }
    byte[] whole = Reads.gzip(lines.toString());
    byte[] half = Arrays.copyOf(whole, whole.length / 2);
    List<Outcome> outcomes = Reads.outcomes("a.jsonl.gz", half);
    assertEquals(
        "the file is cut off before its end", Reads.malformed(outcomes.getLast()).reason());
    String decoded = decodable(half);
    assertEquals(decoded.lines().count() - (decoded.endsWith("\n") ? 0 : 1), outcomes.size() - 1);
  }

  private static String decodable(byte[] gzip) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (var in = new GZIPInputStream(new ByteArrayInputStream(gzip), 1 << 16)) {
      for (int b = in.read(); b >= 0; b = in.read()) {
        bytes.write(b);
      }
    } catch (EOFException cutOff) {
      // What came before it is what can be decoded.
    }
    return bytes.toString(UTF_8);
  }

  @Test
  void aShortTruncatedGzipFileIsNotTakenForAnEmptyOne() throws IOException {
    byte[] whole = Reads.gzip(article("a"));
    for (int length : new int[] {3, 12, whole.length - 4}) {
      List<Outcome> outcomes = Reads.outcomes("a.gz", Arrays.copyOf(whole, length));
      assertEquals(
          "the file is cut off before its end", Reads.malformed(outcomes.getLast()).reason());
    }
  }

  @Test
  void textInUtf16IsReadByItsMark() throws IOException {
    byte[] story = "\uFEFFIce melts\r\nIt was wärm.\r\n".getBytes(UTF_16LE);
    assertEquals("Ice melts", Reads.article(Reads.outcomes("a.txt", story).getFirst()).title());
    byte[] json = ("\uFEFF" + article("ä") + article("b")).getBytes(UTF_16LE);
    assertEquals(List.of("ä", "b"), Reads.summary(Reads.outcomes("a.jsonl", json)));
  }

  @Test
  void brokenCharactersAreReplacedAndNoted() throws IOException {
    byte[] bytes = "{\"title\":\"caf\u00e9 au lait\"}".getBytes(ISO_8859_1);
    var article = Reads.article(Reads.outcomes("a.jsonl", bytes).getFirst());
    assertEquals("caf\uFFFD au lait", article.title());
    assertEquals(
        List.of("some characters could not be read: they are shown as U+FFFD"),
        article.provenance().notes());
  }

  @Test
  void whatNoReaderKnowsIsPassedOverByName() throws IOException {
    Files.write(folder.resolve("a.png"), new byte[] {(byte) 0x89, 'P', 'N', 'G', 0, 1, 2});
    write("b.txt", " \n\n");
    write("c.svg", "<svg><text>Hello</text></svg>");
    Files.write(folder.resolve("d.txt"), new byte[] {'a', 0, 'b'});
    write("e.txt", "");
    assertEquals(
        List.of(
            "passed over: neither a text nor of a known format",
            "passed over: it is empty",
            "passed over: no known format",
            "passed over: neither a text nor of a known format",
            "passed over: it is empty"),
        Reads.summary(Reads.outcomes(folder)));
  }

  @Test
  void anErrorOfTheSinkEndsTheReadingAndIsNotTakenForTheFiles() throws IOException {
    Path file = write("a.jsonl", article("a") + article("b"));
    IOException full = new IOException("disk full");
    IOException thrown =
        assertThrows(
            IOException.class,
            () ->
                Ingest.read(
                    List.of(file),
                    outcome -> {
                      throw full;
                    }));
    assertSame(full, thrown);
  }
}
