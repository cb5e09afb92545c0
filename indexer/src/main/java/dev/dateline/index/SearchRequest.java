package dev.dateline.index;

import dev.dateline.query.Attribute;
import dev.dateline.query.TextPart;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is asked of an index: a value, made by {@link #builder()} or {@link #of(String)}.
 *
 * @param query what to find, in the query language; blank for every article
 * @param filters conditions that each hit meets
 * @param match how many of the query's words a hit must have
 * @param searchIn the parts in which words are looked for; empty for all of them
 * @param order the order of hits, or null for relevance with a query and newest without one
 * @param recency how much a fresh article is preferred
 * @param asOf the instant from which age is counted, or null for now, to the minute
 * @param zone the zone of the dates in {@code query}, and of the timeline
 * @param page the page wanted, from 1
 * @param pageSize hits a page, 1 to {@value #MAX_PAGE_SIZE}; {@code page} x {@code pageSize} is at
 *     most {@value #MAX_HITS}
 * @param cursor the {@link SearchResult#next()} of an answer to the same request, whose hits it
 *     goes on after, or null to start with {@code page}, which is 1 with a cursor. What a hit
 *     shows, what is counted and how many hits are given may change from one answer to the next,
 *     and the instant {@code asOf} is that of the first if it is null
 * @param total whether to count all hits
 * @param highlight whether to show where the query's words are
 * @param fields what a hit's article carries beyond id, url, titles, source, authors, section,
 *     dates, language, summary and takeaways
 * @param facets the attributes whose values are counted
 * @param facetSize values an attribute, 1 to {@value #MAX_FACET_SIZE}: those that most articles
 *     have; values that the request filters by are given on top of them
 * @param timeline the intervals by which articles are counted, or null for no timeline
 * @param explain whether to count what each part of the query finds
 * @param didYouMean whether to look for the query that may have been meant, where little is found;
 *     for answers that nobody reads as such it would be a waste
 * @param timeout after what time the search stops with what it has found, 1 ms to {@link
 *     #MAX_TIMEOUT}. Streams take the time that they need
 */
public record SearchRequest(
    String query,
    List<Filter> filters,
    Match match,
    Set<TextPart> searchIn,
    @Nullable Order order,
    Recency recency,
    @Nullable Instant asOf,
    ZoneId zone,
    int page,
    int pageSize,
    @Nullable String cursor,
    boolean total,
    boolean highlight,
    Set<ResultField> fields,
    Set<Attribute> facets,
    int facetSize,
    @Nullable Interval timeline,
    boolean explain,
    boolean didYouMean,
    Duration timeout) {

  /** Hits a page, at most. */
  public static final int MAX_PAGE_SIZE = 200;

  /** How deep pages go; what is deeper is for cursors and exports. */
  public static final int MAX_HITS = 10_000;

  /** Hits a page, unless told otherwise. */
  public static final int DEFAULT_PAGE_SIZE = 20;

  /** Values of a facet, at most. */
  public static final int MAX_FACET_SIZE = 1_000;

  /** Values of a facet, unless told otherwise. */
  public static final int DEFAULT_FACET_SIZE = 10;

  /** Nobody waits longer for an answer, and one that takes this long hurts the others. */
  public static final Duration DEFAULT_TIMEOUT = Duration.ofSeconds(10);

  /** The longest time that a search may take. */
  public static final Duration MAX_TIMEOUT = Duration.ofMinutes(1);

  public SearchRequest {
    if (timeout.toMillis() < 1 || timeout.compareTo(MAX_TIMEOUT) > 0) {
      throw new IllegalArgumentException("a search takes 1 ms to a minute: " + timeout);
    }
    if (page < 1) {
      throw new IllegalArgumentException("pages are counted from 1: " + page);
    }
    if (pageSize < 1 || pageSize > MAX_PAGE_SIZE) {
      throw new IllegalArgumentException("a page has 1 to " + MAX_PAGE_SIZE + " hits: " + pageSize);
    }
    if ((long) page * pageSize > MAX_HITS) {
      throw new IllegalArgumentException(
          "page x page-size is at most " + MAX_HITS + ": " + page + " x " + pageSize);
    }
    if (cursor != null && page != 1) {
      throw new IllegalArgumentException("a cursor says where to go on, and so does page " + page);
    }
    if (facetSize < 1 || facetSize > MAX_FACET_SIZE) {
      throw new IllegalArgumentException(
          "a facet has 1 to " + MAX_FACET_SIZE + " values: " + facetSize);
    }
    filters = List.copyOf(filters);
    searchIn = Set.copyOf(searchIn);
    fields = Set.copyOf(fields);
    facets = Set.copyOf(facets);
  }

  /** A request with nothing set. */
  public static Builder builder() {
    return new Builder();
  }

  /** A request for the first page of a query, with the defaults of the API. */
  public static SearchRequest of(String query) {
    return builder().query(query).build();
  }

  /** The order that holds, after the default. */
  public Order effectiveOrder() {
    if (order != null) {
      return order;
    }
    return query.isBlank() ? Order.NEWEST : Order.RELEVANCE;
  }

  /** A builder that starts as this request: {@code request.with().page(2).build()}. */
  public Builder with() {
    Builder builder = new Builder();
    builder.query = query;
    builder.filters.addAll(filters);
    builder.match = match;
    builder.searchIn = searchIn;
    builder.order = order;
    builder.recency = recency;
    builder.asOf = asOf;
    builder.zone = zone;
    builder.page = page;
    builder.pageSize = pageSize;
    builder.cursor = cursor;
    builder.total = total;
    builder.highlight = highlight;
    builder.fields = fields;
    builder.facets = facets;
    builder.facetSize = facetSize;
    builder.timeline = timeline;
    builder.explain = explain;
    builder.didYouMean = didYouMean;
    builder.timeout = timeout;
    return builder;
  }

  /** Collects the parts of a request. Not safe for use by several threads. */
  public static final class Builder {
    private String query = "";
    private final List<Filter> filters = new ArrayList<>();
    private Match match = Match.AUTO;
    private Set<TextPart> searchIn = Set.of();
    private @Nullable Order order;
    private Recency recency = Recency.AUTO;
    private @Nullable Instant asOf;
    private ZoneId zone = ZoneOffset.UTC;
    private int page = 1;
    private int pageSize = DEFAULT_PAGE_SIZE;
    private @Nullable String cursor;
    private boolean total = true;
    private boolean highlight = true;
    private Set<ResultField> fields = Set.of();
    private Set<Attribute> facets = Set.of();
    private int facetSize = DEFAULT_FACET_SIZE;
    private @Nullable Interval timeline;
    private boolean explain;
    private boolean didYouMean = true;
    private Duration timeout = DEFAULT_TIMEOUT;

    private Builder() {}

    public Builder query(String query) {
      this.query = query;
      return this;
    }

    /** Adds a condition to those that are there. */
    public Builder filter(Filter filter) {
      filters.add(filter);
      return this;
    }

    public Builder match(Match match) {
      this.match = match;
      return this;
    }

    public Builder searchIn(Set<TextPart> parts) {
      this.searchIn = parts;
      return this;
    }

    public Builder order(@Nullable Order order) {
      this.order = order;
      return this;
    }

    public Builder recency(Recency recency) {
      this.recency = recency;
      return this;
    }

    public Builder asOf(@Nullable Instant asOf) {
      this.asOf = asOf;
      return this;
    }

    public Builder zone(ZoneId zone) {
      this.zone = zone;
      return this;
    }

    public Builder page(int page) {
      this.page = page;
      return this;
    }

    public Builder pageSize(int pageSize) {
      this.pageSize = pageSize;
      return this;
    }

    public Builder cursor(@Nullable String cursor) {
      this.cursor = cursor;
      return this;
    }

    public Builder total(boolean total) {
      this.total = total;
      return this;
    }

    public Builder highlight(boolean highlight) {
      this.highlight = highlight;
      return this;
    }

    public Builder fields(Set<ResultField> fields) {
      this.fields = fields;
      return this;
    }

    public Builder facets(Set<Attribute> facets) {
      this.facets = facets;
      return this;
    }

    public Builder facetSize(int facetSize) {
      this.facetSize = facetSize;
      return this;
    }

    public Builder timeline(@Nullable Interval timeline) {
      this.timeline = timeline;
      return this;
    }

    public Builder explain(boolean explain) {
      this.explain = explain;
      return this;
    }

    public Builder didYouMean(boolean didYouMean) {
      this.didYouMean = didYouMean;
      return this;
    }

    public Builder timeout(Duration timeout) {
      this.timeout = timeout;
      return this;
    }

    /**
     * Makes the request.
     *
     * @throws IllegalArgumentException if the page, its size or that of facets is out of its range,
     *     or if there is a cursor and a page
     */
    public SearchRequest build() {
      return new SearchRequest(
          query,
          filters,
          match,
          searchIn,
          order,
          recency,
          asOf,
          zone,
          page,
          pageSize,
          cursor,
          total,
          highlight,
          fields,
          facets,
          facetSize,
          timeline,
          explain,
          didYouMean,
          timeout);
    }
  }
}
