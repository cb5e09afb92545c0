package dev.dateline.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PagesTest {

  @TempDir static Path folder;
  static RunningServer server;

  @BeforeAll
  static void start() throws Exception {
    server = RunningServer.writing(folder);
    server.post(
        "/v1/articles",
        "application/json",
        """
        {"id":"<script>","url":"javascript:alert(1)","title":"A <b>bold</b> title","lang":"en",
         "summary":"Why & how","takeaways":["One <i>point</i>"],"body":["\\"Quoted\\" <script>alert(1)</script>"],
         "source":"<Source>","authors":["O'Neil"],"date":"2025-01-01","section":"Arts, Books"}
        """);
  }

  @AfterAll
  static void stop() throws Exception {
    server.close();
  }

  @Test
  void theFirstPageShowsTheNewestArticles() throws Exception {
    String page = page("/", 200);
    assertTrue(page.contains("4 articles<span>, newest first</span>"), page);
    assertTrue(page.indexOf("Storm on the coast") < page.indexOf("The old bridge"), page);
  }

  @Test
  void aResultShowsItsTitleSourceDateSectionAndTheWordsThatWereFound() throws Exception {
    String page = page("/?q=lorries+Alder", 200);
    assertTrue(page.contains("<a href=\"/article/bridge?q=lorries%20Alder\">"), page);
    assertTrue(page.contains("The Alder Courier"), page);
    assertTrue(page.contains("<time datetime=\"2026-03-01T08:30:00Z\""), page);
    assertTrue(page.contains("title=\"1 March 2026, 08:30 UTC\""), page);
    assertTrue(page.contains("Local"), page);
    assertTrue(page.contains("<mark>Alder</mark>"), page);
    assertTrue(page.contains("value=\"lorries Alder\""), page);
  }

  @Test
  void aDateThatIsKnownToTheDayIsShownWithoutATime() throws Exception {
    String page = page("/?q=storm&as-of=2026-12-01T00:00:00Z", 200);
    assertTrue(page.contains("<time datetime=\"2026-04-02\" title=\"2 April 2026\""), page);
    assertTrue(page.contains(">2 April 2026</time>"), page);
  }

  @Test
  void aDateIsSaidAsItIsSeenFromTheTimeOfTheSearch() throws Exception {
    assertTrue(page("/?q=lorries&as-of=2026-03-01T08:30:30Z", 200).contains(">just now</time>"));
    assertTrue(page("/?q=lorries&as-of=2026-03-01T09:10:00Z", 200).contains(">40 min ago</time>"));
    assertTrue(page("/?q=lorries&as-of=2026-03-02T07:30:00Z", 200).contains(">23 h ago</time>"));
    assertTrue(page("/?q=lorries&as-of=2026-03-02T09:30:00Z", 200).contains(">yesterday</time>"));
    assertTrue(page("/?q=lorries&as-of=2026-03-06T09:30:00Z", 200).contains(">5 days ago</time>"));
    assertTrue(
        page("/?q=lorries&as-of=2026-03-09T09:30:00Z", 200).contains(">1 March 2026</time>"));
    assertTrue(page("/?q=storm&as-of=2026-04-02T07:30:00Z", 200).contains(">today</time>"));
  }

  @Test
  void eachArticleSaysItsLanguage() throws Exception {
    assertTrue(
        page("/?q=march%C3%A9", 200)
            .contains("<article class=\"entry\" lang=\"fr\" dir=\"auto\">"));
  }

  @Test
  void datesAndOrderNarrowTheSearchAndStayInTheForm() throws Exception {
    String page = page("/?q=bridge&order-by=oldest&from=2026-01-01&to=2026-03-01&source=", 200);
    assertTrue(page.contains("1 article<"), page);
    assertTrue(page.contains("<option value=\"oldest\" selected>"), page);
    assertTrue(page.contains("name=\"from\" value=\"2026-01-01\""), page);
    assertFalse(page.contains("checked"), page);
  }

  @Test
  void theArticlesCanBeNarrowedByWhatTheyHave() throws Exception {
    String page = page("/?q=bridge&source=Sea+Post&page=1", 200);
    assertTrue(page.contains("1 article<"), page);
    assertTrue(page.contains("name=\"source\" value=\"Sea Post\" checked>"), page);
    assertTrue(page.contains("name=\"source\" value=\"The Alder Courier\">"), page);
    assertTrue(page.contains("<a href=\"/?q=bridge\"><span class=\"hidden\">Without"), page);
    assertTrue(page("/?q=bridge&source=sea+post", 200).contains("value=\"Sea Post\" checked>"));
    assertTrue(page("/?q=bridge&source=None", 200).contains("value=\"None\" checked>"));
  }

  @Test
  void aValueWithACommaIsOneValue() throws Exception {
    String page = page("/?section=%22Arts%2C+Books%22", 200);
    assertTrue(page.contains("1 article<"), page);
    assertTrue(page.contains("name=\"section\" value=\"&#34;Arts, Books&#34;\" checked>"), page);
    assertTrue(page.contains(">Arts, Books</span>"), page);
  }

  @Test
  void theTimelineLeadsToTheArticlesOfATime() throws Exception {
    String page = page("/?q=bridge", 200);
    assertTrue(page.contains("title=\"1 Mar 2026: 1 article\""), page);
    String link = "/?q=bridge&amp;from=2026-03-01&amp;to=2026-03-01";
    assertTrue(page.contains("<a href=\"" + link + "\""), page);
    String narrowed = page(link.replace("&amp;", "&"), 200);
    assertTrue(narrowed.contains("1 article<"), narrowed);
    assertTrue(narrowed.contains("<a href=\"/?q=bridge\">Show any time</a>"), narrowed);
  }

  @Test
  void aMomentInTheAddressStaysInTheForm() throws Exception {
    String page = page("/?from=2026-03-01T08:00:00Z", 200);
    assertTrue(page.contains("type=\"text\" name=\"from\" value=\"2026-03-01T08:00:00Z\""), page);
  }

  @Test
  void whatTheFormHasNoFieldForIsKept() throws Exception {
    String page = page("/?domain=courier.example&utm_source=x", 200);
    assertTrue(page.contains("1 article<"), page);
    assertTrue(
        page.contains("<input type=\"hidden\" name=\"domain\" value=\"courier.example\">"), page);
    assertFalse(page.contains("utm_source"), page);
  }

  @Test
  void whatIsFoundCanBeTakenAlong() throws Exception {
    String page = page("/?q=bridge&page-size=1&page=2", 200);
    assertTrue(page.contains("href=\"/v1/search?format=csv&amp;q=bridge\""), page);
    String csv = server.get("/v1/search?format=csv&q=bridge").body();
    assertTrue(csv.contains("\nstorm/coast,") && csv.contains("\nbridge,"), csv);
    assertTrue(page.contains("\"/v1/search?format=atom&amp;q=bridge\""), page);
    HttpResponse<String> feed = server.get("/v1/search?format=atom&q=bridge");
    assertEquals(200, feed.statusCode(), feed.body());
    assertTrue(feed.body().contains("Storm on the coast"), feed.body());
    String relaxed = page("/?q=bridge+zeppelin", 200);
    String link = "/v1/search?format=ndjson&q=bridge+zeppelin&match=any";
    assertTrue(relaxed.contains("\"" + link.replace("&", "&amp;") + "\""), relaxed);
    assertEquals(3, server.get(link).body().lines().count(), "two articles and their count");
    assertTrue(page("/", 200).contains("href=\"/v1/search?format=csv\""));
  }

  @Test
  void longListsArePaged() throws Exception {
    String first = page("/?page-size=2", 200);
    assertTrue(first.contains("<a rel=\"next\" href=\"/?page=2&amp;page-size=2\">"), first);
    assertFalse(first.contains("rel=\"prev\""), first);
    String second = page("/?page-size=2&page=2", 200);
    assertTrue(second.contains("<a rel=\"prev\" href=\"/?page=1&amp;page-size=2\">"), second);
    assertFalse(second.contains("rel=\"next\""), second);
    assertTrue(page("/?page=9", 200).contains("There is no page 9"));
  }

  @Test
  void whereNothingIsFoundThePageSaysWhatToTry() throws Exception {
    String page = page("/?q=zeppelin&when=7d", 200);
    assertTrue(page.contains("No article found"), page);
    assertTrue(page.contains("Other dates and sources would not help"), page);
    assertTrue(page.contains("Try fewer words"), page);
    assertTrue(
        page("/?q=bridge&from=2030-01-01", 200)
            .contains("<a href=\"/?q=bridge\">2 are found without the dates and filters.</a>"));
  }

  @Test
  void thePageSaysWhenOnlySomeOfTheWordsAreThere() throws Exception {
    assertTrue(page("/?q=bridge+zeppelin", 200).contains("No article has all of these words"));
  }

  @Test
  void aMisspeltQueryLinksToTheOneThatMayHaveBeenMeant() throws Exception {
    String page = page("/?q=brigde&order-by=oldest&page=1", 200);
    assertTrue(
        page.contains("<a href=\"/?q=bridge&amp;order-by=oldest\" dir=\"auto\">bridge</a>?"), page);
    assertFalse(page("/?q=bridge", 200).contains("Did you mean"));
  }

  @Test
  void whatWasUnderstoodOtherwiseIsSaid() throws Exception {
    assertTrue(page("/?q=storm+or+bridge", 200).contains("<div class=\"notice\""));
  }

  @Test
  void aBadValueIsAFriendlyMessage() throws Exception {
    String page = page("/?q=bridge&page=abc", 400);
    assertTrue(page.contains("That could not be understood"), page);
    assertTrue(page.contains("page: a whole number from 1 to 10000"), page);
    assertTrue(page.contains("value=\"bridge\""), page);
    assertTrue(page("/?q=a%80", 400).contains("UTF-8"));
  }

  @Test
  void anArticleHasAPageWithItsPartsInTheirPlaces() throws Exception {
    String page = page("/article/bridge", 200);
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
    assertTrue(page("/article/storm%2Fcoast", 200).contains("Storm on the coast"));
  }

  @Test
  void theWordsOfTheSearchAreMarkedInTheArticle() throws Exception {
    String page = page("/article/bridge?q=lorry+farmer", 200);
    assertTrue(page.contains("<p dir=\"auto\"><mark>Lorries</mark> may use it."), page);
    assertTrue(page.contains("<mark>Farmers</mark> save an hour"), page);
    assertTrue(page.contains("name=\"q\" value=\"lorry farmer\""), page);
    assertFalse(page("/article/bridge", 200).contains("<mark>"));
  }

  @Test
  void anArticleFromRightToLeftIsSetSo() throws Exception {
    server.post(
        "/v1/articles",
        "application/json",
        """
        {"id":"rtl","title":"BBC: العاصفة تغلق الميناء","lang":"ar","body":["لم تغادر أي سفينة."]}
        """);
    String page = page("/article/rtl", 200);
    assertTrue(page.contains("<article class=\"story\" lang=\"ar\" dir=\"rtl\">"), page);
    assertTrue(page.contains("<h1 dir=\"rtl\">BBC: "), page);
    server.send(
        HttpRequest.newBuilder(server.uri("/v1/articles/rtl"))
            .header("X-Api-Key", RunningServer.KEY)
            .DELETE());
  }

  @Test
  void anArticleSaysWhereItCameFrom() throws Exception {
    String page = page("/article/storm%2Fcoast", 200);
    assertTrue(page.contains("<summary>Where this came from</summary>"), page);
    assertTrue(page.contains("<td dir=\"auto\">storm/coast</td>"), page);
    assertTrue(page.contains("<a href=\"/v1/articles/storm%2Fcoast\">"), page);
  }

  @Test
  void theLinkToAnArticleHoldsWhateverItsId() throws Exception {
    assertTrue(page("/?q=storm", 200).contains("href=\"/article/storm%2Fcoast?q=storm\""));
    assertTrue(page("/?q=bold", 200).contains("href=\"/article/%3Cscript%3E?q=bold\""));
  }

  @Test
  void theTextOfAnArticleIsTextAndItsLinkLeadsToTheWebOnly() throws Exception {
    String page = page("/article/%3Cscript%3E", 200);
    assertFalse(page.contains("<script>"), page);
    assertFalse(page.contains("<b>bold"), page);
    assertFalse(page.contains("<Source>"), page);
    assertFalse(page.contains("=\"javascript:"), page);
    assertTrue(page.contains("A &lt;b&gt;bold&lt;/b&gt; title"), page);
    assertFalse(page("/?q=bold", 200).contains("<b>"));
  }

  @Test
  void anArticleThatIsNotThereHasAPageThatSaysSo() throws Exception {
    assertTrue(page("/article/none", 404).contains("there is no article with the id none"));
  }

  @Test
  void thePageRunsAndLoadsNothingButItsOwnFiles() throws Exception {
    HttpResponse<String> response = server.get("/");
    Map<String, String> expected =
        Map.of(
            "Content-Type", "text/html;charset=utf-8",
            "Content-Security-Policy",
                "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self';"
                    + " img-src 'self' data:; form-action 'self'; base-uri 'none';"
                    + " frame-ancestors 'none'",
            "X-Content-Type-Options", "nosniff",
            "Referrer-Policy", "no-referrer");
    expected.forEach(
        (name, value) -> assertEquals(value, response.headers().firstValue(name).orElse(""), name));
    assertEquals(2, response.body().split("<script src=\"/assets/").length);
    assertFalse(response.body().contains("<script>"));
    assertFalse(response.body().contains("style=\""));
  }

  @Test
  void aPageThatReadsAsBeforeIsNotSentAgain() throws Exception {
    String address = "/?q=bridge&as-of=2026-12-01T00:00:00Z";
    String tag = server.get(address).headers().firstValue("ETag").orElseThrow();
    HttpResponse<String> again =
        server.send(HttpRequest.newBuilder(server.uri(address)).header("If-None-Match", tag));
    assertEquals(304, again.statusCode());
    assertEquals("", again.body());
    assertEquals(tag, again.headers().firstValue("ETag").orElse(""));
    for (String other : new String[] {"/?q=storm", "/", "/article/bridge"}) {
      HttpResponse<String> answer =
          server.send(HttpRequest.newBuilder(server.uri(other)).header("If-None-Match", tag));
      assertEquals(200, answer.statusCode(), other);
    }
    assertTrue(server.get("/?page=abc").headers().firstValue("ETag").isEmpty());
  }

  @ParameterizedTest
  @CsvSource({"dateline.css, text/css", "dateline.js, text/javascript"})
  void aFileOfThePageIsKeptByBrowsersAndItsLinkChangesWithIt(String name, String type)
      throws Exception {
    String page = page("/", 200);
    String link = page.replaceFirst("(?s).*\"(/assets/" + name + "[^\"]+)\".*", "$1");
    assertTrue(link.matches("/assets/" + name + "\\?v=[0-9a-f]{12}"), link);
    HttpResponse<String> file = server.get(link);
    assertEquals(type + ";charset=utf-8", file.headers().firstValue("Content-Type").orElse(""));
    assertTrue(file.headers().firstValue("Cache-Control").orElse("").contains("max-age=31536000"));
  }

  private static String page(String address, int status) throws Exception {
    HttpResponse<String> response =
        server.send(HttpRequest.newBuilder(server.uri(address)).header("Accept", "text/html"));
    assertEquals(status, response.statusCode(), response.body());
    return response.body();
  }
}
