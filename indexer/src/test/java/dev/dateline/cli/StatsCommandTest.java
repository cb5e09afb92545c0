package dev.dateline.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.dateline.lucene.LuceneWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class StatsCommandTest {

  @TempDir private Path folder;

  private String index;

  @BeforeEach
  void indexSomeOfWhichOneFails() throws IOException {
    index = folder.resolve("news").toString();
    Path articles = folder.resolve("articles.jsonl");
    Files.writeString(
        articles,
        """
        {"id":"a","title":"Ferry strike ends","published":"2026-09-14"}
        {"id":"b","title":"Ferry strike begins","published":"2026-11-02T08:00:00Z"}
        {"id":"c","title":"A mill burns","status":"withdrawn"}
        {"id":"d","title":"A bridge opens","embargoed":"2999-01-01T00:00:00Z"}
        {"id":
        """);
    Session session = Session.of("index", articles.toString(), "--keep-source", "--index", index);
    assertEquals(1, session.code(), session.err());
  }

  private String text() {
    Session session = Session.of("stats", "--index", index);
    assertEquals(0, session.code(), session.err());
    return session.out();
  }

  private JsonNode json() {
    Session session = Session.of("stats", "--index", index, "--format", "json");
    assertEquals(0, session.code(), session.err());
    return JsonMapper.shared().readTree(session.out());
  }

  private static void assertHas(String text, String line) {
    assertTrue(text.lines().anyMatch(each -> each.matches(line)), text);
  }

  @Test
  void whatAnIndexHoldsIsToldInALineEach() {
    String text = text();
    assertHas(text, "articles +2, from 2026-09-14 to 2026-11-02T08:00:00Z");
    assertHas(text, "hidden +1 withdrawn, 1 under embargo");
    assertHas(text, "generation +1, commit \\d+ of 20\\d\\d-\\S{14}Z");
    assertHas(text, "previous +none");
    assertHas(text, "on disk +\\d+\\.\\d kB in [12] segments?");
    assertHas(text, "sources +1 kept, \\d+\\.\\d kB");
    assertHas(text, "failures +1, listed in " + index + "/failures.jsonl");
    assertHas(text, "schema +\\d+");
  }

  @Test
  void programsReadTheNamesThatAServerHas() {
    JsonNode json = json();
    assertEquals(2, json.path("articles").asInt());
    assertEquals(1, json.path("withdrawn").asInt());
    assertEquals(1, json.path("embargoed").asInt());
    assertEquals("1", json.path("generation").asString());
    assertTrue(json.path("bytes").asLong() > 1_000);
    assertEquals(1, json.at("/storage/keptSources").asInt());
    assertEquals(1, json.at("/storage/failures").asInt());
    assertEquals(0, json.at("/storage/previousBytes").asInt());
    assertFalse(json.has("previousGeneration"));
  }

  @Test
  void theGenerationThatIsKeptIsNamedWithItsSize() {
    assertEquals(0, Session.of("reindex", "--index", index).code());
    assertHas(text(), "generation +2, .*");
    assertHas(text(), "previous +generation 1, \\d+\\.\\d kB; dateline rollback goes back to it");
    assertEquals("1", json().path("previousGeneration").asString());
    assertTrue(json().at("/storage/previousBytes").asLong() > 1_000);
  }

  @Test
  void itLooksWhileAWriterHoldsTheIndex() throws IOException {
    try (LuceneWriter writer = LuceneWriter.open(Path.of(index))) {
      writer.delete("a");
      assertHas(text(), "articles +2, .*");
      writer.commit();
      assertHas(text(), "articles +1, .*");
    }
  }

  @Test
  void anEmptyIndexIsNoFailureAndNoneIs() throws IOException {
    String empty = folder.resolve("empty").toString();
    LuceneWriter.open(Path.of(empty)).close();
    String text = Session.of("stats", "--index", empty).out();
    assertHas(text, "articles +0");
    assertHas(text, "failures +none");
    Session none = Session.of("stats", "--index", folder.resolve("none").toString());
    assertEquals(3, none.code());
    assertTrue(none.err().contains("there is no index at"), none.err());
    assertEquals(2, Session.of("stats", "news").code());
  }
}
