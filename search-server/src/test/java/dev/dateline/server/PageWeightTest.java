package dev.dateline.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A page is there at once, also over a bad line, and asks nobody else for anything. */
@ExtendWith(InChromium.class)
class PageWeightTest {

  private static final int MOST_BYTES = 60_000;

  @ParameterizedTest
  @ValueSource(
      strings = {"/", "/?q=ferry+strike", "/article/harbourpost-2026-09-14-ferry-strike", "/none"})
  void theFirstViewWeighsUnder60KbAndComesFromOneHost(
      String address, Browser browser, RunningServer server) {
    browser.open(server.uri(address));
    Traffic traffic = browser.traffic();
    assertTrue(traffic.bytes() > 0 && traffic.bytes() < MOST_BYTES, address + " " + traffic);
    for (String each : traffic.addresses()) {
      assertEquals(server.uri("/").getAuthority(), URI.create(each).getAuthority(), each);
    }
  }

  @Test
  void withoutJavaScriptAPageIsOneRequestAndOneForItsStyle(Browser browser, RunningServer server) {
    browser.withoutJavaScript();
    String address = server.uri("/?q=ferry+strike").toString();
    browser.open(address);
    List<String> addresses = browser.traffic().addresses();
    assertEquals(2, addresses.size(), addresses.toString());
    assertEquals(address, addresses.getFirst());
    assertTrue(addresses.getLast().contains(".css"), addresses.toString());
  }
}
