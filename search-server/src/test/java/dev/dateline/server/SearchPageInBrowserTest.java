package dev.dateline.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.Keys;

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
    if (!javaScript) {
      browser.withoutJavaScript();
    }
    browser.open(server.uri("/"));
    browser.one("input[name=q]").sendKeys("ferry strike", Keys.ENTER);
    browser.await("there are results", () -> browser.has("mark"));
    assertEquals("ferry strike – Dateline", browser.title());
    String found = browser.text("main h2");
    browser.open(browser.address());
    assertEquals(found, browser.text("main h2"));
    assertEquals("ferry strike", browser.one("input[name=q]").getDomProperty("value"));
    assertTrue(browser.all("main article mark").size() > 5);
  }
}
