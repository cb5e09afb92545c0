package dev.dateline.index;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.dateline.article.Published;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Every backend promises this of the order of hits, and pages of them. */
public abstract class OrderContract extends ArticleIndexContract {

  @Test
  void theTitleCountsMoreThanTheBody() throws IOException {
    add(
        article("body").title("Mountain wakes up").body("It is a volcano, say those who know it."),
        article("title")
            .title("Volcano wakes up")
            .body("It is a mountain, say those who know it."));
    assertEquals(List.of("title", "body"), found("volcano"));
  }

  @Test
  void aFreshArticleStandsAboveAnEqualOlderOne() throws IOException {
    add(
        article("old").body("ferry").published(Instant.parse("2026-05-01T08:00:00Z")),
        article("fresh").body("ferry").published(Instant.parse("2026-11-20T08:00:00Z")),
        article("undated").body("ferry").published((Published) null));
    assertEquals(List.of("fresh", "old", "undated"), found("ferry"));
    SearchResult off = search(SearchRequest.builder().query("ferry").recency(Recency.OFF));
    assertEquals(off.hits().get(0).score(), off.hits().get(1).score());
  }

  @Test
  void ageIsCountedFromTheInstantThatIsAsked() throws IOException {
    add(
        article("may")
            .title("Ferry")
            .body("ferry")
            .published(Instant.parse("2026-05-01T08:00:00Z")),
        article("november")
            .title("Boat")
            .body("ferry")
            .published(Instant.parse("2026-11-20T08:00:00Z")));
    SearchRequest.Builder request = SearchRequest.builder().query("ferry when:7d");
    assertEquals(List.of("november"), ids(index.search(request.asOf(AS_OF).build())));
    assertEquals(
        Set.of("may", "november"),
        Set.copyOf(ids(index.search(request.asOf(Instant.parse("2026-05-02T00:00:00Z")).build()))));
  }

  @Test
  void byDateTheOrderIsStrictAndTheUndatedComeLast() throws IOException {
    add(
        article("two").title("ferry ferry").published(Instant.parse("2026-06-01T08:00:00Z")),
        article("undated").title("ferry").published((Published) null),
        article("three").body("ferry").published(Instant.parse("2026-07-01T08:00:00Z")),
        article("one").body("ferry").published(Instant.parse("2026-05-01T08:00:00Z")));
    assertEquals(
        List.of("three", "two", "one", "undated"),
        found(SearchRequest.builder().query("ferry").order(Order.NEWEST)));
    assertEquals(
        List.of("one", "two", "three", "undated"),
        found(SearchRequest.builder().query("ferry").order(Order.OLDEST)));
    assertEquals(List.of("three", "two", "one", "undated"), found(""));
  }

  @Test
  void pagesFollowEachOtherAndTheTotalIsExactOnEach() throws IOException {
    for (int i = 0; i < 45; i++) {
      writer.add(article("a" + i).body("ferry").build());
    }
    add();
    List<String> all = found(SearchRequest.builder().query("ferry").pageSize(200));
    assertEquals(45, Set.copyOf(all).size());
    for (int page = 1; page <= 6; page++) {
      SearchResult result = search(SearchRequest.builder().query("ferry").page(page).pageSize(10));
      assertEquals(OptionalLong.of(45), result.total());
      assertEquals(
          all.subList(Math.min(45, 10 * (page - 1)), Math.min(45, 10 * page)), ids(result));
    }
    assertEquals(
        OptionalLong.empty(), search(SearchRequest.builder().query("ferry").total(false)).total());
  }
}
