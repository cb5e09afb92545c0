package dev.dateline.ingest;

import static dev.dateline.ingest.Archives.gzip;
import static dev.dateline.ingest.Archives.line;
import static dev.dateline.ingest.Archives.tar;
import static dev.dateline.ingest.Archives.zip;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.dateline.ingest.reader.Outcome;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorOutputStream;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What lies in zip and tar files is read like what lies in folders. */
class ArchiveTest {

  private static final String PAGE =
      "<!DOCTYPE html><html><head><title>Ice melts</title></head><body><article><p>"
          + "It was warm, and so the ice on the lake melted in the course of a single day.</p>"
          + "</article></body></html>";

  @TempDir private Path folder;

  private static Map<String, byte[]> entries(Object... namesAndBytes) {
    Map<String, byte[]> entries = new LinkedHashMap<>();
    for (int i = 0; i < namesAndBytes.length; i += 2) {
      entries.put((String) namesAndBytes[i], (byte[]) namesAndBytes[i + 1]);
    }
    return entries;
  }

  private static List<String> read(String name, byte[] bytes) throws IOException {
    return Reads.summary(Reads.outcomes(name, bytes));
  }

  private static String file(Outcome outcome) {
    return switch (outcome) {
      case Outcome.Read read -> String.valueOf(read.article().provenance().file());
      case Outcome.Malformed bad -> bad.file();
      case Outcome.PassedOver passed -> passed.file();
    };
  }

  private static List<String> files(List<Outcome> outcomes) {
    return outcomes.stream().map(ArchiveTest::file).toList();
  }

  @Test
  void eachEntryIsReadByTheReaderOfItsFormat() throws IOException {
    Map<String, byte[]> entries =
        entries(
            "lines.jsonl", line("a"),
            "folder/", new byte[0],
            "folder/page.html", PAGE.getBytes(UTF_8),
            "packed.jsonl.gz", gzip(line("b")),
            "story.txt", "Ice melts\nIt was warm.\n".getBytes(UTF_8),
            "picture.png", new byte[] {(byte) 0x89, 'P', 'N', 'G', 0});
    Map<String, byte[]> archives =
        entries("a.zip", zip(entries), "a.tar", tar(entries), "a.tgz", gzip(tar(entries)));
    for (Map.Entry<String, byte[]> archive : archives.entrySet()) {
      String name = archive.getKey();
      List<Outcome> outcomes = Reads.outcomes(name, archive.getValue());
      assertEquals(
          List.of(
              name + "!lines.jsonl",
              name + "!folder/page.html",
              name + "!packed.jsonl.gz",
              name + "!story.txt",
              name + "!picture.png"),
          files(outcomes));
      assertEquals("Ice melts", Reads.article(outcomes.get(1)).title());
      assertEquals("b", Reads.article(outcomes.get(2)).id());
      assertEquals("Ice melts", Reads.article(outcomes.get(3)).title());
      assertEquals(
          "neither a text nor of a known format", Reads.passedOver(outcomes.get(4)).reason());
    }
  }

  @Test
  void anArchiveIsKnownByItsContentFromAFileAndFromAPipe() throws IOException {
    Files.write(folder.resolve("news"), zip(entries("a.jsonl", line("a"))));
    Files.write(folder.resolve("news.txt"), gzip(tar(entries("b.jsonl", line("b")))));
    assertEquals(List.of("a", "b"), Reads.summary(Reads.outcomes(folder)));
    assertEquals(List.of("a"), read("-", zip(entries("a.jsonl", line("a")))));
  }

  @Test
  void archivesInArchivesAreReadAndNamedFromTheOutside() throws IOException {
    byte[] inner = gzip(tar(entries("c.jsonl", line("c"))));
    List<Outcome> outcomes =
        Reads.outcomes("a.zip", zip(entries("b.tar.gz", inner, "d.jsonl", line("d"))));
    assertEquals(List.of("a.zip!b.tar.gz!c.jsonl", "a.zip!d.jsonl"), files(outcomes));
    assertEquals(List.of("c", "d"), Reads.summary(outcomes));
  }

