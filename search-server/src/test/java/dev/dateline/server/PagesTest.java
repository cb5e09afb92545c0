package dev.dateline.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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
         "source":"<Source>","authors":["O'Neil"],"date":"2025-01-01"}
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
    assertTrue(page.contains("<a href=\"/article/bridge\">"), page);
    assertTrue(page.contains("The Alder Courier"), page);
    assertTrue(
        page.contains("<time datetime=\"2026-03-01T08:30:00Z\">1 March 2026, 08:30 UTC</time>"),
        page);
    assertTrue(page.contains("Local"), page);
    assertTrue(page.contains("<mark>Alder</mark>"), page);
    assertTrue(page.contains("value=\"lorries Alder\""), page);
  }

  @Test
  void aDateThatIsKnownToTheDayIsShownWithoutATime() throws Exception {
    assertTrue(
        page("/?q=storm", 200).contains("<time datetime=\"2026-04-02\">2 April 2026</time>"));
  }

  @Test
  void eachArticleSaysItsLanguage() throws Exception {
    assertTrue(page("/?q=march%C3%A9", 200).contains("<article class=\"entry\" lang=\"fr\">"));
  }

  @Test
  void datesAndOrderNarrowTheSearchAndStayInTheForm() throws Exception {
    String page = page("/?q=bridge&order-by=oldest&from=2026-01-01&to=2026-03-01&source=", 200);
    assertTrue(page.contains("1 article<"), page);
    assertTrue(page.contains("<option value=\"oldest\" selected>"), page);
    assertTrue(page.contains("name=\"from\" value=\"2026-01-01\""), page);
    assertFalse(page.contains("name=\"source\""), page);
  }

  @Test
  void whatTheFormHasNoFieldForIsKept() throws Exception {
    String page = page("/?source=Sea+Post&utm_source=x", 200);
    assertTrue(page.contains("1 article<"), page);
    assertTrue(page.contains("<input type=\"hidden\" name=\"source\" value=\"Sea Post\">"), page);
    assertFalse(page.contains("utm_source"), page);
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
    assertTrue(page.contains("Widen the dates"), page);
  }

  @Test
  void thePageSaysWhenOnlySomeOfTheWordsAreThere() throws Exception {
    assertTrue(page("/?q=bridge+zeppelin", 200).contains("No article has all of these words"));
  }

  @Test
  void whatWasUnderstoodOtherwiseIsSaid() throws Exception {
    assertTrue(page("/?q=storm+or+bridge", 200).contains("<p class=\"notice\""));
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
    assertTrue(page.contains("<h1 dir=\"auto\">The old bridge opens again</h1>"), page);
    assertTrue(page.contains("Why it matters"), page);
    assertTrue(page.contains("<li dir=\"auto\">It cost four million</li>"), page);
    assertTrue(page.contains("<p dir=\"auto\">Lorries may use it.</p>"), page);
    assertTrue(page.contains("By Ines Marlow, Tom Reed"), page);
    assertTrue(
        page.contains(
            "<a href=\"https://www.courier.example/bridge\" rel=\"noopener noreferrer external\">"),
        page);
    assertTrue(page("/article/storm%2Fcoast", 200).contains("Storm on the coast"));
  }

  @Test
  void theLinkToAnArticleHoldsWhateverItsId() throws Exception {
    assertTrue(page("/?q=storm", 200).contains("href=\"/article/storm%2Fcoast\""));
    assertTrue(page("/?q=bold", 200).contains("href=\"/article/%3Cscript%3E\""));
  }

  @Test
  void theTextOfAnArticleIsTextAndItsLinkLeadsToTheWebOnly() throws Exception {
    String page = page("/article/%3Cscript%3E", 200);
    assertFalse(page.contains("<script"), page);
    assertFalse(page.contains("<b>bold"), page);
    assertFalse(page.contains("<Source>"), page);
    assertFalse(page.contains("javascript:"), page);
    assertTrue(page.contains("A &lt;b&gt;bold&lt;/b&gt; title"), page);
    assertFalse(page("/?q=bold", 200).contains("<b>"));
  }

  @Test
  void anArticleThatIsNotThereHasAPageThatSaysSo() throws Exception {
    assertTrue(page("/article/none", 404).contains("there is no article with the id none"));
  }

  @Test
  void thePageRunsNothingAndLoadsItsOwnStyleOnly() throws Exception {
    HttpResponse<String> response = server.get("/");
    Map<String, String> expected =
        Map.of(
            "Content-Type", "text/html;charset=utf-8",
            "Content-Security-Policy",
                "default-src 'none'; style-src 'self'; img-src 'self' data:; form-action 'self';"
                    + " base-uri 'none'; frame-ancestors 'none'",
            "X-Content-Type-Options", "nosniff",
            "Referrer-Policy", "no-referrer");
    expected.forEach(
        (name, value) -> assertEquals(value, response.headers().firstValue(name).orElse(""), name));
    assertFalse(response.body().contains("<script"));
    assertFalse(response.body().contains("style=\""));
  }

  @Test
  void theStyleSheetIsKeptByBrowsersAndItsLinkChangesWithIt() throws Exception {
    String page = page("/", 200);
    String link = page.replaceFirst("(?s).*<link rel=\"stylesheet\" href=\"([^\"]+)\".*", "$1");
    assertTrue(link.matches("/assets/dateline\\.css\\?v=[0-9a-f]+"), link);
    HttpResponse<String> css = server.get(link);
    assertEquals("text/css;charset=utf-8", css.headers().firstValue("Content-Type").orElse(""));
    assertTrue(css.headers().firstValue("Cache-Control").orElse("").contains("max-age=31536000"));
    assertTrue(css.body().length() < 8 << 10, "the style sheet is small");
  }

  private static String page(String address, int status) throws Exception {
    HttpResponse<String> response = server.get(address);
    assertEquals(status, response.statusCode(), response.body());
    return response.body();
  }
}
