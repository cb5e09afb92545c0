package dev.dateline.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
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
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A large tree is indexed in many runs, and no work is done twice or lost. */
class LongWorkTest {

  private static final String PAGE =
      """
      <html><head><title>Harbour reopens after storm</title>
      <link rel="canonical" href="https://www.harbourpost.example/2026/harbour-reopens">
      </head><body><article><h1>Harbour reopens after storm</h1>
      <p>The harbour of Lindvik reopened on Tuesday after the longest closure in a decade, and the
      first ferries left for the outer islands before dawn.</p>
      <p>Crews had worked through the weekend to clear the channel of driftwood and of the wreck of
      a barge that had broken loose in the storm.</p></article></body></html>
      """;

  private static final String TEASER =
      """
      {"url":"https://harbourpost.example/2026/harbour-reopens?utm_source=feed",\
      "title":"Harbour reopens after storm","summary":"First ferries leave for the islands."}
      """;

  @TempDir Path folder;

  private Path index;

  @BeforeEach
  void name() {
    index = folder.resolve("index");
  }

  private JsonNode run(String... arguments) {
    Session session =
        Session.of(
            Stream.concat(
                    Stream.of(arguments),
                    Stream.of("--index", index.toString(), "--format", "json"))
                .toArray(String[]::new));
    assertTrue(session.code() < 2, session.err());
    return JsonMapper.shared().readTree(session.out());
  }

  private String file(String name, String content) throws IOException {
    Path file = folder.resolve("in").resolve(name);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, content).toString();
  }

  private String in() {
    return folder.resolve("in").toString();
  }

  private Article only() throws IOException {
    try (ArticleIndex articles = Dateline.open(index)) {
      assertEquals(1, articles.stats().articles());
      String id = articles.search(SearchRequest.of("")).hits().getFirst().article().id();
      return articles.find(id).orElseThrow();
    }
  }

  private static long number(JsonNode summary, String name) {
    return summary.path(name).longValue();
  }

  @Test
  void filesThatHaveNotChangedArePassedOver() throws IOException {
    file("a.jsonl", "{\"id\":\"a\",\"title\":\"Tide\"}\n");
    String changing = file("b.jsonl", "{\"id\":\"b\",\"title\":\"Ebb\"}\n");
    run("index", in());

    JsonNode again = run("index", in());
    assertEquals(0, number(again, "read"));
    assertEquals(2, number(again, "unchangedFiles"));

    file("b.jsonl", "{\"id\":\"b\",\"title\":\"Ebb and flow\"}\n");
    JsonNode changed = run("index", in());
    assertEquals(1, number(changed, "updated"));
    assertEquals(1, number(changed, "unchangedFiles"));

    Files.setLastModifiedTime(Path.of(changing), FileTime.from(Instant.EPOCH));
    assertEquals(1, number(run("index", in()), "unchanged"), "the same in a file that was touched");

    JsonNode all = run("index", "--all", in());
    assertEquals(2, number(all, "unchanged"));
    assertEquals(0, number(all, "unchangedFiles"));
  }

  @Test
  void aFileThatWasHalfDoneIsTakenUpInItsMiddle() throws IOException {
    String file =
        file("a.jsonl", "{\"title\":\"Tide\"}\n{\"title\":\"Ebb\"}\n{\"title\":\"Flow\"}\n");
    try (LuceneWriter writer = LuceneWriter.open(index)) {
      Path path = Path.of(file);
      writer
          .sources()
          .note(
              new ReadFile(
                  path.toRealPath().toString(),
                  Files.size(path),
                  Files.getLastModifiedTime(path).toInstant(),
                  2,
                  false,
                  false));
      writer.sources().commit();
    }

    JsonNode summary = run("index", file);
    assertEquals(3, number(summary, "read"));
    assertEquals(2, number(summary, "takenBefore"));
    assertEquals(1, number(summary, "added"));
  }

  @Test
  void aTeaserNeverTakesThePlaceOfThePage() throws IOException {
    file("1-page.html", PAGE);
    file("2-teaser.jsonl", TEASER);

    JsonNode summary = run("index", in());

    assertEquals(1, number(summary, "added"));
    assertEquals(1, number(summary, "poorer"));
    assertEquals(2, only().body().size());
  }

  @Test
  void aPageTakesThePlaceOfItsTeaser() throws IOException {
    file("1-teaser.jsonl", TEASER);
    file("2-page.html", PAGE);

    JsonNode summary = run("index", in());

    assertEquals(1, number(summary, "added"));
    assertEquals(1, number(summary, "updated"));
    assertEquals(2, only().body().size());

    assertEquals(
        1, number(run("reindex", folder.resolve("in/1-teaser.jsonl").toString()), "poorer"));
    assertEquals(2, only().body().size());
  }

  @Test
  void theSummaryAddsUp() throws IOException {
    file("page.html", PAGE);
    file("teaser.jsonl", TEASER + "{\"status\":\"withdrawn\",\"id\":\"w\"}\n{\n");
    file("later.jsonl", "{\"id\":\"w\",\"title\":\"Back\"}\n{\"id\":\"n\",\"title\":\"New\"}\n");
    run("index", in());

    JsonNode summary = run("index", "--all", in());

    long sum = 0;
    for (String fate :
        List.of(
            "added", "updated", "unchanged", "older", "poorer", "takenBefore", "stillWithdrawn")) {
      sum += number(summary, fate);
    }
    assertEquals(number(summary, "read"), sum + number(summary, "skipped"));
    assertEquals(6, number(summary, "read"));
    assertEquals(1, number(summary, "skipped"));
    assertEquals(4, summary.path("formats").path("json").path("articles").intValue());
    assertEquals(1, summary.path("formats").path("json").path("skipped").intValue());
    assertEquals(1, summary.path("formats").path("html").path("articles").intValue());
  }

  @Test
  void aDryRunSaysWhatARunWouldDoAndLeavesTheIndexAsItIs() throws IOException {
    file("page.html", PAGE);
    JsonNode first = run("index", "--dry-run", in());
    assertEquals(1, number(first, "added"));
    assertFalse(Files.exists(index));

    run("index", in());
    file("teaser.jsonl", TEASER + "{\"id\":\"n\",\"title\":\"New\"}\n{\n");
    JsonNode second = run("index", "--dry-run", in());
    assertEquals(1, number(second, "added"));
    assertEquals(1, number(second, "poorer"));
    assertEquals(1, number(second, "skipped"));
    assertEquals(1, number(second, "unchangedFiles"));
    assertEquals("Harbour reopens after storm", only().title());
    assertFalse(Files.exists(index.resolve("failures.jsonl")));

    JsonNode real = run("index", in());
    assertEquals(number(second, "added"), number(real, "added"));
    assertEquals(number(second, "poorer"), number(real, "poorer"));
  }

  @Test
  void whatWasReadCanBeKeptAndExtractedAgainWithoutTheFiles() throws IOException {
    String page = file("page.html", PAGE);
    run("index", "--keep-source", in());
    Files.delete(Path.of(page));

    JsonNode summary = run("reindex", "--from-sources");

    assertEquals(1, number(summary, "read"));
    assertEquals(1, number(summary, "unchanged"));
    assertEquals(page, only().provenance().file());
  }

  @Test
  void whatWasPrunedCanBeReadAgain() throws IOException {
    String one = file("one.jsonl", "{\"id\":\"a\",\"title\":\"Tide\"}\n");
    String two = file("two.jsonl", "{\"id\":\"b\",\"title\":\"Ebb\"}\n");
    run("index", one, two);
    run("reindex", "--prune", two);

    assertEquals(1, number(run("index", one), "added"));
  }
}
