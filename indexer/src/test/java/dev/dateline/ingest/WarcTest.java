package dev.dateline.ingest;

import static dev.dateline.ingest.WebArchives.TEXT;
import static dev.dateline.ingest.WebArchives.html;
import static dev.dateline.ingest.WebArchives.http;
import static dev.dateline.ingest.WebArchives.outcomes;
import static dev.dateline.ingest.WebArchives.page;
import static dev.dateline.ingest.WebArchives.record;
import static dev.dateline.ingest.WebArchives.response;
import static dev.dateline.ingest.WebArchives.titles;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import dev.dateline.article.Article;
import dev.dateline.ingest.reader.Outcome;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.util.Arrays;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import org.junit.jupiter.api.Test;

/** The pages of web archives are articles, and all else in them is passed over. */
class WarcTest {

  @Test
  void aPageKnowsItsAddressAndWhenItWasCaptured() throws IOException {
    Article article =
        Reads.article(outcomes(response("https://news.example/ice", "Ice melts")).getFirst());
    assertEquals("Ice melts", article.title());
    assertEquals(List.of(TEXT), article.body());
    assertEquals("https://news.example/ice", article.url());
    assertEquals("2026-03-04T05:06:07Z", article.metadata().get("captured"));
    assertNull(article.published());
    assertEquals("a.warc!https://news.example/ice", article.provenance().file());
  }

  @Test
  void whatThePageSaysOfItsAddressGoesBefore() throws IOException {
    String page =
        page("T").replace("</head>", "<link rel=canonical href='https://news.example/a'></head>");
    Article article =
        Reads.article(
            outcomes(
                    record(
                        "response",
                        "https://news.example/a?utm_source=x",
                        http("Content-Type: text/html", page)))
                .getFirst());
    assertEquals("https://news.example/a", article.url());
  }

  @Test
  void theCharacterSetOfTheHttpHeaderGoesBeforeThatOfThePage() throws IOException {
    String russian = "Лёд тает";
    String page = page(russian).replace("<head>", "<head><meta charset='utf-8'>");
    String bytes = new String(page.getBytes(Charset.forName("windows-1251")), ISO_8859_1);
    Article article =
        Reads.article(
            outcomes(
                    record(
                        "response",
                        "http://news.example/",
                        http("Content-Type: text/html; charset=\"windows-1251\"", bytes)))
                .getFirst());
    assertEquals(russian, article.title());
  }

  @Test
  void allVersionsAreRead() throws IOException {
    String content = html("T");
    for (String version : List.of("WARC/0.18", "WARC/1.0", "WARC/1.1")) {
      String record = record(version, "response", "<http://a.example/>", content.length(), content);
      Article article = Reads.article(outcomes(record).getFirst());
      assertEquals("http://a.example/", article.url());
    }
  }

  @Test
  void arcFilesAreRead() throws IOException {
    String content = html("Ice melts");
    String description = "1 0 Archive\nURL IP-address Archive-date Content-type Archive-length\n";
    String arc =
        ("filedesc://a.arc 0.0.0.0 20080430204825 text/plain " + description.length() + "\n")
            + (description + "\n")
            + ("http://a.example/ 10.0.0.1 20080430204826 text/html " + content.length() + "\n")
            + (content + "\n")
            + "dns:a.example 10.0.0.1 20080430204827 text/dns 4\nA  1\n";
    List<Outcome> outcomes = Reads.outcomes("a.arc.gz", Archives.gzip(arc.getBytes(ISO_8859_1)));
    assertEquals(
        List.of(
            "passed over: a record of type warcinfo",
            "Ice melts",
            "passed over: it was not fetched over HTTP"),
        titles(outcomes));
    Article article = Reads.article(outcomes.get(1));
    assertEquals("http://a.example/", article.url());
    assertEquals("2008-04-30T20:48:26Z", article.metadata().get("captured"));
  }

