package dev.dateline.ingest;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.dateline.article.Article;
import dev.dateline.ingest.reader.Limits;
import dev.dateline.ingest.reader.Outcome;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What threatens every format does no harm in any of them. */
class HostileFormatsTest {

  private static final boolean DEEP = Boolean.getBoolean("dateline.deep");

  private static final List<String> ENDINGS =
      List.of(
          "html", "xml", "json", "jsonl", "csv", "md", "txt", "eml", "mbox", "warc", "arc", "zip",
          "tar", "gz");

  @TempDir Path folder;

  /** The text, and then so much of the filling that nobody would hold it in memory. */
  private static InputStream endless(String start, String filling) {
    long length = DEEP ? 2L << 30 : 100L << 20;
    return Endless.between(start, length, filling, "");
  }

  private static List<String> read(String name, InputStream in) throws IOException {
    return Reads.summary(Reads.outcomes(name, in));
  }

  @Test
  void aLineOfTwoGigabytesIsAReasonInEachFormat() throws IOException {
    Map<String, String> starts =
        Map.of(
            "a.jsonl", "{\"title\":\"",
            "a.json", "[{\"title\":\"",
            "a.html", "<html><title>",
            "rss.xml", "<rss><channel><item><title>",
            "nitf.xml", "<nitf><body><hedline><hl1>",
            "newsml.xml", "<newsItem><contentMeta><headline>",
            "feed.json", "{\"version\":\"https://jsonfeed.org/version/1\",\"items\":[{\"title\":\"",
            "newsapi.json", "{\"status\":\"ok\",\"totalResults\":1,\"articles\":[{\"title\":\"",
            "trec", "<DOC><DOCNO>a1</DOCNO>\n<TEXT>",
            "a.txt", "Ice melts\n");
    for (Map.Entry<String, String> start : starts.entrySet()) {
      List<String> outcomes = read(start.getKey(), endless(start.getValue(), "x"));
      assertTrue(outcomes.getLast().contains(Limits.TOO_LONG), start.getKey() + ": " + outcomes);
    }
  }

  @Test
  void aRecordOfTwoGigabytesInAWebArchiveIsAReason() throws IOException {
    String record =
        """
        WARC/1.0\r
        WARC-Type: response\r
        Content-Type: application/http\r
        Content-Length: %s\r
        \r
        HTTP/1.1 200 OK\r
        Content-Type: text/html\r
        \r
        <html><title>\
        """;
    assertEquals(
        List.of(": " + Limits.TOO_LONG, ": the file is cut off before its end"),
        read("a.warc", endless(record.formatted("99999999999"), "x")));
    assertEquals(
        List.of("record 1: there is no record where one should be: the next one is looked for"),
        read("a.warc", endless(record.formatted("-1"), "x")));
  }

  @Test
  void deepNestingInJsonIsAReason() throws IOException {
    for (String start :
        List.of(
            "[",
            "[{\"title\":\"T\"},{\"a\":",
            "{\n\"a\":",
            "{\"version\":\"https://jsonfeed.org/version/1\",\"items\":")) {
      for (String nest : List.of("[", "{\"a\":", "[{\"a\":")) {
        String deep = start + nest.repeat(100_000);
        String last = Reads.summary(Reads.outcomes("a.json", deep)).getLast();
        assertTrue(last.contains("JSON over the limits") || last.contains("not valid JSON"), last);
      }
    }
  }

  @Test
  void entitiesOfADoctypeAreNeitherExpandedNorFetched() throws IOException {
    Path secret = Files.writeString(folder.resolve("secret"), "hidden words");
    StringBuilder doctype = new StringBuilder("<!DOCTYPE html [<!ENTITY x SYSTEM '");
    doctype.append(secret.toUri()).append("'><!ENTITY a0 'haha'>");
    for (int i = 1; i < 40; i++) {
      doctype.append("<!ENTITY a%d '&a%d;&a%2$d;'>".formatted(i, i - 1));
    }
    String text = "It melts &x; &a39; on the lake.";
    for (String document :
        List.of(
            doctype + "]><html><head><title>Ice melts</title></head><body><p>" + text,
            "<DOC><DOCNO>a1</DOCNO><TEXT><P>" + text + "</P></TEXT></DOC>")) {
      Article article = Reads.article("a", document);
      assertFalse(article.body().toString().contains("haha"), article.body()::toString);
      assertFalse(article.body().toString().contains("hidden"), article.body()::toString);
    }
  }

