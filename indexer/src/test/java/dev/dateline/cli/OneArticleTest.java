package dev.dateline.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.dateline.Dateline;
import dev.dateline.index.ArticleIndex;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/** A story is one article, whether it comes as its page, from a web archive or from a feed. */
class OneArticleTest {

  private static final int PAGES = 25;

  @TempDir Path folder;

  @Test
  void pagesTheirCapturesAndTheirFeedAreTheSameArticles() throws IOException {
    Path pages = Files.createDirectory(folder.resolve("pages"));
    ByteArrayOutputStream warc = new ByteArrayOutputStream();
    StringBuilder feed = new StringBuilder("<rss version=\"2.0\"><channel><title>Post</title>");
    for (int page = 0; page < PAGES; page++) {
      Files.writeString(pages.resolve(page + ".html"), html(page));
      warc.writeBytes(gzip(response(page)));
      feed.append(item(page));
    }
    Path archive = Files.write(folder.resolve("crawl.warc.gz"), warc.toByteArray());
    Path items = Files.writeString(folder.resolve("feed.xml"), feed + "</channel></rss>");

    List<String> ids = ids(pages);
    assertEquals(PAGES, ids.stream().distinct().count());
    assertEquals(ids, ids(archive));
    assertEquals(ids, ids(items));

    Path index = folder.resolve("index");
    for (List<Path> order :
        List.of(List.of(items, archive, pages), List.of(pages, items), List.of(archive))) {
      List<String> arguments =
          new ArrayList<>(List.of("index", "--all", "--index", index.toString()));
      order.forEach(path -> arguments.add(path.toString()));
      assertEquals(0, Session.of(arguments.toArray(String[]::new)).code());
      try (ArticleIndex articles = Dateline.open(index)) {
        assertEquals(PAGES, articles.stats().articles());
        for (String id : ids) {
          assertEquals(3, articles.find(id).orElseThrow().body().size(), "the whole text is kept");
        }
      }
    }
  }

  private static List<String> ids(Path path) {
    return Session.of("extract", path.toString())
        .out()
        .lines()
        .map(line -> JsonMapper.shared().readTree(line).path("id").stringValue())
        .sorted()
        .toList();
  }

  private static String html(int page) {
    return """
    <!DOCTYPE html><html lang="en"><head><title>Ferry %1$d is late - Harbour Post</title>
    <link rel="canonical" href="https://www.harbourpost.example/2026/11/ferry-%1$d/">
    <meta property="og:title" content="Ferry %1$d is late"></head>
    <body><nav><a href="/">Home</a></nav><article><h1>Ferry %1$d is late</h1>
    <p>The ferry number %1$d left Lindvik two hours late on Tuesday, as its engine would not
    start in the cold, and the crew had to send for a fitter from the mainland.</p>
    <p>Passengers waited in the hall, where volunteers handed out soup and blankets, and most
    of them reached the islands before nightfall.</p>
    <p>The company said that it would pay for the lost time, and that a second engine, which
    was ordered in spring, would be there before the year is over.</p></article></body></html>
    """
        .formatted(page);
  }

  private static String response(int page) {
    String http = "HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n" + html(page);
    return "WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: "
        + "http://m.harbourpost.example/2026/11/ferry-%d?utm_source=crawl\r\n".formatted(page)
        + "WARC-Date: 2026-11-20T10:00:00Z\r\nWARC-Record-ID: <urn:uuid:%08d-0000-0000-0000-0>\r\n"
            .formatted(page)
        + "Content-Type: application/http; msgtype=response\r\nContent-Length: "
        + http.getBytes(UTF_8).length
        + "\r\n\r\n"
        + http
        + "\r\n\r\n";
  }

  private static String item(int page) {
    return """
    <item><title>Ferry %1$d is late</title>
    <link>https://harbourpost.example/2026/11/ferry-%1$d?utm_medium=rss</link>
    <description>It left two hours late.</description></item>
    """
        .formatted(page);
  }

  private static byte[] gzip(String record) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (OutputStream gzip = new GZIPOutputStream(bytes)) {
      gzip.write(record.getBytes(UTF_8));
    }
    return bytes.toByteArray();
  }
}
