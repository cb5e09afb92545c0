package dev.dateline.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Pages fit every screen; pictures of them are left in {@code target/screenshots} to look at. */
@ExtendWith(InChromium.class)
class LooksTest {

  private static final Map<String, String> PAGES =
      Map.of(
          "home", "/",
          "search", "/?q=ferry+strike",
          "nothing", "/?q=zeppelin+-ferry&when=7d",
          "mistake", "/?q=ferry&page=abc",
          "article", "/article/harbourpost-2026-09-14-ferry-strike?q=ferry+strike",
          "missing", "/article/none",
          "docs", "/docs");

  @ParameterizedTest
  @ValueSource(ints = {320, 390, 768, 1280, 2560})
  void nothingIsWiderThanTheScreen(int width, Browser browser, RunningServer server) {
    browser.width(width);
    PAGES.forEach(
        (name, address) -> {
          browser.open(server.uri(address));
          long needed = (Long) browser.run("return document.documentElement.scrollWidth");
          assertTrue(needed <= width, name + " needs " + needed + " of " + width);
          if (width == 390 || width == 1280) {
            browser.screenshot(name + "-" + width);
          }
        });
  }

  @Test
  void inTheDarkThePageIsDark(Browser browser, RunningServer server) {
    browser.open(server.uri("/?q=ferry+strike"));
    double day = lightness(browser);
    browser.dark();
    double night = lightness(browser);
    assertTrue(day > 0.9 && night < 0.2, day + " by day, " + night + " in the dark");
    browser.screenshot("search-dark-1280");
    browser.open(server.uri(PAGES.get("article")));
    browser.screenshot("article-dark-1280");
  }

  @Test
  void onPaperThereIsTheArticleAndNothingToClick(Browser browser, RunningServer server) {
    browser.print();
    browser.open(server.uri(PAGES.get("article")));
    assertTrue(browser.one("article").isDisplayed());
    assertTrue(browser.all("form").stream().noneMatch(form -> form.isDisplayed()));
    browser.screenshot("article-print");
  }

  @Test
  void onPaperASearchSaysWhatWasSought(Browser browser, RunningServer server) {
    browser.print();
    browser.open(server.uri("/?q=ferry+strike&source=Harbour+Post"));
    assertEquals("ferry strike", browser.text(".printed"));
    assertEquals("Source: Harbour Post", browser.text(".chips [dir]"));
    assertTrue(browser.all("form, select").stream().noneMatch(each -> each.isDisplayed()));
    browser.screenshot("search-print");
  }

  @Test
  void theBoxIsAsWideAsWhatIsFound(Browser browser, RunningServer server) {
    for (int width : new int[] {390, 1000, 1280, 2560}) {
      browser.width(width);
      browser.open(server.uri("/?q=ferry+strike"));
      assertEquals(edge(".found", "right", browser), edge(".ask", "right", browser), 1, "" + width);
    }
  }

  @Test
  void aHeadlineKeepsItsDistanceWithoutASectionAboveIt(Browser browser, RunningServer server) {
    browser.open(server.uri(PAGES.get("article")));
    browser.run("document.querySelector('.kicker')?.remove()");
    assertTrue(edge("h1", "top", browser) - edge(".ask", "bottom", browser) > 16);
  }

  /** Where a side of something is, in pixels. */
  private static double edge(String selector, String side, Browser browser) {
    Object edge =
        browser.run(
            "return document.querySelector(arguments[0]).getBoundingClientRect()[arguments[1]]",
            selector,
            side);
    return ((Number) edge).doubleValue();
  }

  /** Of what lies behind the text, from 0 (black) to 1 (white). */
  private static double lightness(Browser browser) {
    Object lightness =
        browser.run(
            """
            const parts = getComputedStyle(document.body).backgroundColor.match(/[0-9.]+/g);
            return String(parts.slice(0, 3).reduce((sum, part) => sum + Number(part), 0) / 765);
            """);
    return Double.parseDouble((String) lightness);
  }
}
