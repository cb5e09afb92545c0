package dev.dateline.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.openqa.selenium.Keys;

/** What a reader does with the page of an article, in a real browser. */
@ExtendWith(InChromium.class)
class ArticlePageInBrowserTest {

  private final Browser browser;
  private final RunningServer server;

  ArticlePageInBrowserTest(Browser browser, RunningServer server) {
    this.browser = browser;
    this.server = server;
  }

  @Test
  void fromTheResultsToTheArticleWithItsPartsInTheirPlacesAndTheWordsMarked() {
    browser.open(server.uri("/?q=Karpathy+pretraining"));
    browser.one(".entry h2 a").click();
    browser.await("the article", () -> browser.has(".story"));
    List<String> labels = browser.texts(".story h2");
    assertEquals("why it matters", labels.get(0).toLowerCase(Locale.ROOT));
    assertEquals("key takeaways", labels.get(1).toLowerCase(Locale.ROOT));
    assertEquals(4, browser.all(".takeaways li").size());
    assertTrue(browser.texts("h1 mark").containsAll(List.of("Karpathy", "Pretraining")));
    assertTrue(browser.has(".takeaways mark"));
    assertTrue(browser.texts(".story > p mark").size() > 3, "in the body too");
    assertEquals("Karpathy pretraining", browser.one("#q").getDomProperty("value"));
  }

  @Test
  void whatAnArticleIsAboutLeadsToMoreOfIt() {
    browser.open(server.uri("/article/harbourpost-2026-09-14-ferry-strike"));
    assertFalse(browser.has("mark"));
    assertTrue(browser.link("Read the original").getDomAttribute("href").startsWith("https://"));
    browser.one(".facts .chips a").click();
    browser.await("more of it", () -> browser.address().contains("/?tag="));
    assertTrue(browser.all(".entry").size() > 1);
  }

  @Test
  void anArticleLeadsToThoseAboutTheSame() {
    browser.open(server.uri("/article/harbourpost-2026-09-14-ferry-strike"));
    assertEquals("Similar articles", browser.text(".others h2"));
    String title = browser.text(".others li a");
    browser.one(".others li a").click();
    browser.await("that article", () -> browser.text("h1").equals(title));
  }

  @Test
  void whereItCameFromIsThereForWhoAsks() {
    browser.open(server.uri("/article/harbourpost-2026-09-14-ferry-strike"));
    assertFalse(browser.one(".origin table").isDisplayed());
    browser.one(".origin summary").sendKeys(Keys.ENTER);
    browser.await("it opens", () -> browser.one(".origin table").isDisplayed());
    assertTrue(browser.texts(".origin td").contains("harbourpost-2026-09-14-ferry-strike"));
    assertTrue(browser.texts(".origin td").stream().anyMatch(t -> t.endsWith("wire.jsonl")));
  }

  @Test
  void aSearchCanBeginAtAnArticleToo() {
    browser.open(server.uri("/article/harbourpost-2026-09-14-ferry-strike"));
    browser.press("/");
    browser.press("dam", Keys.ENTER);
    browser.await("it is found", () -> browser.title().equals("dam – Dateline"));
    assertTrue(browser.has(".entry mark"));
  }
}
