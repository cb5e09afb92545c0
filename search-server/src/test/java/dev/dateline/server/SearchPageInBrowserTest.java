package dev.dateline.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;

/** What a reader does with the search page, in a real browser. */
@ExtendWith(InChromium.class)
class SearchPageInBrowserTest {

  private final Browser browser;
  private final RunningServer server;

  SearchPageInBrowserTest(Browser browser, RunningServer server) {
    this.browser = browser;
    this.server = server;
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void aQuestionIsTypedAndAnsweredAndItsAddressCanBeKept(boolean javaScript) {
    open("/", javaScript);
    browser.one("#q").sendKeys("ferry strike", Keys.ENTER);
    browser.await("there are results", () -> browser.has("mark"));
    assertEquals("ferry strike – Dateline", browser.title());
    String found = browser.text(".entry h2");
    browser.open(browser.address());
    assertEquals(found, browser.text(".entry h2"));
    assertEquals("ferry strike", browser.one("#q").getDomProperty("value"));
    assertTrue(browser.all(".entry mark").size() > 5);
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void tickingABoxNarrowsToWhatItCounts(boolean javaScript) {
    open("/?q=ferry", javaScript);
    String count =
        browser.one("label:has([value='Harbour Post']) .number").getDomProperty("textContent");
    browser.click(browser.one("[value='Harbour Post']"));
    if (!javaScript) {
      browser.click(browser.one(".apply"));
    }
    browser.await("it is narrowed", () -> browser.address().contains("source=Harbour"));
    browser.await("it is counted", () -> browser.text("h1").equals(count + " articles"));
    assertTrue(browser.texts(".source").stream().allMatch("Harbour Post"::equals));
    assertTrue(browser.one("[value='Harbour Post']").isSelected());
    assertEquals(List.of("Source: Harbour Post"), browser.texts(".chips [dir]"));
    browser.one(".chips a").click();
    browser.await("all are back", () -> !browser.address().contains("source="));
    assertFalse(browser.one("[value='Harbour Post']").isSelected());
  }

  @Test
  void theFocusStaysOnTheBoxThatWasTickedAndTheWayBackIsOpen() {
    open("/?q=ferry", true);
    String all = browser.text("h1");
    browser.one("[value='North Wire']").sendKeys(Keys.SPACE);
    browser.await("it is narrowed", () -> !browser.text("h1").equals(all));
    assertEquals("North Wire", browser.focused().getDomProperty("value"));
    assertEquals(browser.text("h1"), browser.one("#says").getDomProperty("textContent"));
    browser.back();
    browser.await("all are back", () -> browser.text("h1").equals(all));
    assertFalse(browser.one("[value='North Wire']").isSelected());
  }

  @Test
  void whoTypesOnWhileTheAnswerComesLosesNothing() {
    open("/", true);
    browser.one("#q").sendKeys("ferry", Keys.ENTER, " strike");
    browser.await("there are results", () -> browser.has("mark"));
    assertEquals("ferry strike", browser.one("#q").getDomProperty("value"));
    browser.press(Keys.ENTER);
    browser.await("the rest counts", () -> browser.title().equals("ferry strike – Dateline"));
  }

  @Test
  void whatIsTypedIsCompletedFromTheKeyboard() {
    open("/", true);
    browser.one("#q").sendKeys("ferry st");
    browser.await("there are suggestions", () -> browser.has("#completions li"));
    assertEquals("true", browser.one("#q").getDomAttribute("aria-expanded"));
    String first = browser.text("#completions li");
    assertTrue(first.startsWith("ferry strike"), first);
    browser.press(Keys.ARROW_DOWN);
    assertEquals(
        browser.one("#completions [aria-selected=true]").getDomAttribute("id"),
        browser.one("#q").getDomAttribute("aria-activedescendant"));
    browser.press(Keys.ENTER);
    browser.await("it is searched", () -> browser.title().equals("ferry strike – Dateline"));
    assertFalse(browser.has("#completions"));
  }

  @Test
  void escapeAndLeavingTheBoxTakeSuggestionsAway() {
    open("/", true);
    browser.one("#q").sendKeys("ferr");
    browser.await("there are suggestions", () -> browser.has("#completions li"));
    browser.press(Keys.ESCAPE);
    assertFalse(browser.has("#completions"));
    assertEquals("ferr", browser.one("#q").getDomProperty("value"));
    browser.press("y");
    browser.await("there are suggestions", () -> browser.has("#completions li"));
    browser.press(Keys.TAB);
    assertFalse(browser.has("#completions"));
  }

  @Test
  void aSuggestionIsTakenWithTheMouse() {
    open("/", true);
    browser.one("#q").sendKeys("ferry str");
    browser.await("there are suggestions", () -> browser.has("#completions li"));
    browser.one("#completions li").click();
    browser.await("it is searched", () -> browser.title().equals("ferry strike – Dateline"));
  }

  @Test
  void theOrderIsChosenFromAList() {
    open("/?q=ferry", true);
    browser.one("[name=order-by]").sendKeys("Oldest first");
    browser.await("it is ordered", () -> browser.address().contains("order-by=oldest"));
    browser.await("the oldest is first", () -> browser.text(".entry time").contains("2026"));
    List<String> dates =
        browser.all(".entry time").stream().map(t -> t.getDomAttribute("datetime")).toList();
    assertEquals(dates.stream().sorted().toList(), dates);
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void aBarOfTheTimelineLeadsToTheArticlesOfItsTime(boolean javaScript) {
    open("/", javaScript);
    WebElement bar = browser.all(".bars a").get(3);
    String label = bar.getDomAttribute("title");
    bar.click();
    browser.await("it is narrowed", () -> browser.address().contains("from="));
    assertEquals(label.substring(label.indexOf(": ") + 2), browser.text("h1"));
    browser.link("Show any time").click();
    browser.await("it is wide again", () -> !browser.address().contains("from="));
  }

  @Test
  void aSpanOfTheTimelineIsDrawnWithTheMouse() {
    open("/", true);
    List<WebElement> bars = browser.all(".bars a");
    int expected = bars.subList(4, 10).stream().mapToInt(bar -> articles(bar)).sum();
    browser.drag(bars.get(4), bars.get(9));
    browser.await("it is narrowed", () -> browser.text("h1").equals(expected + " articles"));
    assertTrue(browser.address().matches(".*[?&]from=2026-\\d\\d-\\d\\d&to=2026.*"));
  }

  @Test
  void aSpanOfTheTimelineIsChosenWithTheKeyboard() {
    open("/", true);
    List<WebElement> bars = browser.all(".bars a");
    int expected = bars.subList(2, 5).stream().mapToInt(bar -> articles(bar)).sum();
    browser.run("arguments[0].focus()", bars.get(1));
    browser.press(Keys.ARROW_RIGHT);
    browser.press(Keys.chord(Keys.SHIFT, Keys.ARROW_RIGHT));
    browser.press(Keys.chord(Keys.SHIFT, Keys.ARROW_RIGHT));
    assertTrue(browser.text(".span").endsWith(": " + expected + " articles"));
    browser.press(Keys.ENTER);
    browser.await("it is narrowed", () -> browser.text("h1").equals(expected + " articles"));
  }

  @Test
  void longListsHavePages() {
    open("/", false);
    String first = browser.text(".entry h2");
    browser.link("Next →").click();
    browser.await("the second page", () -> browser.text(".paging span").startsWith("Page 2 of "));
    assertNotEquals(first, browser.text(".entry h2"));
    browser.link("← Previous").click();
    browser.await("the first again", () -> browser.text(".entry h2").equals(first));
  }

  @Test
  void theKeyboardIsEnough() {
    open("/?q=ferry", true);
    browser.press("/");
    assertEquals("q", browser.focused().getDomAttribute("id"));
    browser.press(Keys.ARROW_DOWN);
    browser.press(Keys.ARROW_DOWN);
    assertEquals(browser.texts(".entry h2").get(1), browser.focused().getText());
    browser.press(Keys.ARROW_UP);
    assertEquals(browser.texts(".entry h2").get(0), browser.focused().getText());
    browser.press(Keys.ESCAPE);
    assertEquals("q", browser.focused().getDomAttribute("id"));
    browser.press(Keys.ARROW_DOWN);
    browser.press(Keys.ENTER);
    browser.await("the article", () -> browser.address().contains("/article/"));
  }

  @Test
  void inTheBoxASlashIsALetterAndEscapePutsCompletionsAway() {
    open("/", true);
    browser.press("/");
    browser.press("/ferr");
    assertEquals("/ferr", browser.one("#q").getDomProperty("value"));
    browser.await("what is typed is completed", () -> browser.has("#completions"));
    browser.press(Keys.ESCAPE);
    browser.await("they are away", () -> !browser.has("#completions"));
    assertEquals("/ferr", browser.one("#q").getDomProperty("value"));
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void aMisspeltWordIsMendedByFollowingTheProposal(boolean javaScript) {
    open("/?q=ferrry+strike&order-by=oldest", javaScript);
    assertEquals("Did you mean ferry strike?", browser.text(".notice:has(a)"));
    browser.link("ferry strike").click();
    browser.await("it is mended", () -> browser.title().equals("ferry strike – Dateline"));
    assertTrue(browser.has(".entry mark"));
    assertFalse(browser.has(".notice"));
    assertEquals("ferry strike", browser.one("#q").getDomProperty("value"));
    assertTrue(browser.address().contains("order-by=oldest"), browser.address());
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void anAddressThatLeadsNowhereIsAPageFromWhichOneCanGoOn(boolean javaScript) {
    open("/nowhere", javaScript);
    assertEquals("Not Found", browser.text("h1"));
    assertEquals("Not Found – Dateline", browser.title());
    assertTrue(browser.text(".notice p").contains("/nowhere"));
    browser.screenshot("problem-1280");
    browser.one("#q").sendKeys("ferry strike", Keys.ENTER);
    browser.await("there are results", () -> browser.has(".entry mark"));
    browser.back();
    browser.await("the page is back", () -> browser.text("h1").equals("Not Found"));
    browser.link("See the newest articles").click();
    browser.await("there are articles", () -> browser.has(".entry"));
  }

  @Test
  void theFirstTabLeadsPastTheHead() {
    open("/", true);
    browser.press(Keys.TAB);
    assertEquals("Skip to the content", browser.focused().getText());
  }

  @Test
  void onATelephoneTheConditionsAreBehindALink() {
    browser.width(390);
    open("/?q=ferry", false);
    assertFalse(browser.one("[value='Harbour Post']").isDisplayed());
    browser.link("Narrow the search").click();
    browser.await("they are there", () -> browser.one("[value='Harbour Post']").isDisplayed());
  }

  private void open(String address, boolean javaScript) {
    if (!javaScript) {
      browser.withoutJavaScript();
    }
    browser.open(server.uri(address));
  }

  private static int articles(WebElement bar) {
    return Integer.parseInt(bar.getDomAttribute("title").replaceFirst(".*: (\\d+) .*", "$1"));
  }
}
