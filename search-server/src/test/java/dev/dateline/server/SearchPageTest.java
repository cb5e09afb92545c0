package dev.dateline.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page that searches, as it is sent. */
class SearchPageTest {

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
  void theFirstPageShowsTheNewestArticles() throws Exception {
    String page = pages.read("/", 200);
    assertTrue(page.contains("4 articles<span>, newest first</span>"), page);
    assertTrue(page.indexOf("Storm on the coast") < page.indexOf("The old bridge"), page);
  }

  @Test
  void aResultShowsItsTitleSourceDateSectionAndTheWordsThatWereFound() throws Exception {
    String page = pages.read("/?q=lorries+Alder", 200);
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
    String page = pages.read("/?q=storm&as-of=2026-12-01T00:00:00Z", 200);
    assertTrue(page.contains("<time datetime=\"2026-04-02\" title=\"2 April 2026\""), page);
    assertTrue(page.contains(">2 April 2026</time>"), page);
  }

  @Test
  void aDateIsSaidAsItIsSeenFromTheTimeOfTheSearch() throws Exception {
    assertTrue(
        pages.read("/?q=lorries&as-of=2026-03-01T08:30:30Z", 200).contains(">just now</time>"));
    assertTrue(
        pages.read("/?q=lorries&as-of=2026-03-01T09:10:00Z", 200).contains(">40 min ago</time>"));
    assertTrue(
        pages.read("/?q=lorries&as-of=2026-03-02T07:30:00Z", 200).contains(">23 h ago</time>"));
    assertTrue(
        pages.read("/?q=lorries&as-of=2026-03-02T09:30:00Z", 200).contains(">yesterday</time>"));
    assertTrue(
        pages.read("/?q=lorries&as-of=2026-03-06T09:30:00Z", 200).contains(">5 days ago</time>"));
    assertTrue(
        pages.read("/?q=lorries&as-of=2026-03-09T09:30:00Z", 200).contains(">1 March 2026</time>"));
    assertTrue(pages.read("/?q=storm&as-of=2026-04-02T07:30:00Z", 200).contains(">today</time>"));
  }

  @Test
  void eachArticleSaysItsLanguage() throws Exception {
    assertTrue(
        pages
            .read("/?q=march%C3%A9", 200)
            .contains("<article class=\"entry\" lang=\"fr\" dir=\"auto\">"));
  }

  @Test
  void datesAndOrderNarrowTheSearchAndStayInTheForm() throws Exception {
    String page =
        pages.read("/?q=bridge&order-by=oldest&from=2026-01-01&to=2026-03-01&source=", 200);
    assertTrue(page.contains("1 article<"), page);
    assertTrue(page.contains("<option value=\"oldest\" selected>"), page);
    assertTrue(page.contains("name=\"from\" value=\"2026-01-01\""), page);
    assertFalse(page.contains("checked"), page);
  }

  @Test
  void theArticlesCanBeNarrowedByWhatTheyHave() throws Exception {
    String page = pages.read("/?q=bridge&source=Sea+Post&page=1", 200);
    assertTrue(page.contains("1 article<"), page);
    assertTrue(page.contains("name=\"source\" value=\"Sea Post\" checked>"), page);
    assertTrue(page.contains("name=\"source\" value=\"The Alder Courier\">"), page);
    assertTrue(page.contains("<a href=\"/?q=bridge\"><span class=\"hidden\">Without"), page);
    assertTrue(
        pages.read("/?q=bridge&source=sea+post", 200).contains("value=\"Sea Post\" checked>"));
    assertTrue(pages.read("/?q=bridge&source=None", 200).contains("value=\"None\" checked>"));
  }

  @Test
  void aValueWithACommaIsOneValue() throws Exception {
    String page = pages.read("/?section=%22Arts%2C+Books%22", 200);
    assertTrue(page.contains("1 article<"), page);
    assertTrue(page.contains("name=\"section\" value=\"&#34;Arts, Books&#34;\" checked>"), page);
    assertTrue(page.contains(">Arts, Books</span>"), page);
  }

  @Test
  void theTimelineLeadsToTheArticlesOfATime() throws Exception {
    String page = pages.read("/?q=bridge", 200);
    assertTrue(page.contains("title=\"1 Mar 2026: 1 article\""), page);
    String link = "/?q=bridge&amp;from=2026-03-01&amp;to=2026-03-01";
    assertTrue(page.contains("<a href=\"" + link + "\""), page);
    String narrowed = pages.read(link.replace("&amp;", "&"), 200);
    assertTrue(narrowed.contains("1 article<"), narrowed);
    assertTrue(narrowed.contains("<a href=\"/?q=bridge\">Show any time</a>"), narrowed);
  }

