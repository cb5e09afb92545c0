package dev.dateline.index;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.dateline.article.Published;
import dev.dateline.query.Attribute;
import dev.dateline.query.TextPart;
import java.io.IOException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Base64;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every backend promises this of cursors, which go on after an answer. */
public abstract class CursorContract extends ArticleIndexContract {

  private static final int ARTICLES = 45;

  /** In several commits; some undated, some at one instant, of different lengths. */
  private void addSome() throws IOException {
    for (int i = 0; i < ARTICLES; i++) {
      String words = "ferry " + "harbour ".repeat(i % 7);
      Published published =
          i % 9 == 0
              ? null
              : Published.at(Instant.parse("2026-11-01T08:00:00Z").plusSeconds(i / 3 * 60L));
      writer.add(article("a" + i).body(words).published(published).build());
      if (i % 10 == 0) {
        writer.commit();
      }
    }
    add();
  }

  private static SearchRequest.Builder ferries(Order order) {
    return SearchRequest.builder().query("ferry").order(order).pageSize(7);
  }

  /** The ids of the hits of all answers from this one on. */
  private List<String> walk(SearchRequest.Builder request, String cursor) throws IOException {
    List<String> ids = new ArrayList<>();
    SearchResult result = search(request.cursor(cursor));
    ids.addAll(ids(result));
    while (result.next() != null) {
      result = search(request.cursor(result.next()));
      ids.addAll(ids(result));
    }
    return ids;
  }

  private String firstNext(SearchRequest.Builder request) throws IOException {
    return Objects.requireNonNull(search(request).next());
  }

  private ParameterException refused(SearchRequest.Builder request, String cursor) {
    return assertThrows(ParameterException.class, () -> search(request.cursor(cursor)));
  }

  @ParameterizedTest
  @EnumSource
  void theyGoThroughAllHitsInTheOrderOfPages(Order order) throws IOException {
    addSome();
    List<String> all = found(ferries(order).pageSize(200));
    assertEquals(ARTICLES, all.size());
    assertEquals(all.subList(7, ARTICLES), walk(ferries(order), firstNext(ferries(order))));
    String afterThree = firstNext(ferries(order).page(3));
    assertEquals(all.subList(21, ARTICLES), walk(ferries(order).pageSize(11), afterThree));
  }

  @Test
  void whereNothingFollowsThereIsNone() throws IOException {
    addSome();
    assertNull(search(ferries(Order.NEWEST).pageSize(ARTICLES)).next());
    assertNull(search(ferries(Order.RELEVANCE).page(7)).next());
    SearchResult last =
        search(ferries(Order.OLDEST).cursor(firstNext(ferries(Order.OLDEST).pageSize(44))));
    assertEquals(1, last.hits().size());
    assertEquals(OptionalLong.of(ARTICLES), last.total());
    assertEquals(0, last.page());
    assertNull(last.next());
  }

  @ParameterizedTest
  @EnumSource(names = {"NEWEST", "OLDEST"})
  void byDateWhatIsThereThroughoutComesOnceWhateverIsAddedAndDeleted(Order order)
      throws IOException {
    long seed = Long.getLong("dateline.seed", new Random().nextLong());
    Random random = new Random(seed);
    addSome();
    Set<String> throughout = new HashSet<>(found(ferries(order).pageSize(200)));
    List<String> walked = new ArrayList<>();
    SearchResult result = search(ferries(order));
    while (true) {
      walked.addAll(ids(result));
      if (result.next() == null) {
        break;
      }
      String deleted = "a" + random.nextInt(ARTICLES);
      throughout.remove(deleted);
      writer.delete(deleted);
      Instant at = Instant.parse("2026-11-01T08:00:00Z").plusSeconds(random.nextInt(15) * 60L);
      add(article("new" + random.nextInt()).body("ferry").published(at));
      result = search(ferries(order).cursor(result.next()));
    }
    assertEquals(walked.size(), Set.copyOf(walked).size(), "dateline.seed=" + seed);
    assertTrue(walked.containsAll(throughout), "dateline.seed=" + seed);
  }

  @Test
  void byDateTheyHoldForWhoeverAsksAndKeepTheInstantFromWhichAgeIsCounted() throws IOException {
    addSome();
    SearchRequest.Builder request = ferries(Order.NEWEST).query("ferry when:30d");
    SearchResult first = search(request);
    try (ArticleIndex other = openIndex()) {
      SearchResult second =
          other.search(request.asOf(null).cursor(Objects.requireNonNull(first.next())).build());
      assertEquals(AS_OF, second.asOf());
      assertEquals(7, second.hits().size());
    }
    refused(request, "");
    ParameterException e =
        assertThrows(
            ParameterException.class,
            () -> index.search(request.asOf(AS_OF.plusSeconds(1)).cursor(first.next()).build()));
    assertTrue(e.getMessage().contains("another search"), e.getMessage());
  }