  @Test
  void bzip2IsUnpackedToo() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (OutputStream bzip2 = new BZip2CompressorOutputStream(bytes)) {
      bzip2.write(tar(entries("a.jsonl", line("a"))));
    }
    assertEquals(List.of("a"), read("a.tar.bz2", bytes.toByteArray()));
  }

  @Test
  void hiddenEntriesAreLeftOutAndADotOrTwoHideNothing() throws IOException {
    Map<String, byte[]> entries =
        entries(
            ".hidden.jsonl", line("hidden"),
            ".git/a.jsonl", line("hidden"),
            "folder/._a.jsonl", line("hidden"),
            "__MACOSX/a.jsonl", line("hidden"),
            "./a.jsonl", line("a"),
            "../../b.jsonl", line("b"));
    for (byte[] archive : List.of(zip(entries), tar(entries))) {
      assertEquals(List.of("a", "b"), read("a", archive));
    }
  }

  @Test
  void aNameIsOnlyANameAndIsShownWithoutControlCharacters() throws IOException {
    String name = "../../outside\u001b[31m\n" + "x".repeat(200) + ".jsonl";
    for (byte[] archive : List.of(zip(entries(name, line("a"))), tar(entries(name, line("a"))))) {
      assertEquals(
          List.of("a!../../outside [31m " + "x".repeat(200) + ".jsonl"),
          files(Reads.outcomes("a", archive)));
    }
  }

  @Test
  void linksAndDevicesInATarFileArePassedOver() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (TarArchiveOutputStream tar = new TarArchiveOutputStream(bytes)) {
      TarArchiveEntry link = new TarArchiveEntry("link.jsonl", TarConstants.LF_SYMLINK);
      link.setLinkName("/etc/passwd");
      tar.putArchiveEntry(link);
      tar.closeArchiveEntry();
      tar.putArchiveEntry(new TarArchiveEntry("device", TarConstants.LF_CHR));
      tar.closeArchiveEntry();
      tar.putArchiveEntry(new TarArchiveEntry("pipe", TarConstants.LF_FIFO));
      tar.closeArchiveEntry();
    }
    assertEquals(
        List.of(
            "passed over: it is a link",
            "passed over: it is neither a file nor a folder",
            "passed over: it is neither a file nor a folder"),
        read("a.tar", bytes.toByteArray()));
  }

  @Test
  void aBrokenEntryIsAReasonAndTheNextIsRead() throws IOException {
    byte[] cut = Arrays.copyOf(gzip(line("cut")), 12);
    Map<String, byte[]> entries =
        entries("a.jsonl", line("a"), "cut.gz", cut, "c.json", "{\"id\":".getBytes(UTF_8));
    entries.put("d.jsonl", line("d"));
    for (byte[] archive : List.of(zip(entries), tar(entries))) {
      List<Outcome> outcomes = Reads.outcomes("a", archive);
      assertEquals(List.of("a!a.jsonl", "a!cut.gz", "a!c.json", "a!d.jsonl"), files(outcomes));
      assertEquals("the file is cut off before its end", Reads.malformed(outcomes.get(1)).reason());
      Reads.malformed(outcomes.get(2));
      assertEquals("d", Reads.article(outcomes.get(3)).id());
    }
  }

  @Test
  void anEntryThatDoesNotUnpackIsAReasonAndTheNextIsRead() throws IOException {
    var bytes = new SeekableInMemoryByteChannel();
    try (ZipArchiveOutputStream zip = new ZipArchiveOutputStream(bytes)) {
      byte[] noise = "This is not what deflate makes of bytes.".repeat(100).getBytes(UTF_8);
      addRaw(zip, "broken.jsonl", ZipEntry.DEFLATED, noise);
      addRaw(zip, "unknown.jsonl", 98, noise);
      zip.putArchiveEntry(new ZipArchiveEntry("good.jsonl"));
      zip.write(line("good"));
      zip.closeArchiveEntry();
    }
    byte[] zip = Arrays.copyOf(bytes.array(), (int) bytes.size());
    List<Outcome> outcomes = Reads.outcomes("a.zip", zip);
    assertEquals(
        List.of("a.zip!broken.jsonl", "a.zip!unknown.jsonl", "a.zip!good.jsonl"), files(outcomes));
    Reads.malformed(outcomes.get(0));
    assertEquals(
        "it is packed by a method that is not read", Reads.malformed(outcomes.get(1)).reason());
    assertEquals("good", Reads.article(outcomes.get(2)).id());
  }

  private static void addRaw(ZipArchiveOutputStream zip, String name, int method, byte[] packed)
      throws IOException {
    ZipArchiveEntry entry = new ZipArchiveEntry(name);
    entry.setMethod(method);
    entry.setSize(10_000);
    entry.setCompressedSize(packed.length);
    entry.setCrc(1);
    zip.addRawArchiveEntry(entry, new ByteArrayInputStream(packed));
  }

  @Test
  void entriesThatAreStoredAreReadWhetherOrNotTheySayTheirSize() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      zip.setMethod(ZipOutputStream.STORED);
      for (String id : List.of("a", "b")) {
        CRC32 sum = new CRC32();
        sum.update(line(id));
        ZipEntry entry = new ZipEntry(id + ".jsonl");
        entry.setSize(line(id).length);
        entry.setCrc(sum.getValue());
        zip.putNextEntry(entry);
        zip.write(line(id));
      }
    }
    assertEquals(List.of("a", "b"), read("a.zip", bytes.toByteArray()));
    assertEquals(List.of("a", "b"), read("a.zip", UnsizedZip.of(line("a"), line("b"))));
  }

  @Test
  void encryptedEntriesAreNamedAndTheNextIsRead() throws IOException {
    byte[] zip = zip(entries("secret.jsonl", line("a")));
    zip[6] |= 1; // general purpose flag: encrypted
    Outcome.Malformed first = Reads.malformed(Reads.outcomes("a.zip", zip).getFirst());
    assertEquals("a.zip!secret.jsonl", first.file());
    assertEquals("it is encrypted", first.reason());
  }

  @Test
  void anArchiveWithoutEntriesGivesNothing() throws IOException {
    assertEquals(List.of(), read("a.zip", zip(Map.of())));
  }

  @Test
  void whatIsPassedOverInANamedArchiveIsNoFailure() throws IOException {
    Path file = folder.resolve("a.zip");
    Files.write(file, zip(entries("a.jsonl", line("a"), "b.png", new byte[] {0, 1, 2})));
    assertEquals(
        List.of("a", "passed over: neither a text nor of a known format"),
        Reads.summary(Reads.outcomes(file)));
  }
}
