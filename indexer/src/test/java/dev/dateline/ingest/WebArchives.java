package dev.dateline.ingest;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import dev.dateline.ingest.reader.Outcome;
import java.io.IOException;
import java.util.List;

/** Web archives for the tests. */
final class WebArchives {

  static final String TEXT =
      "It was warm, and so the ice on the lake melted in the course of a single day.";

  static String page(String title) {
    return "<!DOCTYPE html><html><head><title>"
        + title
        + "</title></head><body><article><p>"
        + TEXT
        + "</p></article></body></html>";
  }

  static String http(String header, String content) {
    return "HTTP/1.1 200 OK\r\n" + header + "\r\n\r\n" + content;
  }

  static String html(String title) {
    return http("Content-Type: text/html", page(title));
  }

  static String record(String type, String address, String content) {
    return record("WARC/1.0", type, address, content.getBytes(ISO_8859_1).length, content);
  }

  static String record(String version, String type, String address, int length, String content) {
    return version
        + "\r\nWARC-Type: "
        + type
        + "\r\nWARC-Target-URI: "
        + address
        + "\r\nWARC-Date: 2026-03-04T05:06:07Z"
        + "\r\nContent-Type: application/http; msgtype="
        + type
        + "\r\nContent-Length: "
        + length
        + "\r\n\r\n"
        + content
        + "\r\n\r\n";
  }

  static String response(String address, String title) {
    return record("response", address, html(title));
  }

  /** What becomes of an archive of these records. */
  static List<Outcome> outcomes(String... records) throws IOException {
    return Reads.outcomes("a.warc", String.join("", records).getBytes(ISO_8859_1));
  }

  /** What became of each record, with titles for articles. */
  static List<String> titles(List<Outcome> outcomes) {
    return outcomes.stream()
        .map(
            outcome ->
                outcome instanceof Outcome.Read read
                    ? String.valueOf(read.article().title())
                    : Reads.summary(List.of(outcome)).getFirst())
        .toList();
  }

  private WebArchives() {}
}
