package dev.dateline.index;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.dateline.query.Attribute;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every backend promises this of streams, which are every hit of a search. */
public abstract class StreamContract extends ArticleIndexContract {

  private void addSome(int articles) throws IOException {
    Instant start = Instant.parse("2026-11-01T08:00:00Z");
    for (int i = 0; i < articles; i++) {
      String body = "ferry " + "harbour ".repeat(i % 7);
      writer.add(article("a" + i).body(body).published(start.plusSeconds(i / 3)).build());
    }
    add();
  }

  private HitStream stream(SearchRequest.Builder request) throws IOException {
    return index.stream(request.asOf(AS_OF).build());
  }

  private static List<String> rest(HitStream hits) throws IOException {
    List<String> ids = new ArrayList<>();
    for (Hit hit = hits.next(); hit != null; hit = hits.next()) {
      ids.add(hit.article().id());
    }
    return ids;
  }

  private List<String> streamed(SearchRequest.Builder request) throws IOException {
    try (HitStream hits = stream(request)) {
      List<String> ids = rest(hits);
      assertEquals(hits.total(), ids.size());
      assertNull(hits.next());
      return ids;
    }
  }

  @ParameterizedTest
  @EnumSource
  void theirHitsAreThoseOfPagesInTheSameOrder(Order order) throws IOException {
    addSome(60);
    SearchRequest.Builder request = SearchRequest.builder().query("harbour").order(order);
    assertEquals(found(request.pageSize(200)), streamed(request.pageSize(3)));
    try (HitStream hits = stream(request)) {
      float score = search(request).hits().getFirst().score();
      assertEquals(score, Objects.requireNonNull(hits.next()).score());
    }
  }

  @Test
  void theNewestComeFirstUnlessAnotherOrderIsAsked() throws IOException {
    addSome(60);
    SearchRequest.Builder query = SearchRequest.builder().query("harbour");
    List<String> newest =
        found(SearchRequest.builder().query("harbour").order(Order.NEWEST).pageSize(200));
    assertEquals(newest, streamed(query));
  }

  @Test
  void theyGoDeeperThanPages() throws IOException {
    int articles = SearchRequest.MAX_HITS + 500;
    addSome(articles);
    for (Order order : Order.values()) {
      List<String> ids = streamed(SearchRequest.builder().query("ferry").order(order));
      assertEquals(articles, ids.size(), order.name());
      assertEquals(articles, new HashSet<>(ids).size(), order.name());
    }
  }

  @Test
  void theyAreOfOneCommitWhateverIsWrittenMeanwhile() throws IOException {
    addSome(60);
    try (HitStream hits = stream(SearchRequest.builder())) {
      assertNotNull(hits.next());
      for (int i = 0; i < 60; i++) {
        writer.delete("a" + i);
        add(article("new" + i));
      }
      assertEquals(59, rest(hits).size());
    }
    assertTrue(streamed(SearchRequest.builder()).stream().allMatch(id -> id.startsWith("new")));
  }

  @Test
  void oneThatIsOpenOutlivesItsIndexAndOneCanBeLeftAtAnyMoment() throws IOException {
    addSome(20);
    HitStream left = stream(SearchRequest.builder());
    left.next();
    left.close();
    left.close();
    stream(SearchRequest.builder()).close();
    try (HitStream hits = stream(SearchRequest.builder())) {
      hits.next();
      index.close();
      assertEquals(19, rest(hits).size());
    }
  }

  @Test
  void theyNeverRelaxAndSayWhatWasUnderstood() throws IOException {
    addSome(5);
    assertTrue(search(SearchRequest.builder().query("ferry volcano")).relaxed());
    assertEquals(List.of(), streamed(SearchRequest.builder().query("ferry volcano")));
    SearchRequest.Builder any = SearchRequest.builder().query("ferry or volcano").match(Match.ANY);
    assertEquals(5, streamed(any).size());
    try (HitStream hits = stream(any)) {
      assertEquals(search(any).warnings(), hits.warnings());
      assertEquals(search(any).parsed(), hits.parsed());
    }
  }

  @Test
  void whatBelongsToAPageDoesNotCount() throws IOException {
    addSome(30);
    SearchRequest.Builder request =
        SearchRequest.builder()
            .page(3)
            .pageSize(5)
            .total(false)
            .facets(EnumSet.of(Attribute.SOURCE))
            .timeline(Interval.DAY);
    assertEquals(30, streamed(request).size());
    assertEquals(30, streamed(request.page(1).cursor("none")).size());
  }

  @Test
  void anArticleCarriesTheFieldsThatAreAskedFor() throws IOException {
    addSome(1);
    try (HitStream usual = stream(SearchRequest.builder());
        HitStream more = stream(SearchRequest.builder().fields(Set.of(ResultField.BODY)))) {
      assertEquals(List.of(), Objects.requireNonNull(usual.next()).article().body());
      assertEquals(List.of("ferry "), Objects.requireNonNull(more.next()).article().body());
    }
  }
}
