package dev.dateline.ingest;

import static dev.dateline.ingest.WebArchives.html;
import static dev.dateline.ingest.WebArchives.http;
import static dev.dateline.ingest.WebArchives.outcomes;
import static dev.dateline.ingest.WebArchives.record;
import static dev.dateline.ingest.WebArchives.response;
import static dev.dateline.ingest.WebArchives.titles;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
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
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** A web archive that is broken, or made to harm, costs what is broken in it and no more. */
class HostileWarcTest {

  @Test
  void aWrongLengthCostsItsNeighboursAtMost() throws IOException {
    String content = html("Wrong");
    String first = response("http://a.example/1", "First");
    String last = response("http://a.example/3", "Last");
    for (int wrong : new int[] {content.length() - 30, content.length() + 30}) {
      String record = record("WARC/1.0", "response", "http://a.example/2", wrong, content);
      List<String> titles = titles(outcomes(first, record, response("http://b/", "Next"), last));
      assertEquals("First", titles.getFirst());
      assertEquals("Last", titles.getLast());
      assertTrue(
          titles.contains(
              "record 3: there is no record where one should be: the next one is looked for"),
          titles.toString());
    }
  }

  @Test
  void garbageBetweenRecordsIsToldOnceAndPassed() throws IOException {
    String reason = ": there is no record where one should be: the next one is looked for";
    assertEquals(
        List.of("One", "record 2" + reason, "Two"),
        titles(
            outcomes(
                response("http://a.example/1", "One"),
                "garbage\nmore: garbage\r\n\r\n<p>and more</p>\n".repeat(1_000),
                response("http://a.example/2", "Two"))));
    String noLength = response("http://a.example/1", "One").replace("Content-Length", "Size");
    assertEquals(
        List.of("record 1" + reason, "Two"),
        titles(outcomes(noLength, response("http://a.example/2", "Two"))));
  }

  @Test
  void aCutOffFileKeepsItsWholeRecords() throws IOException {
    String both = response("http://a.example/1", "One") + response("http://a.example/2", "Two");
    for (int length = 8; length < both.length() - 4; length++) {
      String cut = both.substring(0, length);
      List<String> titles = assertDoesNotThrow(() -> titles(outcomes(cut)), cut);
      assertTrue(titles.size() <= 3, titles.toString());
      if (length < both.length() / 2 - 4) {
        assertTrue(titles.getLast().contains("cut off"), cut);
      }
    }
  }

  @Test
  void aHeaderOfHundredsOfMegabytesIsPassedAndTheNextRecordRead() throws IOException {
    String next = response("http://a.example/", "Next");
    String http = "HTTP/1.1 200 OK\r\nX-Long: ";
    String start = "WARC/1.0\r\nWARC-Type: response\r\n";
    String response = start + "Content-Type: application/http\r\nContent-Length: " + (300L << 20);
    for (String before : List.of(start + "X-Long: ", response + "\r\n\r\n" + http)) {
      long rest = (300L << 20) - (before.endsWith(http) ? http.length() : 0);
      InputStream in =
          new SequenceInputStream(
              Collections.enumeration(
                  List.of(
                      new ByteArrayInputStream(before.getBytes(UTF_8)),
                      new Endless(new byte[] {'x'}, rest),
                      new ByteArrayInputStream(("\r\n\r\n" + next).getBytes(UTF_8)))));
      List<Outcome> outcomes = new ArrayList<>();
      Ingest.read("a.warc", in, outcomes::add);
      assertEquals(2, outcomes.size(), outcomes.toString());
      Reads.malformed(outcomes.getFirst());
      assertEquals("Next", Reads.article(outcomes.getLast()).title());
    }
  }

  @Test
  void aBrokenArchiveGivesNoError() throws IOException {
    long seed = new Random().nextLong();
    Random random = new Random(seed);
    byte[] whole =
        (response("http://a.example/1", "One")
                + record(
                    "response", "http://a/", http("Transfer-Encoding: chunked", "3\r\nabc\r\n0"))
                + response("http://a.example/2", "Two"))
            .getBytes(ISO_8859_1);
    for (int i = 0; i < 1_000; i++) {
      byte[] bytes = whole.clone();
      for (int changes = random.nextInt(8); changes >= 0; changes--) {
        bytes[8 + random.nextInt(bytes.length - 8)] = (byte) random.nextInt(256);
      }
      assertDoesNotThrow(() -> Reads.outcomes("a.warc", bytes), "seed " + seed);
    }
  }

  @Test
  void aBrokenPartOfAPackedArchiveIsToldAndTheRecordsBehindItAreRead() throws IOException {
    byte[] one = Reads.gzip(response("http://a.example/1", "One"));
    byte[] two = Reads.gzip(response("http://a.example/2", "Two"));
    byte[] three = Reads.gzip(response("http://a.example/3", "Three"));
    for (int at = 0; at < two.length; at++) {
      byte[] broken = two.clone();
      broken[at] ^= 0x55;
      List<String> titles = titles(Reads.outcomes("a.warc.gz", joined(one, broken, three)));
      String places = "byte " + at + ": " + titles;
      assertEquals("One", titles.getFirst(), places);
      assertEquals("Three", titles.getLast(), places);
      assertTrue(titles.stream().filter(title -> title.contains("broken")).count() <= 1, places);
      assertTrue(titles.size() == 3 || titles.size() == 4, places);
    }
  }

  @Test
  void whatIsLostBetweenPackedRecordsIsToldOnce() throws IOException {
    byte[] one = Reads.gzip(response("http://a.example/1", "One"));
    byte[] image = Reads.gzip(record("response", "http://a/", http("Content-Type: image/png", "")));
    byte[] cut = Arrays.copyOf(image, image.length / 2);
    byte[] junk = "junk \u001f\u008b\b\0 and more junk".repeat(3).getBytes(ISO_8859_1);
    String lost = ": the packed data are broken here: the next record is looked for";
    assertEquals(
        List.of("One", "record 2" + lost, "One", "record 4" + lost, "One"),
        titles(Reads.outcomes("a.warc.gz", joined(one, junk, one, cut, junk, one, new byte[9]))));
  }

  @Test
  void aPackedArchiveWhoseEndIsBrokenSaysThatTheRestWasNotRead() throws IOException {
    byte[] one = Reads.gzip(response("http://a.example/1", "One"));
    byte[] junk = "junk".repeat(10).getBytes(ISO_8859_1);
    List<String> titles = titles(Reads.outcomes("a.warc.gz", joined(one, junk)));
    assertEquals(2, titles.size());
    assertTrue(titles.getLast().contains("what follows was not read"), titles.toString());
  }

  private static byte[] joined(byte[]... parts) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      all.writeBytes(part);
    }
    return all.toByteArray();
  }
}
