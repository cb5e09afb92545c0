package dev.dateline.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.dateline.Dateline;
import dev.dateline.index.ArticleIndex;
import dev.dateline.index.ParameterSet;
import dev.dateline.index.ResultField;
import dev.dateline.index.SearchParameter;
import dev.dateline.index.SearchRequest;
import dev.dateline.json.ResultJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What can be asked from the command line, and what a program is told. */
class SearchOptionsTest extends SearchedArticles {

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
  void aWordToLeaveOutMayBeginLikeAnOption() {
    assertEquals(List.of("bridge"), ids(search("ferry", "-harbour", "--format", "json")));
    assertEquals(List.of("ferry"), ids(search("-Vote", "--format", "json", "night", "-hull")));
    assertEquals(List.of("bridge"), ids(search("--format=json", "ferry -harbour")));
    assertEquals(List.of("bridge"), ids(search("--format=json", "-harbour ferry")));
    assertTrue(search("ferry", "-h").out().startsWith("Usage:"));
  }

  @Test
  void afterTwoHyphensEachWordIsOneOfTheQuery() {
    assertEquals(List.of("bridge"), ids(search("--format", "json", "ferry", "--", "-harbour")));
    assertEquals(List.of("bridge"), ids(search("--format", "json", "--", "ferry", "-h*")));
    for (String like : List.of("-debug", "-page", "-h", "--debug", "--ordr-by")) {
      assertEquals(List.of("ferry"), ids(search("--format", "json", "--", "night", like)), like);
    }
    assertEquals(2, search("-page", "--", "night").code());
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

  static Set<SearchParameter> ofSearch() {
    return ParameterSet.SEARCH.parameters();
  }

  @ParameterizedTest
  @MethodSource("ofSearch")
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
          case BACKGROUND, BEFORE, KINDS, LIMIT -> throw new AssertionError(parameter);
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
  void givesCountsToAMachineToo() {
    JsonNode answer =
        json(search("--facets", "section", "--timeline", "month", "--format", "json"));

    assertEquals("2026-11-01", answer.at("/timeline/0/from").stringValue());
    assertEquals(3, answer.at("/timeline/0/articles").intValue());
    assertEquals("Business", answer.at("/facets/section/0/value").stringValue());
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
