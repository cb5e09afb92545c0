package dev.dateline.index;

import dev.dateline.query.Attribute;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * The answer to a {@link SearchRequest}.
 *
 * @param query the query as it was typed
 * @param parsed the query as it was understood, in normal form
 * @param warnings what was taken otherwise than it may have been meant, in sentences for the person
 *     who typed it
 * @param relaxed whether no article has all words of the query, so that any of them sufficed
 * @param didYouMean the query that may have been meant, where little was found by what was typed:
 *     it finds more articles, all words of it; or null
 * @param asOf the instant from which age was counted
 * @param total how many articles match, exactly; empty if it was not asked for
 * @param order the order of the hits
 * @param page the page that this is, from 1; 0 where a cursor says which hits these are
 * @param pageSize hits a page
 * @param next what the request's {@code cursor} is to be for the hits after these, or null if there
 *     are none. By date it holds for good, whatever is added or deleted and wherever it is asked:
 *     an article that is there throughout comes exactly once. By relevance it holds for the index
 *     that gave it, for some minutes after it was last used, and goes on in what the index held
 *     then
 * @param took how long the answer took to find
 * @param stages where that time went; what is left over was spent on understanding the query
 * @param commit the commit that was searched
 * @param hits the hits of this page, best first
 * @param facets of each attribute that was asked for, the values that most of the matching articles
 *     have: by the number of articles, then by the value. Where the request filters by an attribute
 *     ({@link Filter.AnyOf}), articles are counted as if it did not, so that another value can be
 *     added, and its own values are there even with 0 articles; a condition in the query itself
 *     stays
 * @param timeline when the matching articles were published, or null if it was not asked for
 * @param explanation what each part of the query finds, or null if it was not asked for
 * @param partial whether the search was stopped by its time limit: there may be further and better
 *     hits, and nothing is counted
 */
public record SearchResult(
    String query,
    String parsed,
    List<String> warnings,
    boolean relaxed,
    @Nullable String didYouMean,
    Instant asOf,
    OptionalLong total,
    Order order,
    int page,
    int pageSize,
    @Nullable String next,
    Duration took,
    Map<Stage, Duration> stages,
    Commit commit,
    List<Hit> hits,
    Map<Attribute, List<FacetValue>> facets,
    @Nullable Timeline timeline,
    @Nullable Explanation explanation,
    boolean partial) {

  public SearchResult {
    warnings = List.copyOf(warnings);
    stages = Map.copyOf(stages);
    hits = List.copyOf(hits);
    Map<Attribute, List<FacetValue>> ordered = new EnumMap<>(Attribute.class);
    facets.forEach((attribute, values) -> ordered.put(attribute, List.copyOf(values)));
    facets = Collections.unmodifiableMap(ordered);
  }

  /** The same without a cursor, for who closes the index before anyone could use it. */
  public SearchResult withoutNext() {
    return new SearchResult(
        query,
        parsed,
        warnings,
        relaxed,
        didYouMean,
        asOf,
        total,
        order,
        page,
        pageSize,
        null,
        took,
        stages,
        commit,
        hits,
        facets,
        timeline,
        explanation,
        partial);
  }

  /** The name of the generation that answered; changes with every reindex. */
  public String generation() {
    return commit.generation();
  }
}
