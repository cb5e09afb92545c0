package dev.dateline.index;

import java.util.List;

/**
 * The parameters of all questions by the names that people write, the same at every door: {@code
 * ?page-size=5} over HTTP, {@code --page-size 5} at the terminal. Which question takes which is in
 * {@link ParameterSet}; what they mean there is in {@link SearchParameters}, {@link
 * SimilarParameters} and {@link SuggestParameters}.
 */
public enum SearchParameter {
  Q("q", List.of("query"), "QUERY", "what to find, in the query language; everything if left out"),
  MATCH(
      "match",
      List.of(),
      "auto|all|any|broad",
      "how many words an article needs: all, relaxing to any where none has all (auto); broad is"
          + " any, ranked by the telling words of the best hits too"),
  SEARCH_IN(
      "search-in",
      List.of("searchIn"),
      "PART,...",
      "the parts in which words are looked for: title, summary, takeaways, body, parts (all)"),
  FROM("from", List.of("from-date"), "DATE", "published on this date or at this instant, or later"),
  TO(
      "to",
      List.of("to-date"),
      "DATE",
      "published before this instant, or up to this date, that day included"),
  WHEN("when", List.of(), "AGE", "published within this age: 12h, 7d, 2w, 1y"),
  TZ(
      "tz",
      List.of(),
      "ZONE",
      "the zone of dates and of the timeline, such as Europe/Berlin or +02:00 (UTC)"),
  SOURCE("source", List.of("sources"), "NAME,...", "published by any of these"),
  DOMAIN(
      "domain",
      List.of("domains"),
      "HOST,...",
      "from any of these sites; cnn.com holds for edition.cnn.com too"),
  EXCLUDE_DOMAIN(
      "exclude-domain", List.of("excludeDomains"), "HOST,...", "from none of these sites"),
  SECTION("section", List.of(), "NAME,...", "in any of these sections"),
  AUTHOR("author", List.of(), "NAME,...", "by any of these authors"),
  TAG("tag", List.of(), "TAG,...", "with any of these tags"),
  LANG(
      "lang",
      List.of("language"),
      "LANGUAGE,...",
      "in any of these languages; pt holds for pt-br too"),
  ORDER_BY(
      "order-by",
      List.of("sortBy", "sort"),
      "relevance|newest|oldest",
      "the order of hits (relevance with a query, else newest)"),
  RECENCY(
      "recency",
      List.of(),
      "auto|off|AGE",
      "how much a fresh article is preferred: mildly (auto), not, or by a half-life"),
  AS_OF(
      "as-of", List.of(), "INSTANT", "the instant from which age is counted (now, to the minute)"),
  PAGE("page", List.of(), "N", "the page, from 1 (1)"),
  PAGE_SIZE(
      "page-size",
      List.of("pageSize", "page_size", "size", "limit"),
      "N",
      "hits a page, 1 to 200 (20)"),
  CURSOR(
      "cursor",
      List.of(),
      "NEXT",
      "go on after an answer of the same search, by its \"next\", however deep (none)"),
  TOTAL("total", List.of(), "exact|none", "whether to count all hits (exact)"),
  FIELDS(
      "fields",
      List.of(),
      "FIELD,...",
      "what a hit carries beyond the usual: body, parts, tags, updated, metadata, provenance"
          + " (none)"),
  HIGHLIGHT("highlight", List.of(), "true|false", "whether to show where the words are (true)"),
  FACETS(
      "facets",
      List.of(),
      "FACET,...",
      "the facts whose values are counted: source, domain, section, author, tag, lang (none)"),
  FACET_SIZE("facet-size", List.of("facetSize"), "N", "values a facet, 1 to 1000 (10)"),
  TIMELINE(
      "timeline",
      List.of(),
      "auto|hour|day|week|month|year",
      "how many articles were published in each interval (none)"),
  EXPLAIN(
      "explain",
      List.of(),
      "true|false",
      "whether to count what each part of the query finds, and say which leaves nothing (false)"),
  TIMEOUT(
      "timeout",
      List.of(),
      "TIME",
      "after what time the search stops with what it has found: 500ms, 2s, at most 60s (10s)"),
  BACKGROUND(
      "background",
      List.of(),
      "true|false",
      "whether only articles older than this one are wanted (false)"),
  BEFORE("before", List.of(), "DATE", "published before this date or instant"),
  KINDS(
      "kinds",
      List.of("kind"),
      "KIND,...",
      "what is suggested: phrase, author, tag, source, title (all)"),
  LIMIT(
      "limit",
      List.of("size", "page-size", "pageSize", "page_size"),
      "N",
      "how many suggestions, 1 to 50 (10)");

  private final String label;

  @SuppressWarnings("ImmutableEnumChecker") // made by List.of
  private final List<String> aliases;

  private final String form;
  private final String description;

  SearchParameter(String label, List<String> aliases, String form, String description) {
    this.label = label;
    this.aliases = aliases;
    this.form = form;
    this.description = description;
  }

  /** The name that is documented, such as {@code page-size}. */
  public String label() {
    return label;
  }

  /** Other names that are taken, for people who come from other search APIs. */
  public List<String> aliases() {
    return aliases;
  }

  /** How values are written, for help texts. */
  public String form() {
    return form;
  }

  /** What it does, with the default in parentheses where there is one. */
  public String description() {
    return description;
  }
}
