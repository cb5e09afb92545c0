package dev.dateline.index;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.dateline.query.Attribute;
import dev.dateline.query.TextPart;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SearchParametersTest {

  private static Map<String, List<String>> given(String... namesAndValues) {
    Map<String, List<String>> given = new LinkedHashMap<>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      given.put(namesAndValues[i], List.of(namesAndValues[i + 1]));
    }
    return given;
  }

  private static SearchRequest read(String... namesAndValues) {
    return SearchParameters.parse(given(namesAndValues));
  }

  private static ParameterException.Problem problem(String... namesAndValues) {
    ParameterException e = assertThrows(ParameterException.class, () -> read(namesAndValues));
    assertEquals(1, e.problems().size(), e.getMessage());
    return e.problems().getFirst();
  }

  @Test
  void nothingGivenMeansTheNewestOfEverything() {
    assertEquals(SearchRequest.builder().build(), read());
    assertEquals(Order.NEWEST, read().effectiveOrder());
    assertEquals(Order.RELEVANCE, read("q", "ferry").effectiveOrder());
    assertEquals(Order.NEWEST, read("q", "  ").effectiveOrder());
  }

  @Test
  void everyParameterIsRead() {
    SearchRequest request =
        read(
            "q",
            "ferry",
            "match",
            "any",
            "search-in",
            "title,body",
            "from",
            "2026-05-01",
            "to",
            "2026-05-31",
            "when",
            "7d",
            "source",
            "Harbour Post, North Wire",
            "domain",
            "a.example",
            "exclude-domain",
            "b.example",
            "section",
            "World",
            "author",
            "Zoë Lindqvist",
            "tag",
            "ferries",
            "lang",
            "en",
            "order-by",
            "oldest",
            "recency",
            "12h",
            "as-of",
            "2026-11-20T12:00:00Z",
            "page",
            "2",
            "page-size",
            "50",
            "total",
            "none",
            "fields",
            "body,parts",
            "highlight",
            "false",
            "facets",
            "source,domain,section,author,tag,lang",
            "facet-size",
            "25",
            "timeline",
            "week");
    SearchRequest expected =
        SearchRequest.builder()
            .query("ferry")
            .match(Match.ANY)
            .searchIn(Set.of(TextPart.TITLE, TextPart.BODY))
            .filter(
                new Filter.Published(
                    Instant.parse("2026-05-01T00:00:00Z"), Instant.parse("2026-06-01T00:00:00Z")))
            .filter(new Filter.Within(Duration.ofDays(7)))
            .filter(new Filter.AnyOf(Attribute.SOURCE, Set.of("Harbour Post", "North Wire")))
            .filter(new Filter.AnyOf(Attribute.DOMAIN, Set.of("a.example")))
            .filter(new Filter.AnyOf(Attribute.SECTION, Set.of("World")))
            .filter(new Filter.AnyOf(Attribute.AUTHOR, Set.of("Zoë Lindqvist")))
            .filter(new Filter.AnyOf(Attribute.TAG, Set.of("ferries")))
            .filter(new Filter.AnyOf(Attribute.LANGUAGE, Set.of("en")))
            .filter(new Filter.NoneOf(Attribute.DOMAIN, Set.of("b.example")))
            .order(Order.OLDEST)
            .recency(new Recency.HalfLife(Duration.ofHours(12)))
            .asOf(Instant.parse("2026-11-20T12:00:00Z"))
            .page(2)
            .pageSize(50)
            .total(false)
            .fields(Set.of(ResultField.BODY, ResultField.PARTS))
            .highlight(false)
            .facets(Set.of(Attribute.values()))
            .facetSize(25)
            .timeline(Interval.WEEK)
            .build();
    assertEquals(expected, request);
  }

  @Test
  void theNamesOfOtherSearchApisAreTakenToo() {
    assertEquals(
        read("q", "x", "order-by", "newest", "page-size", "5", "lang", "en"),
        read("query", "x", "sortBy", "publishedAt", "pageSize", "5", "language", "en"));
    for (SearchParameter parameter : ParameterSet.SEARCH.parameters()) {
      parameter.aliases().forEach(alias -> assertEquals(parameter, SearchParameters.named(alias)));
    }
  }

  @Test
  void datesBelongToTheZoneThatIsGiven() {
    assertEquals(
        List.of(
            new Filter.Published(
                Instant.parse("2026-05-01T04:00:00Z"), Instant.parse("2026-05-02T04:00:00Z"))),
        read("tz", "America/New_York", "from", "2026-05-01", "to", "2026-05-01").filters());
    assertEquals(
        List.of(new Filter.Published(null, Instant.parse("2026-05-01T10:00:00Z"))),
        read("to", "2026-05-01T12:00:00+02:00").filters());
    assertEquals(
        read("tz", "+02:00", "to", "2026-05-01T12:00:00+02:00"),
        read("tz", "02:00", "to", "2026-05-01T12:00:00 02:00"),
        "as an address loses the plus");
  }

  @Test
  void anUnknownNameIsRefusedWithTheRightOne() {
    assertEquals("page-size", problem("page-sise", "5").suggestion());
    assertEquals("order-by", problem("orderby", "newest").suggestion());
    assertEquals("source", problem("sorce", "x").suggestion());
    assertEquals(null, problem("zzzzzz", "x").suggestion());
  }

  @Test
  void aValueThatIsNoneIsRefusedWithWhatIsOne() {
    assertEquals("newest", problem("order-by", "newst").suggestion());
    assertEquals("order-by: one of relevance, newest, oldest", problem("order-by", "5").message());
    assertEquals("newest", problem("order-by", "new").suggestion());
    assertEquals("relevance", problem("sort", "REL").suggestion());
    assertEquals(null, problem("order-by", "ne").suggestion());
    assertEquals("domain", problem("facets", "domains").suggestion());
    assertEquals("month", problem("timeline", "months").suggestion());
    for (String[] bad :
        Arrays.asList(
            new String[] {"page", "0"},
            new String[] {"page", "x"},
            new String[] {"page", "99999999999"},
            new String[] {"page-size", "201"},
            new String[] {"from", "yesterday"},
            new String[] {"from", "2026-02-30"},
            new String[] {"from", "+999999999-01-01T00:00:00Z"},
            new String[] {"when", "0d"},
            new String[] {"tz", "Mars/Olympus"},
            new String[] {"recency", "-1d"},
            new String[] {"total", "maybe"},
            new String[] {"fields", "body,soul"},
            new String[] {"facets", "source,mood"},
            new String[] {"facet-size", "1001"},
            new String[] {"timeline", "minute"},
            new String[] {"as-of", "now"})) {
      assertEquals(bad[0], problem(bad).parameter());
    }
  }

  @Test
  void allProblemsAreToldAtOnce() {
    ParameterException e =
        assertThrows(ParameterException.class, () -> read("page", "0", "matsch", "any", "tz", "x"));
    assertEquals(3, e.problems().size());
  }

  @Test
  void pagesEndAtTenThousandHits() {
    assertEquals(50, read("page", "50", "page-size", "200").page());
    assertEquals("50", problem("page", "51", "page-size", "200").suggestion());
    assertEquals("1", problem("page", "0").suggestion());
    assertEquals("200", problem("page", "600", "page-size", "900").suggestion());
  }

  @Test
  void aListOfNothingIsAsIfItHadNotBeenGiven() {
    assertEquals(read(), read("source", ",", "search-in", " , ", "tag", ""));
  }

  @Test
  void anEmptySpanOfDatesIsRefused() {
    assertEquals("to", problem("from", "2026-05-02", "to", "2026-05-01").parameter());
  }

  @Test
  void aParameterIsGivenOnce() {
    assertThrows(
        ParameterException.class, () -> SearchParameters.parse(Map.of("page", List.of("1", "2"))));
    assertEquals("query", problem("q", "a", "query", "b").parameter());
    assertEquals(
        Set.of("a", "b", "c"),
        ((Filter.AnyOf)
                SearchParameters.parse(Map.of("tag", List.of("a,b", "c"))).filters().getFirst())
            .values());
  }
}
