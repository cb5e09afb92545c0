package dev.dateline.index;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.dateline.article.Published;
import dev.dateline.article.Source;
import dev.dateline.article.Status;
import dev.dateline.query.Attribute;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Every backend promises this of which articles a filter, an attribute or a date leaves. */
public abstract class FilterContract extends ArticleIndexContract {

  @Test
  void datesFarAwayAreNoError() throws IOException {
    add(article("a").published(Instant.MAX), article("b").published(Instant.MIN));
    assertEquals(2, found("").size());
    assertEquals(List.of("a"), found("after:9999"));
    assertEquals(List.of("b"), found("before:0001"));
    search(SearchRequest.builder().query("after:+999999999-01-01 OR before:-999999999-01-01"));
    for (Instant asOf : List.of(Instant.MIN, Instant.MAX)) {
      index.search(SearchRequest.builder().query("untitled when:7d").asOf(asOf).build());
    }
  }

  @Test
  void aDayIsThatDayInEveryZone() throws IOException {
    add(
        article("day").published(Published.on(LocalDate.of(2026, 5, 31))),
        article("instant").published(Instant.parse("2026-05-31T02:00:00Z")));
    ZoneId newYork = ZoneId.of("America/New_York");
    assertEquals(
        List.of("day"), found(SearchRequest.builder().query("after:2026-05-31").zone(newYork)));
    assertEquals(
        List.of("instant"),
        found(SearchRequest.builder().query("before:2026-05-31").zone(newYork)));
    Filter thatDay =
        new Filter.Published(
            Instant.parse("2026-05-31T04:00:00Z"), Instant.parse("2026-06-01T04:00:00Z"));
    assertEquals(List.of("day"), found(SearchRequest.builder().filter(thatDay).zone(newYork)));
  }

  @Test
  void datesAreCountedBackFromTheInstantOfTheRequest() throws IOException {
    add(
        article("today").published(Instant.parse("2026-11-20T00:30:00Z")),
        article("yesterday").published(Instant.parse("2026-11-19T00:30:00Z")),
        article("week").published(Instant.parse("2026-11-12T12:00:00Z")),
        article("month").published(Instant.parse("2026-10-12T12:00:00Z")),
        article("undated").published((Published) null));
    assertEquals(List.of("today"), found("after:today"));
    assertEquals(List.of("today", "yesterday"), found("after:yesterday"));
    assertEquals(List.of("yesterday"), found("when:yesterday"));
    assertEquals(List.of("week", "month"), found("before:yesterday"));
    assertEquals(List.of("week", "month"), found("before:7d"));
    assertEquals(List.of("week"), found("when:14d..7d"));
    assertEquals(List.of("today", "yesterday", "week"), found("when:2026-11"));
    assertEquals(List.of("week", "month"), found("when:2026-10-12..2026-11-12"));
    ZoneId newYork = ZoneId.of("America/New_York");
    assertEquals(
        List.of("today"), found(SearchRequest.builder().query("when:yesterday").zone(newYork)));
  }

  @Test
  void aSiteIsFoundHoweverItIsWritten() throws IOException {
    add(article("a").source(new Source("News", "https://WWW.News.example:443/start")));
    for (String site :
        List.of(
            "news.example", "www.news.example", "https://www.news.example/x", "*.news.example")) {
      assertEquals(List.of("a"), found("site:" + site));
      assertEquals(
          List.of("a"),
          found(SearchRequest.builder().filter(new Filter.AnyOf(Attribute.DOMAIN, Set.of(site)))));
    }
    assertEquals("news.example", index.find("a").orElseThrow().domain());
  }

