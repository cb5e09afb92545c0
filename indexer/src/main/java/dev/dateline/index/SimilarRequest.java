package dev.dateline.index;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Asks for articles about what an article is about: a value, made by {@link #builder(String)} or
 * {@link #of(String)}.
 *
 * @param id the id of the article
 * @param background whether only older articles are wanted: what led to it
 * @param filters conditions that each hit meets
 * @param asOf the instant from which age is counted, or null for now, to the minute
 * @param zone the zone of dates
 * @param pageSize how many articles, 1 to {@value #MAX_PAGE_SIZE}
 * @param fields what a hit's article carries, as {@link SearchRequest} has it
 */
public record SimilarRequest(
    String id,
    boolean background,
    List<Filter> filters,
    @Nullable Instant asOf,
    ZoneId zone,
    int pageSize,
    Set<ResultField> fields) {

  /** Articles, at most: what is further down has little in common. */
  public static final int MAX_PAGE_SIZE = 50;

  /** Articles, unless told otherwise. */
  public static final int DEFAULT_PAGE_SIZE = 10;

  public SimilarRequest {
    if (pageSize < 1 || pageSize > MAX_PAGE_SIZE) {
      throw new IllegalArgumentException(
          "1 to " + MAX_PAGE_SIZE + " similar articles can be asked for: " + pageSize);
    }
    filters = List.copyOf(filters);
    fields = Set.copyOf(fields);
  }

  /** A request with nothing set but the article. */
  public static Builder builder(String id) {
    return new Builder(id);
  }

  /** A request with the defaults of the API. */
  public static SimilarRequest of(String id) {
    return builder(id).build();
  }

  /** Collects the parts of a request. Not safe for use by several threads. */
  public static final class Builder {
    private final String id;
    private boolean background;
    private final List<Filter> filters = new ArrayList<>();
    private @Nullable Instant asOf;
    private ZoneId zone = ZoneOffset.UTC;
    private int pageSize = DEFAULT_PAGE_SIZE;
    private Set<ResultField> fields = Set.of();

    private Builder(String id) {
      this.id = id;
    }

    public Builder background(boolean background) {
      this.background = background;
      return this;
    }

    /** Adds a condition to those that are there. */
    public Builder filter(Filter filter) {
      filters.add(filter);
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

    public Builder pageSize(int pageSize) {
      this.pageSize = pageSize;
      return this;
    }

    public Builder fields(Set<ResultField> fields) {
      this.fields = fields;
      return this;
    }

    /**
     * Makes the request.
     *
     * @throws IllegalArgumentException if the page's size is out of its range
     */
    public SimilarRequest build() {
      return new SimilarRequest(id, background, filters, asOf, zone, pageSize, fields);
    }
  }
}
