package dev.dateline.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.dateline.Dateline;
import dev.dateline.article.Article;
import dev.dateline.article.Status;
import dev.dateline.index.ArticleIndex;
import dev.dateline.index.ArticleWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ReindexCommandTest {

  @TempDir Path folder;

  private Path index;

  @BeforeEach
  void indexThreeArticlesOneOfThemWithdrawn() throws IOException {
    index = folder.resolve("index");
    try (ArticleWriter writer = Dateline.openWriter(index)) {
      writer.add(Article.builder().id("kept").title("The mill stands").build());
      writer.add(Article.builder().id("changed").title("The mill turns").build());
      writer.add(
          Article.builder().id("gone").title("The mill burns").status(Status.WITHDRAWN).build());
    }
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

  private String newArticles() throws IOException {
    String articles =
        """
        {"id":"changed","title":"The mill turns again"}
        {"id":"new","title":"The mill is sold"}
        {"id":"gone","title":"The mill burns"}
        """;
    return Files.writeString(folder.resolve("new.jsonl"), articles).toString();
  }

  private List<String> found() throws IOException {
    try (ArticleIndex articles = Dateline.open(index)) {
      return Stream.of("kept", "changed", "new", "gone")
          .filter(id -> isFound(articles, id))
          .toList();
    }
  }

  private static boolean isFound(ArticleIndex articles, String id) {
    try {
      return articles.find(id).isPresent();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private String generation() throws IOException {
    try (ArticleIndex articles = Dateline.open(index)) {
      return articles.stats().generation();
    }
  }

  @Test
  void rebuildsFromTheIndexItself() throws IOException {
    String before = generation();

    JsonNode summary = json(reindex("--format", "json"));

    assertEquals(List.of("kept", "changed"), found());
    assertEquals(2, summary.path("kept").intValue());
    assertEquals(1, summary.path("withdrawn").intValue());
    assertEquals(generation(), summary.path("generation").stringValue());
    assertFalse(before.equals(generation()));
  }

  @Test
  void addsAndUpdatesFromPathsKeepsTheRestAndLeavesWithdrawnOnesWithdrawn() throws IOException {
    Session session = reindex(newArticles(), "--format", "json");

    JsonNode summary = json(session);
    assertEquals(List.of("kept", "changed", "new"), found());
    assertEquals(3, summary.path("read").intValue());
    assertEquals(1, summary.path("added").intValue());
    assertEquals(1, summary.path("updated").intValue());
    assertEquals(1, summary.path("stillWithdrawn").intValue());
    assertEquals(1, summary.path("kept").intValue());
    assertEquals(0, summary.path("removed").intValue());
    assertTrue(session.err().contains("--restore gone"), session.err());
  }

  @Test
  void tellsAPersonWhatItDidAndWhatPruningWouldDo() throws IOException {
    Session session = reindex(newArticles());

    assertTrue(session.out().startsWith("3 documents in "), session.out());
    assertTrue(session.out().contains(": 1 added, 1 updated, 1 still withdrawn\n"), session.out());
    assertTrue(
        session.out().contains("1 kept that are not in the paths (--prune removes them)"),
        session.out());
  }

  @Test
  void removesWhatIsNotInThePathsWhenToldTo() throws IOException {
    JsonNode summary = json(reindex(newArticles(), "--prune", "--format", "json"));

    assertEquals(List.of("changed", "new"), found());
    assertEquals(1, summary.path("removed").intValue());
  }

  @Test
  void bringsBackAWithdrawnArticleByName() throws IOException {
    json(reindex(newArticles(), "--restore", "other", "--restore", "gone", "--format", "json"));

    assertEquals(List.of("kept", "changed", "new", "gone"), found());
  }

  @Test
  void neverPrunesEverythingAway() throws IOException {
    String before = generation();
    Path empty = Files.createDirectory(folder.resolve("empty"));

    assertEquals(2, reindex("--prune").code());
    assertEquals(2, reindex(empty.toString(), "--prune").code());
    assertEquals(2, reindex("--restore", "gone").code());

    assertEquals(List.of("kept", "changed"), found());
    assertEquals(before, generation());
  }

  @Test
  void makesNoIndexOutOfNothing() {
    Path missing = folder.resolve("missing");

    Session session = Session.of("reindex", "--index", missing.toString());

    assertEquals(3, session.code());
    assertFalse(Files.exists(missing));
  }

  @Test
  void whereAPruneFailsItsFilesAreReadAgainAndNothingIsPruned() throws IOException {
    String file = newArticles();
    Session.of("index", file, "--index", index.toString());
    // Where it is to be noted what is written since.
    Files.createDirectories(index.resolve("written-since-1-to-2/in the way"));

    assertEquals(3, reindex(file, "--prune").code());

    assertEquals(List.of("kept", "changed", "new"), found());
    Session again = Session.of("index", file, "--index", index.toString());
    assertEquals(0, again.code(), again.err());
    assertTrue(again.out().startsWith("3 documents in "), again.out());
  }
}
