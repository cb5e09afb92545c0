package dev.dateline.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.dateline.ingest.archive.TrecReader;
import dev.dateline.ingest.archive.WarcReader;
import dev.dateline.ingest.feed.JsonFeedReader;
import dev.dateline.ingest.feed.XmlFeedReader;
import dev.dateline.ingest.html.HtmlReader;
import dev.dateline.ingest.json.GuardianReader;
import dev.dateline.ingest.json.JsonDocumentReader;
import dev.dateline.ingest.json.JsonLinesReader;
import dev.dateline.ingest.json.NewsApiReader;
import dev.dateline.ingest.mail.MailReader;
import dev.dateline.ingest.reader.ArticleReader;
import dev.dateline.ingest.reader.Dates;
import dev.dateline.ingest.reader.Input;
import dev.dateline.ingest.reader.Outcome;
import dev.dateline.ingest.table.TableReader;
import dev.dateline.ingest.wire.NewsMlReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Where reading one document fails by a mistake of ours or of a library, the others of its file are
 * read. The mistake is that the clock, which each date is compared with, stops once.
 */
class OneBadDocumentTest {

  /** A clock that fails when it is asked for the second document, and goes on for the third. */
  private static Clock failingOnce() {
    int[] asked = {0};
    InstantSource time =
        () -> {
          if (++asked[0] == 2) {
            throw new IllegalStateException("the clock stopped");
          }
          return Instant.parse("2026-11-22T12:00:00Z");
        };
    return time.withZone(ZoneOffset.UTC);
  }

  private static Arguments of(
      Function<Dates, ArticleReader> reader, String before, String document, String after) {
    StringBuilder text = new StringBuilder(before);
    for (String number : List.of("1", "2", "3")) {
      text.append(document.replace('\'', '"').replace("#", number));
    }
    return Arguments.of(reader, text + after);
  }

  static List<Arguments> files() {
    String json = "{'title':'No. #','published':'2026-05-01T08:00:00Z'}";
    String answer = "{'title':'No. #','url':'https://a.example/#','publishedAt':'2026-05-01'},";
    String guardian =
        "{'webTitle':'No. #','webUrl':'https://a.example/#','webPublicationDate':'2026-05-01'},";
    String page =
        "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n<html><head><title>No. #</title>"
            + "<meta property='article:published_time' content='2026-05-01T08:00:00Z'></head>"
            + "<body><p>It was warm, and so the ice on the lake melted in a day.</body></html>";
    String record =
        "WARC/1.0\r\nWARC-Type: response\r\nContent-Type: application/http\r\n"
            + ("Content-Length: " + page.length() + "\r\n\r\n" + page + "\r\n\r\n");
    return List.of(
        of(JsonLinesReader::new, "", json + "\n", ""),
        of(JsonDocumentReader::new, "[null,", json + ",", "null]"),
        of(NewsApiReader::new, "{\"articles\":[", answer, "null]}"),
        of(GuardianReader::new, "{\"response\":{\"results\":[", guardian, "null]}}"),
        of(
            JsonFeedReader::new,
            "{\"items\":[",
            "{'title':'No. #','date_published':'2026-05-01T08:00:00Z'},",
            "null]}"),
        of(
            XmlFeedReader::new,
            "<rss><channel>",
            "<item><title>No. #</title><pubDate>Fri, 01 May 2026 08:00:00 GMT</pubDate></item>",
            "</channel></rss>"),
        of(
            NewsMlReader::new,
            "<newsMessage><itemSet>",
            "<newsItem guid='urn:a:#'><contentMeta><headline>No. #</headline><contentCreated>"
                + "2026-05-01T08:00:00Z</contentCreated></contentMeta></newsItem>",
            "</itemSet></newsMessage>"),
        of(TableReader::new, "title,published\n", "No. #,2026-05-01\n", ""),
        of(
            MailReader::new,
            "",
            "From a@a.example Fri May  1 08:00:00 2026\nFrom: a@a.example\nSubject: No. #\nDate: "
                + "Fri, 01 May 2026 08:00:00 +0000\n\nIt was warm.\n\n",
            ""),
        of(
            TrecReader::new,
            "",
            "<DOC><DOCNO>#</DOCNO><DATE>2026-05-01</DATE><TITLE>No. #</TITLE></DOC>\n",
            ""),
        of(dates -> new WarcReader(new HtmlReader(dates)), "", record, ""));
  }

  @ParameterizedTest
  @MethodSource("files")
  void theOthersAreRead(Function<Dates, ArticleReader> reader, String text) throws IOException {
    List<String> read = new ArrayList<>();
    List<String> failed = new ArrayList<>();
    Input input = new Input("file", new ByteArrayInputStream(text.getBytes(UTF_8)));
    reader
        .apply(new Dates(failingOnce()))
        .read(
            input,
            outcome -> {
              if (outcome instanceof Outcome.Read article) {
                read.add(String.valueOf(article.article().title()));
              } else if (outcome.toString().contains("the clock stopped")) {
                failed.add(Reads.malformed(outcome).reason());
              }
            });

    assertEquals(List.of("No. 1", "No. 3"), read);
    assertEquals(
        List.of("its reader failed: java.lang.IllegalStateException: the clock stopped"), failed);
  }
}
