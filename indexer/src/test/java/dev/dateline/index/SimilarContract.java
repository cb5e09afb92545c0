package dev.dateline.index;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.dateline.article.Article;
import dev.dateline.article.ArticleBuilder;
import dev.dateline.article.Source;
import dev.dateline.article.Status;
import dev.dateline.query.Attribute;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Every backend promises this of similar articles. */
public abstract class SimilarContract extends ArticleIndexContract {

  private static final String STRIKE =
      "The ferry crews walked out again on Monday, and the harbour stood still. The union asks for"
          + " shorter nights on the strait; the harbour authority offers a bonus instead.";

  private List<String> similar(SimilarRequest.Builder request) throws IOException {
    return ids(index.similar(request.asOf(AS_OF).build()).orElseThrow());
  }

  private static ArticleBuilder on(String id, String day) {
    return article(id).published(Instant.parse(day + "T08:00:00Z"));
  }

  private void addStrike() throws IOException {
    add(
        on("strike", "2026-11-10").title("Ferry crews strike").body(STRIKE),
        on("copy", "2026-11-11").title("Crews of ferries on strike").body(STRIKE + " More later."),
        on("talks", "2026-11-12")
            .title("Union and harbour authority talk")
            .source(new Source("Sea Post", null))
            .body("Talks about the nights on the strait resume; ferry crews wait for a bonus."),
        on("vote", "2026-11-02")
            .title("Ferry union votes")
            .body("The union of the ferry crews votes about a walk-out on the strait."),
        on("bakery", "2026-11-09")
            .title("A bakery opens")
            .body("Bread and cake are sold on Market Street from Tuesday on."),
        on("museum", "2026-11-03").title("The museum paints its walls").body("In blue, it says."));
  }

  @Test
  void whatIsAboutTheSameIsSimilarAndTheSameTextIsNot() throws IOException {
    addStrike();
    assertEquals(Set.of("talks", "vote"), Set.copyOf(similar(SimilarRequest.builder("strike"))));
    assertEquals(1, similar(SimilarRequest.builder("strike").pageSize(1)).size());
  }

  @Test
  void oneTextIsNotShownTwice() throws IOException {
    addStrike();
    List<String> similar = similar(SimilarRequest.builder("vote"));
    assertTrue(similar.contains("talks"), similar::toString);
    assertTrue(similar.contains("strike") != similar.contains("copy"), similar::toString);
  }

  @Test
  void theBackgroundIsOlder() throws IOException {
    addStrike();
    assertEquals(List.of("vote"), similar(SimilarRequest.builder("strike").background(true)));
    add(Article.builder().id("undated").title("Ferry crews strike again"));
    SearchResult none =
        index.similar(SimilarRequest.builder("undated").background(true).build()).orElseThrow();
    assertEquals(List.of(), none.hits());
    assertEquals(1, none.warnings().size());
  }

  @Test
  void filtersHold() throws IOException {
    addStrike();
    Filter sea = new Filter.AnyOf(Attribute.SOURCE, Set.of("sea post"));
    assertEquals(List.of("talks"), similar(SimilarRequest.builder("strike").filter(sea)));
    Filter early = new Filter.Published(null, Instant.parse("2026-11-03T00:00:00Z"));
    assertEquals(List.of("vote"), similar(SimilarRequest.builder("strike").filter(early)));
  }

  @Test
  void theAnswerSaysByWhichWords() throws IOException {
    addStrike();
    SearchResult result = index.similar(SimilarRequest.of("strike")).orElseThrow();
    assertTrue(result.parsed().contains("crews"), result.parsed());
    assertTrue(result.total().isEmpty());
    assertEquals(List.of(), result.hits().getFirst().article().body());
    assertTrue(result.hits().getFirst().score() > 0);
  }

  @Test
  void anArticleThatCannotBeFoundHasNoneAndIsNone() throws IOException {
    addStrike();
    add(
        on("hidden", "2026-11-01")
            .title("Ferry crews strike in secret")
            .body("The ferry crews and the union on the strait.")
            .status(new Status.Embargoed(Instant.now().plusSeconds(3600))),
        on("gone", "2026-11-01").title("Ferry crews strike").status(Status.WITHDRAWN));
    for (String id : List.of("hidden", "gone", "nowhere")) {
      assertTrue(index.similar(SimilarRequest.of(id)).isEmpty(), id);
    }
    assertEquals(Set.of("talks", "vote"), Set.copyOf(similar(SimilarRequest.builder("strike"))));
  }

  @Test
  void anArticleWithoutATellingWordHasNone() throws IOException {
    add(article("a").title("12 34"), article("b").title("12 34"), article("c").title("…"));
    assertEquals(List.of(), similar(SimilarRequest.builder("a")));
    assertEquals(List.of(), similar(SimilarRequest.builder("c")));
  }
}
