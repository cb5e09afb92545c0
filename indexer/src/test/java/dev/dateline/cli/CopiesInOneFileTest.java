package dev.dateline.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.dateline.Dateline;
import dev.dateline.article.Article;
import dev.dateline.index.ArticleIndex;
import dev.dateline.index.SearchRequest;
import dev.dateline.lucene.LuceneWriter;
import dev.dateline.lucene.ReadFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A file may hold an article twice: the fuller copy is kept. A file that was edited is believed.
 */
class CopiesInOneFileTest {

  private static final String FULL =
      line(
          "The ferry to the islands sails again from Monday. It had been out of service since a"
              + " storm in spring tore off its ramp, and the yard needed a part that only one"
              + " foundry still casts.");

  private static final String TEASER = line("The ferry sails again.");
  private static final String KILL = "{\"id\":\"ferry\",\"status\":\"withdrawn\"}\n";

  @TempDir Path folder;

  private Path index;

  @BeforeEach
  void name() {
    index = folder.resolve("index");
  }

  private static String line(String text) {
    return "{\"id\":\"ferry\",\"title\":\"Ferry sails again\",\"text\":\"" + text + "\"}\n";
  }

  private void run(String input, String... arguments) {
    Session session =
        Session.reading(
            input,
            Stream.concat(Stream.of(arguments), Stream.of("--index", index.toString()))
                .toArray(String[]::new));
    assertEquals(0, session.code(), session.err());
  }

  private String file(String... lines) throws IOException {
    return Files.writeString(folder.resolve("in.jsonl"), String.join("", lines)).toString();
  }

  private void assertHolds(String expected) throws IOException {
    Optional<Article> found;
    try (ArticleIndex articles = Dateline.open(index)) {
      found = articles.find("ferry");
    }
    String body = found.map(article -> String.join("", article.body())).orElse("");
    assertTrue(!body.isEmpty() && expected.contains(body), () -> "held: " + found);
  }

  /** The state after the first so many lines of the file were read and the run was cut off. */
  private void cutOffAfter(long lines) throws IOException {
    Path file = folder.resolve("in.jsonl").toRealPath();
    try (LuceneWriter writer = LuceneWriter.open(index)) {
      writer
          .sources()
          .note(
              new ReadFile(
                  file.toString(),
                  Files.size(file),
                  Files.getLastModifiedTime(file).toInstant(),
                  lines,
                  false,
                  false));
      writer.sources().commit();
    }
  }

  @Test
  void aTeaserInTheSameFileTakesNoPlace() throws IOException {
    run("", "index", file(FULL, TEASER));
    assertHolds(FULL);

    run("", "index", "--all", file(FULL, TEASER));
    assertHolds(FULL);

    run("", "reindex", file(TEASER, FULL, TEASER));
    assertHolds(FULL);
  }

  @Test
  void aTeaserFromTheSameStreamOrALaterOneTakesNoPlace() throws IOException {
    run(FULL + TEASER, "index", "-");
    assertHolds(FULL);

    run(TEASER, "index", "-");
    assertHolds(FULL);
  }

  @Test
  void aCaptureOfAPaywallInTheSameWebArchiveTakesNoPlace() throws IOException {
    Path archive = folder.resolve("crawl.warc");
    String all = "<p>" + "Crews cleared the channel of driftwood and of a wreck. ".repeat(16);
    Files.writeString(archive, capture(all) + capture("<p>Crews cleared the channel."));

    run("", "index", archive.toString());

    try (ArticleIndex articles = Dateline.open(index)) {
      assertEquals(1, articles.stats().articles());
      String id = articles.search(SearchRequest.of("")).hits().getFirst().article().id();
      assertTrue(articles.find(id).orElseThrow().length() > 400);
    }
  }

  private static String capture(String text) {
    String http =
        "HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n"
            + "<!DOCTYPE html><html lang=en><title>Harbour reopens</title><article><h1>Harbour"
            + " reopens</h1>"
            + text
            + "</article></html>";
    return "WARC/1.0\r\nWARC-Type: response\r\n"
        + "WARC-Target-URI: https://harbourpost.example/2026/11/harbour\r\n"
        + "WARC-Date: 2026-11-20T10:00:00Z\r\n"
        + "WARC-Record-ID: <urn:uuid:00000001-0000-0000-0000-0>\r\n"
        + "Content-Type: application/http; msgtype=response\r\nContent-Length: "
        + http.getBytes(UTF_8).length
        + "\r\n\r\n"
        + http
        + "\r\n\r\n";
  }

  @Test
  void aFileThatWasEditedIsBelievedHoweverMuchIsCut() throws IOException {
    run("", "index", file(FULL));
    run("", "index", file(TEASER));
    assertHolds(TEASER);

    run("", "index", file(FULL, TEASER, "\n"));
    run("", "reindex", file(TEASER));
    assertHolds(TEASER);
  }

  @Test
  void aRunThatWasCutOffBetweenTwoCopiesKeepsTheFullerOne() throws IOException {
    run("", "index", file(FULL, TEASER));
    cutOffAfter(1);

    run("", "index", file(FULL, TEASER));

    assertHolds(FULL);
  }

  @Test
  void aRunThatWasCutOffBeforeAnEditedLineTakesIt() throws IOException {
    String other = "{\"id\":\"other\",\"title\":\"Tide\"}\n";
    run("", "index", file(other, FULL));
    file(other, TEASER);
    cutOffAfter(1);

    run("", "index", folder.resolve("in.jsonl").toString());

    assertHolds(TEASER);
  }

  @Test
  void whatIsRestoredIsTheFullestCopyWhateverTheirOrder() throws IOException {
    run(KILL, "index", "-");
    for (List<String> copies :
        List.of(
            List.of(FULL, TEASER, KILL),
            List.of(TEASER, FULL, KILL),
            List.of(KILL, FULL, TEASER),
            List.of(TEASER, KILL, FULL))) {
      for (String command : List.of("index", "reindex")) {
        run(String.join("", copies), command, "-", "--restore", "ferry");
        assertHolds(FULL);
        run(KILL, "index", "-");
      }
    }
  }
}
