package dev.dateline.server;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.openqa.selenium.Keys;

/** People who see little, or nothing, or use no mouse, can use every page: axe finds no fault. */
@ExtendWith(InChromium.class)
class AccessibilityTest {

  /** Axe tells of what breaks a rule of WCAG 2.2 A or AA, or a practice that it holds for best. */
  private static final String FAULTS =
      """
      const done = arguments[arguments.length - 1];
      axe.run({resultTypes: ['violations']}).then(
        found => done(found.violations.map(
          fault => fault.impact + ' ' + fault.id + ': ' + fault.help + '\\n'
              + fault.nodes.map(node => '  ' + node.html + '\\n  ' + node.failureSummary).join('\\n'))),
        error => done(['axe failed: ' + error]));
      """;

  static List<String> addresses() {
    return List.of(
        "/",
        "/?q=ferry",
        "/?q=ferry+zeppelin&order-by=oldest&from=2026-01-01",
        "/?q=xyzzyx",
        "/?q=ferry&page=abc",
        "/article/harbourpost-2026-09-14-ferry-strike",
        "/article/none",
        "/docs",
        "/nowhere");
  }

  @ParameterizedTest
  @MethodSource("addresses")
  void axeFindsNothing(String address, Browser browser, RunningServer server) throws IOException {
    browser.open(server.uri(address));
    assertEquals(List.of(), faults(browser), "by day");
    browser.dark();
    browser.width(390);
    assertEquals(List.of(), faults(browser), "in the dark, on a telephone");
  }

  @Test
  void axeFindsNothingInSuggestions(Browser browser, RunningServer server) throws IOException {
    browser.open(server.uri("/"));
    browser.one("#q").sendKeys("ferr");
    browser.await("there are suggestions", () -> browser.has("#completions li"));
    browser.press(Keys.ARROW_DOWN);
    assertEquals(List.of(), faults(browser));
    browser.screenshot("suggestions-1280");
  }

  private static Object faults(Browser browser) throws IOException {
    browser.run(axe());
    return browser.runAsync(FAULTS);
  }

  private static String axe() throws IOException {
    try (InputStream in = AccessibilityTest.class.getResourceAsStream("/axe.min.js")) {
      return new String(Objects.requireNonNull(in).readAllBytes(), UTF_8);
    }
  }
}
