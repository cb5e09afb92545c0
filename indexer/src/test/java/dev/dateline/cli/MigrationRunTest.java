package dev.dateline.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.dateline.Dateline;
import dev.dateline.article.Article;
import dev.dateline.article.Status;
import dev.dateline.index.ArticleWriter;
import dev.dateline.lucene.Migration;
import dev.dateline.lucene.OldIndex;
import dev.dateline.lucene.Reindex;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code dateline reindex} where an earlier version made the index. */
class MigrationRunTest {

  @TempDir Path folder;

  private Path index;

  @BeforeEach
  void makeAnIndexOfThreeArticlesOneOfThemWithdrawn() throws IOException {
    index = folder.resolve("index");
    try (ArticleWriter writer = Dateline.openWriter(index)) {
      writer.add(Article.builder().id("one").title("The mill stands").build());
      writer.add(Article.builder().id("two").title("The mill turns").build());
      writer.add(Article.builder().id("gone").status(Status.WITHDRAWN).build());
    }
    OldIndex.markAs("6", index);
  }

  private Session reindex(String... arguments) {
    return Session.of(
        Stream.concat(Stream.of("reindex", "--index", index.toString()), Stream.of(arguments))
            .toArray(String[]::new));
  }

  private static JsonNode json(Session session) {
    assertEquals(0, session.code(), session.err());
    return JsonMapper.shared().readTree(session.out());
  }

  private String stats() {
    return Session.of("stats", "--index", index.toString()).out();
  }

  private String newArticles() throws IOException {
    return Files.writeString(folder.resolve("new.jsonl"), "{\"id\":\"new\",\"title\":\"Sold\"}\n")
        .toString();
  }

  @Test
  void anIndexOfAnEarlierVersionIsBuiltAnewWithoutItsSources() throws IOException {
    for (int schema : OldIndex.earlier().toArray()) {
      index = OldIndex.unpack(schema, folder);
      Session search = Session.of("search", "", "--index", index.toString());
      assertEquals(3, search.code());
      assertTrue(search.err().contains("dateline reindex --index " + index), search.err());

      Session paths = reindex(newArticles());
      assertEquals(2, paths.code());
      assertTrue(paths.err().contains("without a PATH"), paths.err());

      JsonNode would = json(reindex("--dry-run", "--format", "json"));
      assertEquals(OldIndex.ARTICLES, would.get("kept").asInt());
      assertEquals(3, Session.of("search", "", "--index", index.toString()).code());

      JsonNode done = json(reindex("--format", "json"));
      assertEquals(schema, done.get("fromSchema").asInt());
      assertEquals(OldIndex.ARTICLES, done.get("kept").asInt());
      assertEquals(0, Session.of("search", "", "--index", index.toString()).code());
      assertFalse(json(reindex("--format", "json")).has("fromSchema"));
    }
  }

  @Test
  void aPersonIsToldWhatBecameOfTheArticlesAndOfTheIndexBefore() {
    Session would = reindex("--dry-run");
    assertTrue(
        would.out().startsWith("2 articles, and 1 withdrawn, would be brought from schema 6 to "),
        would.out());
    assertTrue(would.out().endsWith("; the index is as it was\n"), would.out());

    Session done = reindex();
    assertTrue(
        done.out().startsWith("2 articles, and 1 withdrawn, were brought from schema 6 to "),
        done.out());
    assertTrue(
        done.out()
            .endsWith(
                "; generation 2 is in use, 1 is kept (dateline rollback --discard removes it)\n"),
        done.out());
    assertTrue(stats().contains(" of an earlier version; dateline rollback --discard"), stats());
    assertEquals(0, Session.of("rollback", "--discard", "--index", index.toString()).code());
    assertTrue(stats().matches("(?s)articles +2,.*previous +none\n.*"), stats());
  }

  @Test
  void aProgramIsToldTheSame() throws IOException {
    JsonNode done = json(reindex("--no-keep-previous", "--format", "json"));
    assertEquals(2, done.get("kept").asInt());
    assertEquals(1, done.get("withdrawn").asInt());
    assertEquals(6, done.get("fromSchema").asInt());
    assertEquals("2", done.get("generation").asString());
    assertFalse(done.hasNonNull("previous"));
    assertEquals(List.of(2L), OldIndex.generations(index));
  }

  @Test
  void whoLooksOnSeesHowFarItIs() {
    Session session = Session.atTerminal(Map.of(), "reindex", "--index", index.toString());
    assertEquals(0, session.code(), session.err());
    assertTrue(session.err().contains("Migrating"), session.err());
    assertTrue(session.err().contains("3/3"), session.err());
  }

  /** Where two are started, the second ends with what to do, and the first is not disturbed. */
  @Test
  void anotherProcessIsToldWhoMigratesAndTakesNothingAway() throws IOException {
    RunningProgram other = new RunningProgram(folder);
    boolean[] asked = {false};
    Migration.Summary done =
        Migration.of(
            index,
            Reindex.Previous.KEEP,
            articles -> {
              if (!asked[0]) {
                asked[0] = true;
                assertTold(other, "reindex", "process " + ProcessHandle.current().pid());
                assertTold(other, "search", "dateline reindex --index " + index);
              }
            });
    assertEquals(2, done.kept());
    assertEquals(List.of(1L, 2L), OldIndex.generations(index));
    assertEquals(0, Session.of("search", "mill", "--index", index.toString()).code());
  }

  private static void assertTold(RunningProgram program, String command, String words) {
    try {
      int code = program.command(command).start().onExit().join().exitValue();
      String said = program.read("err");
      assertEquals(3, code, said);
      assertTrue(said.contains(words), said);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
