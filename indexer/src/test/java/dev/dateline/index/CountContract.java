package dev.dateline.index;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.dateline.article.Article;
import dev.dateline.article.ArticleBuilder;
import dev.dateline.article.Published;
import dev.dateline.article.Source;
import dev.dateline.article.Status;
import dev.dateline.query.Attribute;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Every backend promises that it counts what a person would who looks at each article. */
public abstract class CountContract extends ArticleIndexContract {

  private static final int INDEXES = 5;
  private static final int REQUESTS = 50;
  private static final Instant START = Instant.parse("2026-03-25T00:00:00Z");

  private static final List<String> SOURCES = List.of("Harbour Post", "harbour post", "Le Phare");
  private static final List<String> SITES =
      List.of("news.example", "edition.news.example", "notnews.example", "other.test");
  private static final List<String> CHOSEN_SITES =
      List.of("news.example", "edition.news.example", "example", "test", "s.example", "nowhere");
  private static final List<String> SECTIONS = List.of("Économie", "economie", "World");
  private static final List<String> AUTHORS = List.of("Zoë Lindqvist", "Zoe Lindqvist", "Ann Lee");
  private static final List<String> TAGS = List.of("ferries", "Ferries", "FERRIES", "dams", "Zoo");
  private static final List<String> LANGUAGES = List.of("en", "en-us", "pt-br", "pt");
  private static final List<String> WORDS = List.of("ferry", "harbour", "volcano");
  private static final List<String> ZONES =
      List.of("UTC", "Europe/Berlin", "America/New_York", "Asia/Kolkata", "Pacific/Kiritimati");

  private final long seed = new Random().nextLong();
  private final Random random = new Random(seed);
  private final Map<String, Article> articles = new HashMap<>();
  private int spanDays;
  private boolean hiding;

  @Test
  void countsAreThoseOfLookingAtEachArticle() throws IOException {
    for (int i = 0; i < INDEXES; i++) {
      spanDays = List.of(1, 20, 300, 2_500).get(random.nextInt(4));
      hiding = i >= INDEXES / 2;
      change();
      for (int j = 0; j < REQUESTS; j++) {
        check(request());
      }
    }
  }

  /** Adds, replaces and deletes articles in several commits. */
  private void change() throws IOException {
    for (int commit = random.nextInt(4); commit >= 0; commit--) {
      for (int i = random.nextInt(20); i > 0; i--) {
        String id = "a" + random.nextInt(60);
        Article old = articles.remove(id);
        if (old != null && (random.nextBoolean() || old.status() instanceof Status.Withdrawn)) {
          writer.delete(id);
        } else {
          Article article = some(id).build();
          writer.add(article);
          articles.put(id, article);
        }
      }
      add();
    }
  }

  private ArticleBuilder some(String id) {
    ArticleBuilder article =
        article(id)
            .body(subset(WORDS))
            .url("https://" + one(SITES) + "/" + id)
            .authors(subset(AUTHORS))
            .tags(subset(TAGS))
            .published(published())
            .status(hiding ? status() : Status.USABLE);
    if (random.nextBoolean()) {
      article.source(new Source(one(SOURCES), random.nextBoolean() ? one(SITES) : null));
    }
    return article
        .section(random.nextBoolean() ? one(SECTIONS) : null)
        .language(random.nextBoolean() ? one(LANGUAGES) : null);
  }

  private @Nullable Published published() {
    Instant at = START.plusSeconds(random.nextLong(spanDays * 86_400L));
    return switch (random.nextInt(8)) {
      case 0 -> null;
      case 1 -> Published.on(LocalDate.ofInstant(at, ZoneOffset.UTC));
      default -> Published.at(at);
    };
  }

  private Status status() {
    return switch (random.nextInt(10)) {
      case 0 -> Status.WITHDRAWN;
      case 1 -> new Status.Embargoed(Instant.now().plusSeconds(3_600));
      case 2 -> new Status.Embargoed(Instant.now().minusSeconds(3_600));
      default -> Status.USABLE;
    };
  }

