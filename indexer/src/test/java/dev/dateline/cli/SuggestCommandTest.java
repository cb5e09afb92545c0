package dev.dateline.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What `suggest`, `similar` and a misspelt `search` show at the terminal. */
class SuggestCommandTest {

  private static final String ARTICLES =
      """
      {"id":"strike","title":"Ferry strike goes on","text":"The crews of the ferry wait; the harbour authority offers a bonus for the nights.","published":"2026-11-20"}
      {"id":"talks","title":"Talks about the ferry strike","text":"The harbour authority and the crews talk about nights and a bonus.","published":"2026-11-21"}
      {"id":"bakery","title":"A bakery opens","text":"Bread is sold on Market Street.","published":"2026-11-01"}
      """;

  @TempDir static Path folder;

  private static String index = "";

  @BeforeAll
  static void indexTheArticles() throws IOException {
    index = folder.resolve("index").toString();
    Path articles = Files.writeString(folder.resolve("articles.jsonl"), ARTICLES);
    Session indexed = Session.of("index", articles.toString(), "--index", index);
    assertEquals(0, indexed.code(), indexed.err());
  }

  @Test
  void completesWhatIsTyped() {
    Session session = Session.of("suggest", "--index", index, "ferry", "str");
    assertEquals(0, session.code(), session.err());
    assertEquals(
        """
        phrase        2  ferry strike
        title         1  Talks about the ferry strike
        title         1  Ferry strike goes on
        """,
        session.out());
    assertEquals(
        "Nothing starts so.", Session.of("suggest", "--index", index, "zzzz").out().strip());
  }

  @Test
  void givesSuggestionsAsJson() {
    Session session =
        Session.of("suggest", "--index", index, "bak", "--kinds", "title", "--format", "json");
    JsonNode json = JsonMapper.builder().build().readTree(session.out());
    assertEquals("bakery", json.path("suggestions").path(0).path("id").asString());
    assertEquals("bak", json.path("q").asString());
  }

  @Test
  void findsSimilarArticlesAndWhatLedToOne() {
    Session similar = Session.of("similar", "strike", "--index", index);
    assertEquals(0, similar.code(), similar.err());
    assertTrue(similar.out().startsWith(" 1  Talks about the ferry strike"), similar.out());
    Session background = Session.of("similar", "strike", "--index", index, "--background", "true");
    assertTrue(background.out().contains("No article was found"), background.out());
  }

  @Test
  void saysWhichArticleThereIsNotAndWhichOptionMayBeMeant() {
    Session missing = Session.of("similar", "nowhere", "--index", index);
    assertEquals(2, missing.code());
    assertTrue(missing.err().contains("there is no article with the id nowhere"), missing.err());
    Session typo = Session.of("suggest", "--index", index, "x", "--kinds", "titl");
    assertEquals(2, typo.code());
    assertTrue(typo.err().contains("did you mean title?"), typo.err());
  }

  @Test
  void proposesTheQueryThatMayHaveBeenMeant() {
    Session session = Session.of("search", "--index", index, "bekery");
    assertTrue(session.out().startsWith("Did you mean: bakery"), session.out());
  }
}
