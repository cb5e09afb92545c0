package dev.dateline.server;

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