  private SearchRequest.Builder request() {
    SearchRequest.Builder request =
        SearchRequest.builder()
            .match(random.nextBoolean() ? Match.ALL : Match.ANY)
            .pageSize(1)
            .total(random.nextBoolean())
            .zone(ZoneId.of(one(ZONES)))
            .facets(Set.copyOf(subset(List.of(Attribute.values()))))
            .facetSize(1 + random.nextInt(5))
            .timeline(one(List.of(Interval.values())));
    filter(request, Attribute.SOURCE, SOURCES);
    filter(request, Attribute.DOMAIN, CHOSEN_SITES);
    filter(request, Attribute.SECTION, SECTIONS);
    filter(request, Attribute.AUTHOR, AUTHORS);
    filter(request, Attribute.TAG, TAGS);
    filter(request, Attribute.LANGUAGE, LANGUAGES);
    if (random.nextInt(4) == 0) {
      request.filter(new Filter.NoneOf(Attribute.DOMAIN, Set.of(one(SITES))));
    }
    if (random.nextInt(4) == 0) {
      Instant from = START.plusSeconds(random.nextLong(spanDays * 86_400L));
      request.filter(
          new Filter.Published(from, from.plusSeconds(1 + random.nextLong(spanDays * 86_400L))));
    }
    return request;
  }

  private void filter(SearchRequest.Builder request, Attribute attribute, List<String> values) {
    if (random.nextInt(5) == 0) {
      Set<String> wanted = new HashSet<>(subset(values));
      wanted.add(random.nextBoolean() ? one(values) : "nobody");
      request.filter(new Filter.AnyOf(attribute, wanted));
    }
  }

  private void check(SearchRequest.Builder builder) throws IOException {
    List<String> words = subset(WORDS);
    SearchRequest request = builder.query(String.join(" ", words)).build();
    CountOracle oracle = new CountOracle(articles.values(), request, Set.copyOf(words));
    String question = request + " with seed " + seed;
    SearchResult result = index.search(request);
    long found = oracle.found(request.filters()).size();
    OptionalLong total = request.total() ? OptionalLong.of(found) : OptionalLong.empty();
    assertEquals(total, result.total(), question);
    assertEquals(request.facets(), result.facets().keySet(), question);
    result
        .facets()
        .forEach((attribute, values) -> check(oracle, request, attribute, values, question));
    check(oracle, Objects.requireNonNull(result.timeline()), question);
  }

  private static void check(
      CountOracle oracle,
      SearchRequest request,
      Attribute attribute,
      List<FacetValue> values,
      String question) {
    Map<String, Long> counts = oracle.facet(attribute);
    Set<String> expected = new HashSet<>();
    counts.entrySet().stream()
        .filter(value -> oracle.isMet(attribute, value.getKey()))
        .sorted(
            Map.Entry.<String, Long>comparingByValue()
                .reversed()
                .thenComparing(Map.Entry.comparingByKey()))
        .limit(request.facetSize())
        .forEach(value -> expected.add(value.getKey()));
    expected.addAll(oracle.chosen(attribute));
    List<String> lines =
        expected.stream()
            .sorted(
                Comparator.<String>comparingLong(value -> -counts.get(value))
                    .thenComparing(value -> value))
            .map(value -> value + " " + counts.get(value))
            .toList();
    assertEquals(
        lines,
        values.stream()
            .map(value -> CountOracle.folded(value.value()) + " " + value.articles())
            .toList(),
        attribute + " of " + question);
  }

  private static void check(CountOracle oracle, Timeline timeline, String question) {
    Map<OffsetDateTime, Long> counts = new TreeMap<>();
    timeline.counts().forEach(count -> counts.put(count.from(), count.articles()));
    assertEquals(oracle.timeline(timeline.interval()), counts, question);
    assertEquals(oracle.undated(), timeline.undated(), question);
    Interval asked = Objects.requireNonNull(oracle.request().timeline());
    if (asked != Interval.AUTO && asked != timeline.interval()) {
      assertTrue(oracle.timeline(asked).size() > Timeline.MAX_INTERVALS, question);
    }
  }

  private <T> T one(List<T> values) {
    return values.get(random.nextInt(values.size()));
  }

  private <T> List<T> subset(List<T> values) {
    return values.stream().filter(value -> random.nextInt(3) == 0).toList();
  }
}
