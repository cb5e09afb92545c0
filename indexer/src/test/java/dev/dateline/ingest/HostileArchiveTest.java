package dev.dateline.ingest;

import static dev.dateline.ingest.Archives.gzip;
import static dev.dateline.ingest.Archives.line;
import static dev.dateline.ingest.Archives.tar;
import static dev.dateline.ingest.Archives.zip;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.dateline.ingest.reader.Outcome;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.junit.jupiter.api.Test;

/** No archive keeps the reading busy, fills the memory or breaks it. */
class HostileArchiveTest {

  private static final String BOMB = "it unpacks to more than 300 times its size";

  private static List<String> read(String name, byte[] bytes) throws IOException {
    return Reads.summary(Reads.outcomes(name, bytes));
  }

  private static byte[] zeros(int megabytes) {
    return new byte[megabytes << 20];
  }

  /** So many megabytes of zeros in a zip file, of which none are held in memory. */
  private static byte[] zipOfZeros(String name, int megabytes) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      zip.setLevel(Deflater.BEST_COMPRESSION);
      zip.putNextEntry(new ZipEntry(name));
      byte[] zeros = zeros(1);
      for (int i = 0; i < megabytes; i++) {
        zip.write(zeros);
      }
    }
    return bytes.toByteArray();
  }

  @Test
  void aGzipBombIsEnded() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
      gzip.write(line("a"));
      byte[] zeros = zeros(1);
      for (int i = 0; i < 200; i++) {
        gzip.write(zeros);
      }
    }
    assertEquals(List.of("a", ": " + BOMB), read("a.jsonl.gz", bytes.toByteArray()));
  }

  @Test
  void aZipBombIsEndedAlsoWhereItIsHidden() throws IOException {
    for (String name : List.of("bomb.bin", "bomb.html", ".hidden", "folder/")) {
      List<String> outcomes = read("a.zip", zipOfZeros(name, 200));
      assertEquals("entry 1: " + BOMB, outcomes.getLast(), name);
    }
  }

  @Test
  void bombsInBombsCountTogether() throws IOException {
    byte[] inner = zipOfZeros("zeros", 40);
    Map<String, byte[]> copies = new LinkedHashMap<>();
    for (int i = 0; i < 20; i++) {
      copies.put(i + ".zip", inner);
    }
    List<String> outcomes = read("a.zip", zip(Map.of("middle.zip", zip(copies))));
    assertEquals("entry 1: " + BOMB, outcomes.getLast());
  }

  @Test
  void archivesThatHoldThemselvesAreEnded() throws IOException {
    byte[] zip = zip(Map.of("a.jsonl", line("a")));
    for (int i = 0; i < 20; i++) {
      zip = zip(Map.of("r.zip", zip));
    }
    List<Outcome> outcomes = Reads.outcomes("r.zip", zip);
    assertEquals(List.of(": it lies more than 3 archives deep"), Reads.summary(outcomes));
    assertEquals("r.zip!r.zip!r.zip!r.zip", Reads.malformed(outcomes.getFirst()).file());
  }

  @Test
  void gzipInGzipWithoutEndIsEnded() throws IOException {
    byte[] gzip = line("a");
    for (int i = 0; i < 20; i++) {
      gzip = gzip(gzip);
    }
    assertEquals(List.of("passed over: neither a text nor of a known format"), read("a.gz", gzip));
  }

  @Test
  void whatIsRepetitiveButRealIsNoBomb() throws IOException {
    StringBuilder lines = new StringBuilder();
    String text = "It was warm, and so the ice on the lake melted early. ".repeat(100);
    for (int i = 0; i < 15_000; i++) {
      lines.append("{\"id\":\"").append(i).append("\",\"title\":\"T\",\"body\":\"").append(text);
      lines.append("\"}\n");
    }
    List<Outcome> outcomes = new ArrayList<>();
    byte[] gzip = Reads.gzip(lines.toString());
    assertTrue(lines.length() > 70 << 20 && gzip.length < lines.length() / 100);
    Ingest.read("a.jsonl.gz", new ByteArrayInputStream(gzip), outcomes::add);
    assertEquals(15_000, outcomes.size());
    Reads.article(outcomes.getLast());
  }

  @Test
  void anArchiveThatIsCutOffGivesAReasonWhereverItIsCut() throws IOException {
    Map<String, byte[]> entries = new LinkedHashMap<>();
    entries.put("a.jsonl", line("a"));
    entries.put("b.jsonl.gz", gzip(line("b")));
    entries.put("c.zip", zip(Map.of("c.jsonl", line("c"))));
    byte[] zip = zip(entries);
    byte[] tar = Arrays.copyOf(tar(entries), 512 * 6);
    for (byte[] whole : List.of(zip, tar, gzip(tar), UnsizedZip.of(line("a"), line("b")))) {
      for (int length = 0; length < whole.length; length++) {
        byte[] cut = Arrays.copyOf(whole, length);
        List<String> outcomes =
            assertDoesNotThrow(() -> read("a.bin", cut), () -> "cut at " + cut.length);
        boolean between = Arrays.equals(whole, tar) && length % 512 == 0 && length > 0;
        assertTrue(between || isTold(outcomes), () -> "cut at " + cut.length + ": " + outcomes);
      }
    }
  }

  private static boolean isTold(List<String> outcomes) {
    return !outcomes.isEmpty() && outcomes.getLast().contains(": ");
  }

  @Test
  void anArchiveWithBrokenBytesGivesNoError() throws IOException {
    long seed = new Random().nextLong();
    Random random = new Random(seed);
    Map<String, byte[]> entries = new LinkedHashMap<>();
    entries.put("a.jsonl", line("a"));
    entries.put("b.jsonl.gz", gzip(line("b")));
    List<byte[]> archives =
        List.of(
            zip(entries),
            Arrays.copyOf(tar(entries), 4096),
            UnsizedZip.of(line("a"), line("b")),
            paxTar());
    for (int i = 0; i < 4_000; i++) {
      byte[] bytes = archives.get(i % archives.size()).clone();
      for (int changes = random.nextInt(6); changes >= 0; changes--) {
        bytes[4 + random.nextInt(bytes.length - 4)] = (byte) random.nextInt(256);
      }
      assertDoesNotThrow(() -> read("a", bytes), "seed " + seed);
    }
  }

  private static byte[] paxTar() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (TarArchiveOutputStream tar = new TarArchiveOutputStream(bytes, UTF_8.name())) {
      tar.setLongFileMode(TarArchiveOutputStream.LONGFILE_POSIX);
      TarArchiveEntry entry = new TarArchiveEntry("x".repeat(150) + ".jsonl");
      entry.setSize(line("a").length);
      tar.putArchiveEntry(entry);
      tar.write(line("a"));
      tar.closeArchiveEntry();
    }
    return Arrays.copyOf(bytes.toByteArray(), 3_072);
  }

  /** A tar header with a right check sum. */
  private static byte[] header(String name, long size, byte type) {
    TarArchiveEntry entry = new TarArchiveEntry(name, type);
    entry.setSize(size);
    byte[] header = new byte[512];
    entry.writeEntryHeader(header);
    return header;
  }

  @Test
  void aTarEntryThatIsLargerThanItsFileIsCutOff() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    bytes.write(header("a.jsonl", 4L << 30, TarConstants.LF_NORMAL));
    bytes.write(line("a"));
    List<String> outcomes = read("a.tar", bytes.toByteArray());
    assertEquals("a", outcomes.getFirst());
    assertTrue(outcomes.getLast().startsWith("entry 2: "), outcomes.toString());
  }

  @Test
  void aNameOfTwoGigabytesIsNotHeldInMemory() throws IOException {
    for (byte type :
        new byte[] {TarConstants.LF_GNUTYPE_LONGNAME, TarConstants.LF_PAX_EXTENDED_HEADER_LC}) {
      InputStream in =
          new SequenceInputStream(
              new ByteArrayInputStream(header("././@LongLink", 2L << 30, type)),
              new Endless("x".getBytes(US_ASCII), 2L << 30));
      List<Outcome> outcomes = new ArrayList<>();
      Ingest.read("a.tar", in, outcomes::add);
      assertEquals(1, outcomes.size());
      Reads.malformed(outcomes.getFirst());
    }
  }

  @Test
  void longNamesThatFollowEachOtherWithoutEndAreEnded() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    bytes.write(header("././@LongLink", 1, TarConstants.LF_GNUTYPE_LONGNAME));
    bytes.write(Arrays.copyOf("a".getBytes(US_ASCII), 512));
    List<Outcome> outcomes = new ArrayList<>();
    Ingest.read("a.tar", new Endless(bytes.toByteArray(), 100 << 20), outcomes::add);
    assertEquals(
        List.of("entry 1: a name or header in it is longer than a million bytes"),
        Reads.summary(outcomes));
  }

  @Test
  void anEntryWithoutASizeIsNotHeldInMemoryWhateverItsLength() throws IOException {
    byte[] start = Arrays.copyOf(UnsizedZip.of(line("a")), 30 + 7);
    InputStream in =
        new SequenceInputStream(new ByteArrayInputStream(start), new Endless(line("b"), 200 << 20));
    List<Outcome> outcomes = new ArrayList<>();
    Ingest.read("a.zip", in, outcomes::add);
    assertEquals(
        "entry 1: an entry that does not say its size is longer than 16 million bytes",
        Reads.summary(outcomes).getLast());
  }
}
