package dev.dateline.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ExtractCommandTest {

  private static final String STORY =
      """
      Snow closes the pass

      Why It Matters
      Lorries take the long way round.

      Key Takeaways
      - • Two metres fell
      - • Ploughs wait

      Pulse Analysis
      It fell all night.

      Nobody was hurt.

      Comments
      Want to join the conversation?
      """;

  @TempDir Path folder;

  private String file(String name, String content) throws IOException {
    return Files.writeString(folder.resolve(name), content).toString();
  }

  private static List<JsonNode> articles(Session session) {
    JsonMapper mapper = JsonMapper.builder().build();
    return session.out().lines().map(mapper::readTree).toList();
  }

  @Test
  void showsTheFieldsTheFileAndTheTextInPageOrder() throws IOException {
    String story = file("story.txt", STORY);

    Session session = Session.of("extract", story);

    assertEquals(0, session.code(), session.err());
    assertEquals("", session.err());
    JsonNode article = articles(session).getFirst();
    assertFalse(article.path("id").stringValue().isEmpty());
    assertEquals("Snow closes the pass", article.path("title").stringValue());
    assertEquals("Nobody was hurt.", article.path("body").path(1).stringValue());
    assertEquals(story, article.path("file").stringValue());
    assertEquals(
        """
        Lorries take the long way round.
        Two metres fell
        Ploughs wait
        It fell all night.
        Nobody was hurt.\
        """,
        article.path("text").stringValue());
    assertFalse(article.has("provenance"));
  }

  @Test
  void explainsWhichRuleSetEachFieldAndWhatWasDropped() throws IOException {
    Session session = Session.of("extract", file("story.txt", STORY), "--explain");

    JsonNode provenance = articles(session).getFirst().path("provenance");
    assertEquals("first line", provenance.path("rules").path("title").stringValue());
    assertEquals("comments", provenance.path("dropped").path(0).path("rule").stringValue());
  }

  @Test
  void saysWhatTheDateWasTakenFrom() throws IOException {
    String line = file("a.jsonl", "{\"title\":\"Snow\",\"pubDate\":\"2026-11-20\"}\n");
    String page = file("2026-11-20-snow.html", "<title>Snow</title><p>Two metres fell.</p>");

    assertEquals(
        List.of("pubDate", "file name"),
        articles(Session.of("extract", line, page)).stream()
            .map(article -> article.path("dateSource").stringValue())
            .toList());
  }

  @Test
  void readsStandardInput() {
    Session session = Session.reading("{\"id\":\"a\",\"title\":\"Snow\"}\n", "extract", "-");

    assertEquals(0, session.code(), session.err());
    assertEquals("{\"id\":\"a\",\"title\":\"Snow\",\"file\":\"-\",\"text\":\"\"}\n", session.out());
  }

  @Test
  void namesWhatIsBrokenAndShowsTheRest() throws IOException {
    String broken = file("a.jsonl", "{\"id\":\"a\",\"title\":\"Snow\"}\n{\"id\n");
    String unknown = file("b.bin", "\0\1\2\3");

    Session session = Session.of("extract", broken, unknown);

    assertEquals(1, session.code());
    assertEquals(1, articles(session).size());
    assertTrue(session.err().contains("skipped " + broken + ", line 2: "), session.err());
    assertTrue(session.err().contains("skipped " + unknown + ": "), session.err());
  }

  @Test
  void writesNothing() throws IOException {
    Session.of("extract", file("story.txt", STORY));

    try (Stream<Path> files = Files.list(folder)) {
      assertEquals(1, files.count());
    }
  }

  @Test
  void refusesAPathThatDoesNotExist() {
    assertEquals(2, Session.of("extract", folder.resolve("nowhere").toString()).code());
  }

  @Test
  void explainsItself() {
    Session session = Session.of("extract", "--help");

    assertEquals(0, session.code());
    assertTrue(session.out().contains("--explain"), session.out());
    assertTrue(session.out().contains("Examples:"), session.out());
  }
}