  @Test
  void aValueThatNoArticleHasIsToldWithOneThatIsSpelledNearlySo() throws IOException {
    add(
        article("a").source(new Source("Reuters", "reuters.example")).language("en"),
        article("secret").source("Klaxon").status(Status.WITHDRAWN));
    Map<String, String> told =
        Map.of(
            "source:reutrs", "No article has the source reutrs; did you mean reuters?",
            "-source:reutrs", "No article has the source reutrs; did you mean reuters?",
            "source:\"klaxxon\"", "No article has the source klaxxon.",
            "source:klaxon", "No article has the source klaxon.",
            "site:reuters.exampel",
                "No article has the site reuters.exampel; did you mean reuters.example?",
            "lang:English", "No article has the language English; did you mean en?",
            "lang:klingon", "No article has the language klingon.");
    for (Map.Entry<String, String> each : told.entrySet()) {
      assertEquals(
          List.of(each.getValue()),
          search(SearchRequest.builder().query(each.getKey())).warnings());
    }
    SearchResult filtered =
        search(
            SearchRequest.builder()
                .filter(new Filter.AnyOf(Attribute.SOURCE, Set.of("Reuters", "\"Reuters"))));
    assertEquals(List.of("a"), ids(filtered));
    assertEquals(
        List.of("No article has the source \"Reuters; did you mean reuters?"), filtered.warnings());
    assertEquals(List.of(), search(SearchRequest.builder().query("site:example")).warnings());
  }

  @Test
  void ofAListOfValuesThatNobodyReadsSoManyAreLookedFor() throws IOException {
    add(article("a").source("Reuters"));
    Set<String> sources = new HashSet<>(Set.of("Reuters"));
    for (int i = 0; i < 30_000; i++) {
      sources.add("unknown" + i);
    }
    SearchResult result =
        search(SearchRequest.builder().filter(new Filter.AnyOf(Attribute.SOURCE, sources)));
    assertEquals(List.of("a"), ids(result));
    assertTrue(result.warnings().size() <= 51, () -> result.warnings().size() + " warnings");
    assertEquals(
        "Of 30001 values the first 50 were looked for; others may be unknown too.",
        result.warnings().getLast());
  }

  @Test
  void attributesFilterWithoutRegardToCaseAndDiacritics() throws IOException {
    add(
        article("a")
            .source(new Source("Le Phare", "lephare.example"))
            .section("Économie")
            .authors("Zoë Lindqvist", "Ann Lee")
            .tags("Ferries", "Strikes")
            .language("fr"),
        article("b")
            .source("Harbour Post")
            .url("https://edition.harbourpost.example/b")
            .language("pt-br"));
    assertEquals(List.of("a"), found("source:\"le phare\""));
    assertEquals(List.of("a"), found("section:economie"));
    assertEquals(List.of("a"), found("author:lindqvist"));
    assertEquals(List.of("a"), found("author:\"zoe lindqvist\""));
    assertEquals(List.of(), found("author:\"zoe lee\""));
    assertEquals(List.of("a"), found("tag:strikes"));
    assertEquals(List.of("b"), found("lang:pt"));
    assertEquals(List.of("b"), found("site:harbourpost.example"));
    assertEquals(List.of(), found("site:post.example"));
    assertEquals(
        List.of("a"),
        found(
            SearchRequest.builder()
                .filter(new Filter.NoneOf(Attribute.DOMAIN, Set.of("harbourpost.example")))));
    assertEquals(
        List.of("a"),
        found(
            SearchRequest.builder()
                .filter(new Filter.AnyOf(Attribute.AUTHOR, Set.of("ann lee", "nobody")))));
  }

  @Test
  void datesFilter() throws IOException {
    add(
        article("may").published(Published.on(LocalDate.of(2026, 5, 31))),
        article("june").published(Instant.parse("2026-06-01T00:00:00Z")),
        article("undated").published((Published) null));
    assertEquals(List.of("may"), found("before:2026-06-01"));
    assertEquals(List.of("june"), found("after:2026-06"));
    Instant june = Instant.parse("2026-06-01T00:00:00Z");
    assertEquals(
        List.of("june"), found(SearchRequest.builder().filter(new Filter.Published(june, null))));
    assertEquals(
        List.of("may"), found(SearchRequest.builder().filter(new Filter.Published(null, june))));
    assertEquals(
        List.of("june"),
        found(SearchRequest.builder().filter(new Filter.Within(Duration.ofHours(172 * 24 + 12)))));
  }
}
