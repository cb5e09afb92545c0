package dev.dateline.server;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the page says of a search: its conditions, and which page of it is shown. */
class SearchConditionsTest {

  @TempDir static Path folder;
  static RunningServer server;

  @BeforeAll
  static void start() throws Exception {
    server = RunningServer.reading(folder);
  }

  @AfterAll
  static void stop() throws Exception {
    server.close();
  }

  @Test
  void conditionsAreToldInTheWordsInWhichTheyAreChosen() throws Exception {
    says(
        "/?q=bridge&lang=en,fr&from=2026-01-01&to=2026-11-30T12:00:00Z&when=7d",
        "Language: English, French",
        "From: 1 January 2026",
        "To: 2026-11-30T12:00:00Z",
        "Age: Past week");
    says("/?q=bridge&when=36h&from=soon", "Age: 36h", "From: soon");
  }

  @Test
  void aLaterPageSaysWhichItIs() throws Exception {
    says("/?page-size=2&page=2", "3 articles, page 2 of 2");
    says("/?page-size=2", "3 articles<");
  }

  private static void says(String address, String... texts) throws Exception {
    String page = server.get(address).body();
    List.of(texts).forEach(text -> assertTrue(page.contains(">" + text), text + " in " + page));
  }
}