  @Test
  void gzipByTheRecordIsUnpackedAlsoWithExtraFields() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    bytes.write(gzipWithExtraField(response("http://a.example/1", "One")));
    bytes.write(gzipWithExtraField(response("http://a.example/2", "Two")));
    assertEquals(List.of("One", "Two"), titles(Reads.outcomes("a.warc.gz", bytes.toByteArray())));
  }

  /** As some crawlers write it, with the lengths of the record in the header. */
  private static byte[] gzipWithExtraField(String text) {
    byte[] plain = text.getBytes(ISO_8859_1);
    Deflater deflater = new Deflater(Deflater.DEFAULT_COMPRESSION, true);
    deflater.setInput(plain);
    deflater.finish();
    byte[] packed = new byte[plain.length + 100];
    int length = deflater.deflate(packed);
    deflater.end();
    CRC32 sum = new CRC32();
    sum.update(plain);
    ByteBuffer gzip = ByteBuffer.allocate(length + 40).order(ByteOrder.LITTLE_ENDIAN);
    gzip.put(new byte[] {0x1f, (byte) 0x8b, 8, 4, 0, 0, 0, 0, 0, 3, 12, 0, 's', 'l', 8, 0});
    gzip.putInt(length).putInt(plain.length).put(packed, 0, length);
    gzip.putInt((int) sum.getValue()).putInt(plain.length);
    return Arrays.copyOf(gzip.array(), gzip.position());
  }

  @Test
  void whatIsNoPageIsPassedOverForOneOfFewReasons() throws IOException {
    String notFound = html("T").replace("200 OK", "404 Not Found");
    String moved = html("T").replace("200 OK", "301 Moved");
    List<Outcome> outcomes =
        outcomes(
            "WARC/1.0\r\nWARC-Type: warcinfo\r\nContent-Length: 3\r\n\r\na:b\r\n\r\n",
            record("request", "http://a.example/", "GET / HTTP/1.1\r\n\r\n"),
            record("revisit", "http://a.example/", html("T")),
            record("response", "http://a.example/lost", notFound),
            record("response", "http://a.example/moved", moved),
            record("response", "http://a.example/a.png", http("Content-Type: image/png", "x")),
            record("response", "http://a.example/a.x", http("Content-Type: odd/thing", "x")),
            record("response", "http://a.example/empty", http("Content-Type: text/html", "")),
            record("response", "http://a.example/a", html("Ice melts")));
    assertEquals(
        List.of(
            "passed over: a record of type warcinfo",
            "passed over: a record of type request",
            "passed over: a record of type revisit",
            "passed over: HTTP status 4xx",
            "passed over: HTTP status 3xx",
            "passed over: no page but of type image",
            "passed over: no page but of type unknown",
            "passed over: it is empty",
            "Ice melts"),
        titles(outcomes));
    assertEquals("a.warc!http://a.example/lost", Reads.passedOver(outcomes.get(3)).file());
  }

  @Test
  void aResourceIsAPageToo() throws IOException {
    String page = page("Ice melts");
    String resource =
        record("resource", "http://a.example/", page)
            .replace("application/http; msgtype=resource", "text/html");
    assertEquals(List.of("Ice melts"), titles(outcomes(resource)));
  }

  @Test
  void withoutAMediaTypeTheContentDecides() throws IOException {
    assertEquals(
        List.of("Ice melts", "passed over: it does not look like a page"),
        titles(
            outcomes(
                record("response", "http://a.example/", http("Server: x", page("Ice melts"))),
                record("response", "http://a.example/", http("Server: x", "just some words")))));
  }

  @Test
  void chunksArePutTogetherAndContentIsUnpacked() throws IOException {
    String page = page("Ice melts");
    String chunked =
        Integer.toHexString(20)
            + "\r\n"
            + page.substring(0, 20)
            + "\r\n"
            + Integer.toHexString(page.length() - 20)
            + "\r\n"
            + page.substring(20)
            + "\r\n0\r\n\r\n";
    String gzip = new String(Reads.gzip(page), ISO_8859_1);
    String type = "Content-Type: text/html\r\n";
    assertEquals(
        List.of(
            "Ice melts", "Ice melts", "Ice melts", "Ice melts", "passed over: it is packed by br"),
        titles(
            outcomes(
                record(
                    "response", "http://a/1", http(type + "Transfer-Encoding: chunked", chunked)),
                record("response", "http://a/2", http(type + "Content-Encoding: gzip", gzip)),
                // Some crawlers unpack, and leave the header as it was.
                record("response", "http://a/3", http(type + "Transfer-Encoding: chunked", page)),
                record("response", "http://a/4", http(type + "Content-Encoding: gzip", page)),
                record(
                    "response",
                    "http://a/5",
                    http(type + "Content-Encoding: br", "\0\1\2\3\0\1\2\3")))));
  }
}
