package dev.dateline.server;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpRequest;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page of an article, as it is sent. */
class ArticlePageTest {

  @TempDir static Path folder;
  static ReadPages pages;

  @BeforeAll
  static void start() throws Exception {
    pages = ReadPages.of(folder);
  }

  @AfterAll
  static void stop() throws Exception {
    pages.server().close();
  }

  @Test
  void anArticleHasAPageWithItsPartsInTheirPlaces() throws Exception {
    String page = pages.read("/article/bridge", 200);
    assertTrue(page.contains("<h1 dir=\"auto\">The old bridge opens again"), page);
    assertTrue(page.contains("Why it matters"), page);
    assertTrue(page.contains("<li dir=\"auto\">It cost four million"), page);
    assertTrue(page.contains("<p dir=\"auto\">Lorries may use it."), page);
    assertTrue(
        page.contains("<a href=\"/?author=Ines+Marlow\" dir=\"auto\">Ines Marlow</a>"), page);
    assertTrue(page.contains("<a href=\"/?section=Local\">Local</a>"), page);
    assertTrue(
        page.contains(
            "href=\"https://www.courier.example/bridge\" rel=\"noopener noreferrer external\">"),
        page);
    assertTrue(pages.read("/article/storm%2Fcoast", 200).contains("Storm on the coast"));
  }

  @Test
  void theWordsOfTheSearchAreMarkedInTheArticle() throws Exception {
    String page = pages.read("/article/bridge?q=lorry+farmer", 200);
    assertTrue(page.contains("<p dir=\"auto\"><mark>Lorries</mark> may use it."), page);
    assertTrue(page.contains("<mark>Farmers</mark> save an hour"), page);
    assertTrue(page.contains("name=\"q\" value=\"lorry farmer\""), page);
    assertFalse(pages.read("/article/bridge", 200).contains("<mark>"));
  }

  @Test
  void anArticleFromRightToLeftIsSetSo() throws Exception {
    pages
        .server()
        .post(
            "/v1/articles",
            "application/json",
            """
            {"id":"rtl","title":"BBC: العاصفة تغلق الميناء","lang":"ar","body":["لم تغادر أي سفينة."]}
            """);
    String page = pages.read("/article/rtl", 200);
    assertTrue(page.contains("<article class=\"story\" lang=\"ar\" dir=\"rtl\">"), page);
    assertTrue(page.contains("<h1 dir=\"rtl\">BBC: "), page);
    pages
        .server()
        .send(
            HttpRequest.newBuilder(pages.server().uri("/v1/articles/rtl"))
                .header("X-Api-Key", RunningServer.KEY)
                .DELETE());
  }

  @Test
  void anArticleSaysWhereItCameFrom() throws Exception {
    String page = pages.read("/article/storm%2Fcoast", 200);
    assertTrue(page.contains("<summary>Where this came from</summary>"), page);
    assertTrue(page.contains("<td dir=\"auto\">storm/coast</td>"), page);
    assertTrue(page.contains("<a href=\"/v1/articles/storm%2Fcoast\">"), page);
  }

  @Test
  void theLinkToAnArticleHoldsWhateverItsId() throws Exception {
    assertTrue(pages.read("/?q=storm", 200).contains("href=\"/article/storm%2Fcoast?q=storm\""));
    assertTrue(pages.read("/?q=bold", 200).contains("href=\"/article/%3Cscript%3E?q=bold\""));
  }

  @Test
  void theTextOfAnArticleIsTextAndItsLinkLeadsToTheWebOnly() throws Exception {
    String page = pages.read("/article/%3Cscript%3E", 200);
    assertFalse(page.contains("<script>"), page);
    assertFalse(page.contains("<b>bold"), page);
    assertFalse(page.contains("<Source>"), page);
    assertFalse(page.contains("=\"javascript:"), page);
    assertTrue(page.contains("A &lt;b&gt;bold&lt;/b&gt; title"), page);
    assertFalse(pages.read("/?q=bold", 200).contains("<b>"));
  }

  @Test
  void anArticleThatIsNotThereHasAPageThatSaysSo() throws Exception {
    assertTrue(pages.read("/article/none", 404).contains("there is no article with the id none"));
  }
}
