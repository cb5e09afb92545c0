package dev.dateline.lucene;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.dateline.article.Article;
import dev.dateline.index.ArticleIndex;
import dev.dateline.index.ArticleWriter;
import dev.dateline.index.Match;
import dev.dateline.index.SearchRequest;
import dev.dateline.index.SearchResult;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What of an article makes it a better answer than another. */
class RankingTest {

  @TempDir Path folder;

  private static Article article(String id, String title, String... body) {
    return Article.builder().id(id).title(title).body(List.of(body)).build();
  }

  /** The best hits among these articles and sixty that are about something else. */
  private SearchResult search(String query, Match match, Article... articles) throws IOException {
    try (ArticleWriter writer = LuceneWriter.open(folder)) {
      for (Article article : articles) {
        writer.add(article);
      }
      for (int i = 0; i < 60; i++) {
        writer.add(
            article("other-" + i, "Parliament debates", "The vote is late, says speaker " + i));
      }
    }
    try (ArticleIndex index = LuceneIndex.open(folder)) {
      return index.search(SearchRequest.builder().query(query).match(match).build());
    }
  }

  private static List<String> ids(SearchResult result) {
    return result.hits().stream().map(hit -> hit.article().id()).toList();
  }

  @Test
  void aWordOfTheTitleCountsMoreThanOneOfTheBody() throws IOException {
    Article body = article("body", "Night boats return", "The ferry sails at ten");
    Article title = article("title", "Night ferry returns", "The boat sails at ten");
    for (String query : List.of("ferry", "ferr*", "ferri~1", "\"ferry\"")) {
      assertEquals(
          List.of("title", "body"), ids(search(query, Match.ALL, body, title)), () -> query);
      assertEquals(
          List.of("title", "body"), ids(search(query, Match.ANY, title, body)), () -> query);
    }
  }

  @Test
  void wordsThatStandTogetherAsTypedCountMoreThanWordsApart() throws IOException {
    Article apart =
        article("apart", "Of the harbour", "The strike is old. They say the ferry sails");
    Article near = article("near", "Of the harbour", "The ferry strike is old. They say it sails");
    for (Match match : List.of(Match.ALL, Match.ANY, Match.AUTO)) {
      assertEquals("near", ids(search("ferry strike", match, apart, near)).getFirst());
    }
  }

  @Test
  void wordsWithAnOperatorBetweenThemNeedNotBeNear() throws IOException {
    Article apart =
        article("apart", "Of the harbour", "The strike is old. They say the ferry sails");
    Article near = article("near", "Of the harbour", "The ferry strike is old. They say it sails");
    SearchResult found = search("ferry OR strike", Match.ALL, apart, near);
    assertEquals(found.hits().get(0).score(), found.hits().get(1).score());
  }

  @Test
  void ofCommonWordsAnArticleThatHasThemInARowComesFirst() throws IOException {
    Article[] articles = new Article[121];
    for (int i = 1; i < articles.length; i++) {
      articles[i] = article("talk-" + i, "To be", "Not to go or not to be, or to be and to go");
    }
    String scene = "The prince walks up and down before the curtain. ".repeat(20);
    articles[0] = article("scene", "Theatre", scene, "He says: to be, or not to be.", scene);
    for (Match match : List.of(Match.AUTO, Match.ANY, Match.BROAD)) {
      assertEquals("scene", ids(search("to be or not to be", match, articles)).getFirst());
    }
  }

  @Test
  void equalArticlesStandAsTheyAreNumbered() throws IOException {
    SearchResult found =
        search(
            "ferry",
            Match.ALL,
            article("10", "Ferry", "It sails"),
            article("9", "Ferry", "It sails"),
            article("100", "Ferry", "It sails"));
    assertEquals(List.of("9", "10", "100"), ids(found));
  }

  @Test
  void aFuzzyWordPrefersArticlesThatHaveItAsTyped() throws IOException {
    SearchResult found =
        search(
            "corn~",
            Match.ALL,
            article("core", "Core of the core model", "The core, the cork and the horn"),
            article("corn", "Prices of grain", "A ship brought wheat, rye and some corn at last"));
    assertEquals(List.of("corn", "core"), ids(found));
  }

  @Test
  void aWordThatIsTypedTwiceCountsOnce() throws IOException {
    Article twice = article("a", "Ferry news", "Of the harbour");
    Article once = article("b", "Strike news", "Of the harbour");
    SearchResult found = search("ferry ferry strike", Match.ANY, twice, once);
    assertEquals(found.hits().get(0).score(), found.hits().get(1).score());
  }

  @Test
  void broadPrefersArticlesThatSpeakLikeTheBestHits() throws IOException {
    Article[] articles = {
      article("first", "Volcano erupts", "Lava and ash from the crater of the volcano"),
      article("second", "Volcano wakes", "Ash and lava, the volcano rumbles"),
      article("figure", "A summer", "He was a volcano of temper at the stove with pans"),
      article("about", "A summer", "Lava and ash, and a crater where there was a volcano"),
    };
    SearchResult any = search("volcano", Match.ANY, articles);
    SearchResult broad = search("volcano", Match.BROAD, articles);

    assertEquals(any.total(), broad.total());
    assertTrue(ids(broad).indexOf("about") < ids(broad).indexOf("figure"), () -> "" + ids(broad));
    assertTrue(broad.warnings().getFirst().contains("lava"), () -> "" + broad.warnings());
  }
}
