package dev.dateline.index;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.dateline.index.Explanation.Clause;
import dev.dateline.query.Attribute;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Every backend promises this of what it says about a query, and about the time that it took. */
public abstract class ExplanationContract extends ArticleIndexContract {

  private static final String[] WORDS = {"ferry", "strike", "port", "crew", "volcano"};

  private Explanation explained(SearchRequest.Builder request) throws IOException {
    return search(request.explain(true)).explanation();
  }

  @Test
  void isGivenOnlyWhereItIsAskedFor() throws IOException {
    add(article("a").body("ferry"));
    assertNull(search(SearchRequest.builder().query("ferry")).explanation());
    assertEquals(
        new Explanation(new Clause("ferry", 1, null, List.of()), null),
        explained(SearchRequest.builder().query("ferry")));
    assertEquals(
        new Explanation(new Clause("", 1, null, List.of()), null),
        explained(SearchRequest.builder()));
  }

  @Test
  void namesTheClauseThatLeavesNothing() throws IOException {
    add(article("a").body("ferry strike"), article("b").body("ferry").source("Wire"));
    Explanation explanation = explained(SearchRequest.builder().query("ferry strike source:wire"));
    assertEquals(
        List.of("strike", "source:wire"),
        explanation.leavingNothing().stream().map(Clause::text).toList());
    assertEquals(
        List.of(2L, 1L, 1L), explanation.query().parts().stream().map(Clause::articles).toList());
    assertEquals(
        List.of(0L, 1L, 1L), explanation.query().parts().stream().map(Clause::without).toList());
    assertNull(explanation.withoutFilters());
  }

  @Test
  void namesWhatNoArticleMatchesWhereTheRestFindsNothingEither() throws IOException {
    add(article("a").body("ferry"), article("b").body("volcano"));
    Explanation explanation = explained(SearchRequest.builder().query("ferry volcano zzzq*"));
    assertEquals(
        List.of("zzzq*"), explanation.leavingNothing().stream().map(Clause::text).toList());
  }

  @Test
  void saysWhatTheFiltersTakeAway() throws IOException {
    add(article("a").body("ferry").source("Wire"), article("b").body("ferry"));
    Filter post = new Filter.AnyOf(Attribute.SOURCE, Set.of("Post"));
    Explanation explanation = explained(SearchRequest.builder().query("ferry").filter(post));
    assertEquals(0, explanation.query().articles());
    assertEquals(2, explanation.withoutFilters());
  }

  @Test
  void countsOfClausesAreThoseOfSearchesForThem() throws IOException {
    long seed = Long.getLong("dateline.seed", System.nanoTime());
    Random random = new Random(seed);
    for (int i = 0; i < 60; i++) {
      String text =
          random.ints(3, 0, WORDS.length).mapToObj(n -> WORDS[n]).collect(Collectors.joining(" "));
      writer.add(article("a" + i).body(text).source("s" + random.nextInt(3)).build());
    }
    writer.commit();
    index.refresh();
    for (int i = 0; i < (Boolean.getBoolean("dateline.deep") ? 500 : 50); i++) {
      SearchRequest.Builder request = SearchRequest.builder().query(query(random)).match(Match.ALL);
      if (random.nextBoolean()) {
        request.filter(new Filter.AnyOf(Attribute.SOURCE, Set.of("s" + random.nextInt(4))));
      }
      String context = "dateline.seed=" + seed + " " + request.build().query();
      check(explained(request).query(), request.build(), context);
    }
  }

  private static String query(Random random) {
    return IntStream.range(0, 1 + random.nextInt(4))
        .mapToObj(i -> clause(random))
        .collect(Collectors.joining(random.nextBoolean() ? " " : " OR "));
  }

  private static String clause(Random random) {
    String word = WORDS[random.nextInt(WORDS.length)];
    String other = WORDS[random.nextInt(WORDS.length)];
    return switch (random.nextInt(6)) {
      case 0 -> "-" + word;
      case 1 -> "\"" + word + " " + other + "\"";
      case 2 -> "(" + word + " OR " + other + ")";
      case 3 -> "(" + word + " -" + other + ")";
      case 4 -> word.substring(0, 2) + "*";
      default -> word;
    };
  }

  @SuppressWarnings("ReferenceEquality") // the part itself: another one may be equal to it
  private void check(Clause clause, SearchRequest request, String context) throws IOException {
    SearchRequest alone = request.with().query(clause.text()).explain(false).build();
    assertEquals(OptionalLong.of(clause.articles()), index.search(alone).total(), context);
    for (int i = 0; i < clause.parts().size(); i++) {
      Clause part = clause.parts().get(i);
      check(part, request, context);
      if (part.without() != null) {
        SearchRequest others = request.with().query(without(clause, i)).explain(false).build();
        assertEquals(OptionalLong.of(part.without()), index.search(others).total(), context);
      }
    }
  }

  private static String without(Clause clause, int number) {
    return IntStream.range(0, clause.parts().size())
        .filter(other -> other != number)
        .mapToObj(other -> "(" + clause.parts().get(other).text() + ")")
        .collect(Collectors.joining(" "));
  }

  @Test
  void aSearchThatIsStoppedSaysSoAndCountsNothing() throws IOException {
    Random random = new Random(1);
    for (int i = 0; i < 200; i++) {
      String text =
          random.ints(200).mapToObj(n -> Integer.toString(n, 36)).collect(Collectors.joining(" "));
      writer.add(article("a" + i).body(text.replace('-', 'a')).build());
    }
    add();
    String everything =
        IntStream.range(0, 36)
            .mapToObj(i -> Integer.toString(i, 36) + "*")
            .collect(Collectors.joining(" OR "));
    SearchRequest.Builder request = SearchRequest.builder().query(everything);
    assertEquals(OptionalLong.of(200), search(request).total());
    SearchResult stopped =
        search(
            request
                .timeout(Duration.ofMillis(1))
                .facets(Set.of(Attribute.SOURCE))
                .timeline(Interval.DAY)
                .explain(true));
    assertTrue(stopped.partial());
    assertEquals(OptionalLong.empty(), stopped.total());
    assertTrue(stopped.facets().isEmpty());
    assertNull(stopped.timeline());
    assertNull(stopped.explanation());
    assertTrue(stopped.warnings().getLast().startsWith("The search was stopped after 1 ms"));
  }

  @Test
  void aSearchIsStoppedWhileItLooksUpWordsToo() throws IOException {
    Random random = new Random(1);
    for (int i = 0; i < 10; i++) {
      String text =
          random
              .ints(500, 0, Integer.MAX_VALUE)
              .mapToObj(number -> "a" + Integer.toString(number, 36))
              .collect(Collectors.joining(" "));
      writer.add(article("a" + i).body(text).build());
    }
    add();
    String fuzzy =
        IntStream.range(0, 10)
            .mapToObj(i -> "abcdefghijklmnop" + i + "~")
            .collect(Collectors.joining(" OR "));
    SearchRequest.Builder request = SearchRequest.builder().query(fuzzy);
    SearchResult stopped = search(request.timeout(Duration.ofMillis(1)));
    assertTrue(stopped.partial(), "though no article has such a word");
    assertEquals(OptionalLong.empty(), stopped.total());
    assertTrue(stopped.warnings().getLast().startsWith("The search was stopped after 1 ms"));
    SearchResult whole = search(request.timeout(SearchRequest.MAX_TIMEOUT));
    assertFalse(whole.partial(), "what was broken off is not remembered");
    assertEquals(OptionalLong.of(0), whole.total());
  }
}
