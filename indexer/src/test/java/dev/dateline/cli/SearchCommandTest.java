package dev.dateline.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a person at a terminal sees of an answer. */
class SearchCommandTest extends SearchedArticles {

  @Test
  void showsAHitAsAPersonReadsIt() {
    Session session = search("night", "ferry", "--match", "all");

    assertEquals(
        """
         1  Night ferry returns to the strait
            Harbour Post · 20 Nov 2026 · Travel
            https://harbour.example/ferry
            The night ferry sails at ten.

        1 article
        """,
        session.out());
    assertEquals("", session.err());
    assertEquals(0, session.code());
  }

  @Test
  void showsTimesInTheZoneThatWasAskedFor() {
    assertTrue(search("bridge").out().contains("21 Nov 2026, 08:30"));
    assertTrue(search("bridge", "--tz", "Asia/Tokyo").out().contains("21 Nov 2026, 17:30"));
  }

  @Test
  void marksTheWordsAtATerminalAndNowhereElse() {
    String marked = "\u001b[1mferry\u001b[0m sails";

    assertTrue(
        Session.atTerminal(Map.of("COLUMNS", "80"), arguments("night ferry sails at"))
            .out()
            .contains("\u001b[1m"));
    assertFalse(search("night ferry").out().contains("\u001b"));
    for (Map<String, String> plain :
        List.of(
            Map.of("NO_COLOR", "1", "COLUMNS", "80"), Map.of("TERM", "dumb", "COLUMNS", "80"))) {
      assertFalse(Session.atTerminal(plain, arguments("ferry")).out().contains("\u001b"));
    }
    assertTrue(
        Session.atTerminal(Map.of("COLUMNS", "80"), arguments("ferry", "--source", "Harbour Post"))
            .out()
            .contains(marked));
  }

  @Test
  void letsNoControlCharacterOfAnArticleReachTheTerminal() {
    Session session = search("lighthouse");

    assertTrue(session.out().contains("Red  [31malert  tone"), session.out());
    assertTrue(
        session.out().chars().allMatch(c -> c == '\n' || !Character.isISOControl(c)),
        session.out());
  }

  @Test
  void breaksLinesAtTheWidthOfTheTerminal() {
    Session session =
        Session.atTerminal(Map.of("COLUMNS", "55", "NO_COLOR", "1"), arguments("ferry"));

    assertTrue(
        session.out().lines().allMatch(line -> line.length() <= 55 || line.contains("https:")),
        session.out());
  }

  @Test
  void explainsWhatEachPartOfTheQueryFindsAndWhichLeavesNothing() {
    Session session = search("intitle:bridge", "volcano", "--match", "all", "--explain", "true");

    assertEquals(0, session.code(), session.err());
    assertEquals(
        """
                0  in:title:bridge volcano
                1    in:title:bridge
                0    volcano
        Nothing is left by volcano; without it: 1

        No article was found. Searched for: in:title:bridge volcano
        """,
        session.out());
  }

  @Test
  void showsHowManyArticlesThereAreOfEachValueAndInEachInterval() {
    Session session =
        Session.of(
            arguments(
                "--facets=source", "--source=strait times", "--timeline=day", "--from=2026-11-19"));

    assertEquals(
        """
         1  Bridge over the strait is delayed
            Strait Times · 21 Nov 2026, 08:30 · Business
            bridge
            Steel is short, and the ferry stays.

        source
                1  Harbour Post
                1  Strait Times

        by day
                0  19 Nov 2026
                0  20 Nov 2026
                1  21 Nov 2026         ▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇

        1 article
        """,
        session.out());
  }

  @Test
  void tellsHowToSeeTheNextPage() {
    assertTrue(search("--page-size", "2").out().endsWith("3 articles · page 1 · next: --page 2\n"));
    assertTrue(search("--page-size", "2", "--page", "2").out().endsWith("3 articles · page 2\n"));
    assertTrue(
        search("--page-size", "2", "--total", "none").out().endsWith("page 1 · next: --page 2\n"));
  }

  @Test
  void saysWhenNoArticleHasAllOfTheWords() {
    assertTrue(
        search("lighthouse", "steel")
            .out()
            .startsWith("No article has all of these words; showing those with any of them.\n"));
  }

  @Test
  void saysWhatWasSearchedForWhereNothingWasFound() {
    Session session = search("zeppelin");

    assertEquals("No article was found. Searched for: zeppelin\n", session.out());
    assertEquals(0, session.code());
  }
}