  @Test
  void aMomentInTheAddressStaysInTheForm() throws Exception {
    String page = pages.read("/?from=2026-03-01T08:00:00Z", 200);
    assertTrue(page.contains("type=\"text\" name=\"from\" value=\"2026-03-01T08:00:00Z\""), page);
  }

  @Test
  void whatTheFormHasNoFieldForIsKept() throws Exception {
    String page = pages.read("/?domain=courier.example&utm_source=x", 200);
    assertTrue(page.contains("1 article<"), page);
    assertTrue(
        page.contains("<input type=\"hidden\" name=\"domain\" value=\"courier.example\">"), page);
    assertFalse(page.contains("utm_source"), page);
  }

  @Test
  void whatIsFoundCanBeTakenAlong() throws Exception {
    String page = pages.read("/?q=bridge&page-size=1&page=2", 200);
    assertTrue(page.contains("href=\"/v1/search?format=csv&amp;q=bridge\""), page);
    String csv = pages.server().get("/v1/search?format=csv&q=bridge").body();
    assertTrue(csv.contains("\nstorm/coast,") && csv.contains("\nbridge,"), csv);
    assertTrue(page.contains("\"/v1/search?format=atom&amp;q=bridge\""), page);
    HttpResponse<String> feed = pages.server().get("/v1/search?format=atom&q=bridge");
    assertEquals(200, feed.statusCode(), feed.body());
    assertTrue(feed.body().contains("Storm on the coast"), feed.body());
    String relaxed = pages.read("/?q=bridge+zeppelin", 200);
    String link = "/v1/search?format=ndjson&q=bridge+zeppelin&match=any";
    assertTrue(relaxed.contains("\"" + link.replace("&", "&amp;") + "\""), relaxed);
    assertEquals(
        3, pages.server().get(link).body().lines().count(), "two articles and their count");
    assertTrue(pages.read("/", 200).contains("href=\"/v1/search?format=csv\""));
  }

  @Test
  void longListsArePaged() throws Exception {
    String first = pages.read("/?page-size=2", 200);
    assertTrue(first.contains("<a rel=\"next\" href=\"/?page=2&amp;page-size=2\">"), first);
    assertFalse(first.contains("rel=\"prev\""), first);
    String second = pages.read("/?page-size=2&page=2", 200);
    assertTrue(second.contains("<a rel=\"prev\" href=\"/?page=1&amp;page-size=2\">"), second);
    assertFalse(second.contains("rel=\"next\""), second);
    assertTrue(pages.read("/?page=9", 200).contains("There is no page 9"));
  }

  @Test
  void whereNothingIsFoundThePageSaysWhatToTry() throws Exception {
    String page = pages.read("/?q=zeppelin&when=7d", 200);
    assertTrue(page.contains("No article found"), page);
    assertTrue(page.contains("Other dates and sources would not help"), page);
    assertTrue(page.contains("Try fewer words"), page);
    assertTrue(
        pages
            .read("/?q=bridge&from=2030-01-01", 200)
            .contains("<a href=\"/?q=bridge\">2 are found without the dates and filters.</a>"));
  }

  @Test
  void thePageSaysWhenOnlySomeOfTheWordsAreThere() throws Exception {
    assertTrue(
        pages.read("/?q=bridge+zeppelin", 200).contains("No article has all of these words"));
  }

  @Test
  void aMisspeltQueryLinksToTheOneThatMayHaveBeenMeant() throws Exception {
    String page = pages.read("/?q=brigde&order-by=oldest&page=1", 200);
    assertTrue(
        page.contains("<a href=\"/?q=bridge&amp;order-by=oldest\" dir=\"auto\">bridge</a>?"), page);
    assertFalse(pages.read("/?q=bridge", 200).contains("Did you mean"));
  }

  @Test
  void whatWasUnderstoodOtherwiseIsSaid() throws Exception {
    assertTrue(pages.read("/?q=storm+or+bridge", 200).contains("<div class=\"notice\""));
  }

  @Test
  void aBadValueIsAFriendlyMessage() throws Exception {
    String page = pages.read("/?q=bridge&page=abc", 400);
    assertTrue(page.contains("That could not be understood"), page);
    assertTrue(page.contains("page: a whole number from 1 to 10000"), page);
    assertTrue(page.contains("value=\"bridge\""), page);
    assertTrue(pages.read("/?q=a%80", 400).contains("UTF-8"));
  }
}