  @Test
  void byRelevanceTheyGoOnInWhatTheIndexHeldAtFirst() throws IOException {
    addSome();
    List<String> all = found(ferries(Order.RELEVANCE).pageSize(200));
    String next = firstNext(ferries(Order.RELEVANCE));
    for (int i = 0; i < 30; i++) {
      writer.delete("a" + i);
      add(article("new" + i).title("Ferry").body("ferry ferry"));
    }
    assertEquals(all.subList(7, ARTICLES), walk(ferries(Order.RELEVANCE), next));
    assertEquals(ARTICLES, found(ferries(Order.RELEVANCE).pageSize(200)).size());
  }

  @Test
  void byRelevanceTheyHoldForTheIndexThatGaveThem() throws IOException {
    addSome();
    SearchRequest.Builder request = ferries(Order.RELEVANCE);
    String next = firstNext(request);
    try (ArticleIndex other = openIndex()) {
      SearchRequest following = request.cursor(next).build();
      CursorExpiredException e =
          assertThrows(CursorExpiredException.class, () -> other.search(following));
      assertEquals("cursor", e.problems().getFirst().parameter());
    }
  }

  @Test
  void thatOfAnotherSearchIsRefused() throws IOException {
    addSome();
    String next = firstNext(ferries(Order.NEWEST));
    Filter sources = new Filter.AnyOf(Attribute.SOURCE, Set.of("a", "b"));
    for (SearchRequest.Builder other :
        List.of(
            ferries(Order.NEWEST).query("ferries"),
            ferries(Order.OLDEST),
            ferries(Order.RELEVANCE),
            ferries(Order.NEWEST).match(Match.ANY),
            ferries(Order.NEWEST).filter(sources),
            ferries(Order.NEWEST).searchIn(EnumSet.of(TextPart.BODY)),
            ferries(Order.NEWEST).zone(ZoneOffset.ofHours(1)))) {
      String message = String.valueOf(refused(other, next).getMessage());
      assertTrue(message.contains("another search"), message);
    }
  }

  @Test
  void whatIsShownAndCountedMayChange() throws IOException {
    addSome();
    String next = firstNext(ferries(Order.NEWEST));
    SearchResult second =
        search(
            ferries(Order.NEWEST)
                .cursor(next)
                .pageSize(3)
                .total(false)
                .highlight(false)
                .fields(EnumSet.of(ResultField.BODY))
                .facets(EnumSet.of(Attribute.SOURCE))
                .timeline(Interval.AUTO));
    assertEquals(3, second.hits().size());
    assertFalse(second.hits().getFirst().article().body().isEmpty());
  }

  @ParameterizedTest
  @EnumSource(names = {"NEWEST", "RELEVANCE"})
  void whatIsNoneOrWasChangedIsRefused(Order order) throws IOException {
    addSome();
    String next = firstNext(ferries(order));
    for (String none : List.of("x", "next", "%zz", "zürich", next + "AAAA", "A".repeat(5_000))) {
      refused(ferries(order), none);
    }
    byte[] bytes = Base64.getUrlDecoder().decode(next);
    for (int i = 0; i < bytes.length; i++) {
      byte[] forged = bytes.clone();
      forged[i] ^= 4;
      refused(ferries(order), Base64.getUrlEncoder().withoutPadding().encodeToString(forged));
      refused(ferries(order), next.substring(0, i));
    }
  }

  @Test
  void afterARelaxedAnswerTheyGoOnWithAnyWord() throws IOException {
    addSome();
    SearchRequest.Builder request = ferries(Order.NEWEST).query("ferry volcano");
    SearchResult first = search(request);
    assertTrue(first.relaxed());
    add(article("both").body("ferry volcano").published(Instant.parse("2026-10-01T08:00:00Z")));
    List<String> rest = walk(request, Objects.requireNonNull(first.next()));
    assertEquals(ARTICLES + 1 - 7, rest.size());
    assertTrue(rest.contains("both"));
  }

  @Test
  void theyNeverRelaxByThemselves() throws IOException {
    addSome();
    add(article("one").body("ferry volcano"), article("two").body("ferry volcano"));
    SearchRequest.Builder request = ferries(Order.NEWEST).query("ferry volcano").pageSize(1);
    String next = firstNext(request);
    writer.delete("one");
    writer.delete("two");
    add();
    SearchResult rest = search(request.cursor(next));
    assertFalse(rest.relaxed());
    assertEquals(List.of(), ids(rest));
  }

  @Test
  void aPageBesideOneIsRefused() {
    SearchRequest.Builder both = SearchRequest.builder().cursor("x").page(2);
    assertThrows(IllegalArgumentException.class, both::build);
  }
}