  @Test
  void brokenCharactersSpoilNoMoreThanThemselves() throws IOException {
    // Cut in the middle, half of a pair of surrogates, beyond Unicode, and no beginning of any.
    for (String broken :
        List.of("\u00e2\u0080", "\u00ed\u00a0\u0080", "\u00f4\u0090\u0080\u0080", "\u00ff")) {
      for (Map.Entry<String, String> document : documents("Ice" + broken + " melts").entrySet()) {
        byte[] bytes = document.getValue().getBytes(ISO_8859_1);
        assertIsRead(document.getKey(), bytes);
      }
    }
  }

  @Test
  void aFileInUtf16WithHalvesOfCharactersIsRead() throws IOException {
    for (String half : List.of("", "\uD83D", "\uDE00\uD83D")) {
      Map<String, String> documents = new HashMap<>(documents("Ice" + half + " melts"));
      // A mail is written in bytes, whatever its text is in.
      documents.remove("a.eml");
      for (Map.Entry<String, String> document : documents.entrySet()) {
        byte[] bytes = ("\uFEFF" + document.getValue() + "\n ").getBytes(UTF_16LE);
        assertIsRead(document.getKey(), Arrays.copyOf(bytes, bytes.length - 1));
      }
    }
  }

  private static void assertIsRead(String name, byte[] bytes) throws IOException {
    Outcome outcome = Reads.outcomes(name, bytes).getFirst();
    assertTrue(
        outcome instanceof Outcome.Read read
            && String.valueOf(read.article().title()).matches("Ice.* melts"),
        () -> name + ": " + outcome);
  }

  /** A document of each format in which the title is written as it is. */
  private static Map<String, String> documents(String title) {
    String text = "It is gone, and nobody knows for how long it will be so.";
    return Map.of(
        "a.jsonl", "{\"title\":\"" + title + "\"}",
        "a.json", "[{\"title\":\"" + title + "\"}]",
        "a.html", "<html><meta charset=utf-8><title>" + title + "</title><p>" + text,
        "rss.xml", "<rss><channel><item><title>" + title + "</title></item></channel></rss>",
        "nitf.xml",
            "<nitf><body><body.head><hedline><hl1>"
                + title
                + "</hl1></hedline></body.head></body></nitf>",
        "a.csv", "title,text\n" + title + ",\"" + text + "\"\n",
        "a.md", "---\ntitle: " + title + "\n---\n" + text + "\n",
        "a.txt", title + "\n" + text + "\n",
        "a.eml", "From: a@a.example\nSubject: " + title + "\n\n" + text + "\n",
        "trec", "<DOC><DOCNO>a1</DOCNO><HEADLINE>" + title + "</HEADLINE></DOC>");
  }

  @Test
  void binaryJunkIsPassedOverWhateverItsName() throws IOException {
    byte[] junk = new byte[10_000];
    new Random(7).nextBytes(junk);
    for (String start :
        List.of(
            "\u0089PNG\r\n\u001a\n",
            "%PDF-1.7\n%\u00e2\u00e3\u00cf\u00d3\n",
            "\u007fELF\u0002\u0001\1",
            "\u00ff\u00d8\u00ff\u00e0")) {
      System.arraycopy(start.getBytes(ISO_8859_1), 0, junk, 0, start.length());
      for (String ending : ENDINGS) {
        Outcome outcome = Reads.outcomes("a." + ending, junk).getFirst();
        assertEquals(
            "neither a text nor of a known format", Reads.passedOver(outcome).reason(), ending);
      }
    }
  }
}
