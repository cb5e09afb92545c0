package dev.dateline.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.dateline.Dateline;
import dev.dateline.index.ArticleIndex;
import dev.dateline.index.ResultField;
import dev.dateline.index.SearchParameter;
import dev.dateline.index.SearchRequest;
import dev.dateline.json.ResultJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class SearchCommandTest {

  private static final String ARTICLES =
      """
      {"id":"ferry","url":"https://harbour.example/ferry","title":"Night ferry returns to the strait","summary":"The crossing opens after four years.","text":["The night ferry sails at ten.","Fishermen wave as it leaves the harbour."],"source":"Harbour Post","section":"Travel","published":"2026-11-20"}
      {"id":"bridge","title":"Bridge over the strait is delayed","text":"Steel is short, and the ferry stays.","source":"Strait Times","section":"Business","published":"2026-11-21T08:30:00Z","lang":"en"}
      {"id":"escape","title":"Red \\u001b[31malert\\u0007 tone","text":"A lighthouse\\nkeeper \\u001b]0;owned\\u0007 writes.","published":"2026-11-01"}
      """;

  @TempDir static Path folder;

  private static Path index;

  @BeforeAll
  static void indexTheArticles() throws IOException {
    index = folder.resolve("index");
    Path articles = Files.writeString(folder.resolve("articles.jsonl"), ARTICLES);
    Session indexed = Session.of("index", articles.toString(), "--index", index.toString());
    assertEquals(0, indexed.code(), indexed.err());
  }

  private static Session search(String... arguments) {
    return Session.of(arguments(arguments));
  }

  private static String[] arguments(String... arguments) {
    return Stream.concat(Stream.of("search", "--index", index.toString()), Stream.of(arguments))
        .toArray(String[]::new);
  }

  private static List<String> ids(Session session) {
    List<String> ids = new ArrayList<>();
    json(session).path("results").forEach(hit -> ids.add(hit.path("id").stringValue()));
    return ids;
  }

  private static JsonNode json(Session session) {
    assertEquals(0, session.code(), session.err());
    return JsonMapper.shared().readTree(session.out());
  }

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
  void showsTheNewestFirstWithoutAQuery() {
    assertEquals(List.of("bridge", "ferry", "escape"), ids(search("--format", "json")));
  }

  @Test
  void printsTheOneJsonFormOfTheAnswerWithBodyAndParts() throws IOException {
    Instant asOf = Instant.parse("2026-11-22T00:00:00Z");
    SearchRequest request =
        SearchRequest.builder()
            .query("ferry")
            .asOf(asOf)
            .fields(Set.of(ResultField.BODY, ResultField.PARTS))
            .build();
    try (ArticleIndex articles = Dateline.open(index)) {
      byte[] expected = ResultJson.toBytes(articles.search(request));

      JsonNode told = json(search("ferry", "--format", "json", "--as-of", asOf.toString()));

      assertEquals(withoutTime(JsonMapper.shared().readTree(expected)), withoutTime(told));
      assertEquals(2, told.path("results").path(0).path("body").size());
    }
  }

  @Test
  void goesOnByDateWhereAnotherCommandEnded() {
    JsonNode first = json(search("--page-size", "1", "--format", "json"));
    String next = first.path("next").asString();

    Session second = search("--page-size", "1", "--cursor", next);

    assertEquals(0, second.code(), second.err());
    assertTrue(second.out().contains("next: --cursor "), second.out());
    assertFalse(second.out().contains("page"), second.out());
    Session other = search("ferry", "--cursor", next);
    assertEquals(2, other.code());
    assertTrue(other.err().startsWith("dateline: --cursor " + next + ": it is of another search"));
  }

  @Test
  void givesNoCursorThatHoldsNoLonger() {
    JsonNode first = json(search("ferry OR bridge", "--page-size", "1", "--format", "json"));

    assertTrue(first.path("next").isMissingNode());
  }

  private static JsonNode withoutTime(JsonNode answer) {
    return ((tools.jackson.databind.node.ObjectNode) answer).without("tookMs");
  }

  @Test
  void carriesOnlyTheFieldsThatWereAskedFor() {
    JsonNode hit =
        json(search("ferry", "--format", "json", "--fields", "tags")).path("results").path(0);

    assertTrue(hit.path("body").isMissingNode(), hit::toString);
  }

  @Test
  void takesAWordWithAHyphenForAWordThatMustNotBeThere() {
    assertEquals(List.of("bridge"), ids(search("strait", "-night", "--format", "json")));
  }

  @Test
  void filtersAndOrdersByOptions() {
    assertEquals(List.of("ferry"), ids(search("--source", "Harbour Post", "--format", "json")));
    assertEquals(
        List.of("ferry", "bridge"),
        ids(search("--from", "2026-11-20", "--order-by", "oldest", "--format", "json")));
    assertEquals(
        List.of("bridge", "ferry"),
        ids(
            search(
                "--section",
                "Travel",
                "--section",
                "Business",
                "--sort",
                "newest",
                "--format",
                "json")));
  }

  @ParameterizedTest
  @EnumSource
  void knowsEveryParameterOfTheApiByEachOfItsNames(SearchParameter parameter) {
    String value =
        switch (parameter) {
          case MATCH -> "all";
          case SEARCH_IN -> "title";
          case FROM, TO, AS_OF -> "2026-11-20";
          case WHEN, RECENCY -> "7d";
          case TZ -> "UTC";
          case ORDER_BY -> "newest";
          case PAGE, PAGE_SIZE, FACET_SIZE -> "1";
          case CURSOR ->
              json(search("--page-size", "1", "--format", "json")).path("next").asString();
          case TOTAL -> "none";
          case FIELDS -> "body";
          case HIGHLIGHT, EXPLAIN -> "false";
          case TIMEOUT -> "2s";
          case FACETS -> "source,lang";
          case TIMELINE -> "week";
          case Q, SOURCE, DOMAIN, EXCLUDE_DOMAIN, SECTION, AUTHOR, TAG, LANG -> "x";
        };
    Stream.concat(Stream.of(parameter.label()), parameter.aliases().stream())
        .forEach(
            name -> {
              Session session = search("--" + name, value);
              assertEquals(0, session.code(), session.err());
            });
  }

  @Test
  void namesEachOptionThatCannotBeUnderstoodAndWhatMayHaveBeenMeant() {
    Session session = search("ferry", "--order-by", "newset", "--page", "zero");

    assertEquals(2, session.code());
    assertEquals(
        """
        dateline: --order-by newset: one of relevance, newest, oldest; did you mean newest?
        dateline: --page zero: a whole number from 1 to 10000
        """,
        session.err());
    assertEquals("", session.out());
  }

  @Test
  void takesNoMistypedOptionForAWord() {
    for (String typo : List.of("--ordr-by", "-order-by")) {
      Session session = search("ferry", typo, "newest");
      assertEquals(2, session.code());
      assertTrue(session.err().contains("--order-by"), session.err());
    }
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
  void givesCountsToAMachineToo() {
    JsonNode answer =
        json(search("--facets", "section", "--timeline", "month", "--format", "json"));

    assertEquals("2026-11-01", answer.at("/timeline/0/from").stringValue());
    assertEquals(3, answer.at("/timeline/0/articles").intValue());
    assertEquals("Business", answer.at("/facets/section/0/value").stringValue());
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

  @Test
  void saysInOneLineThatThereIsNoIndex() {
    Path missing = folder.resolve("missing");

    Session session = Session.of("search", "ferry", "--index", missing.toString());

    assertEquals(3, session.code());
    assertEquals(1, session.err().lines().count(), session.err());
    assertTrue(session.err().startsWith("dateline: ") && session.err().contains("missing"));
    assertFalse(Files.exists(missing));
  }

  @Test
  void showsWhereAnErrorAroseOnlyWhenAsked() {
    String missing = folder.resolve("missing").toString();

    assertTrue(
        Session.of("search", "--debug", "--index", missing).err().contains("\tat dev.dateline"));
    assertTrue(
        Session.atTerminal(
                Map.of("DATELINE_DEBUG", "1", "COLUMNS", "80"), "search", "--index", missing)
            .err()
            .contains("\tat dev.dateline"));
  }
}
