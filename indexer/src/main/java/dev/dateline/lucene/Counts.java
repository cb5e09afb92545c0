package dev.dateline.lucene;

import dev.dateline.index.FacetValue;
import dev.dateline.index.Filter;
import dev.dateline.index.SearchRequest;
import dev.dateline.index.Timeline;
import dev.dateline.query.Attribute;
import java.io.IOException;
import java.time.Instant;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.Function;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.jspecify.annotations.Nullable;

/**
 * What is counted of the articles that a search finds. They are gathered once for all counts that
 * are of the same articles. Used by one thread.
 */
final class Counts {

  private final IndexSearcher searcher;
  private final SearchRequest request;
  private final TimeLimit limit;
  private final Query found;
  private final Function<List<Filter>, Query> foundWith;
  private @Nullable HitSet all;

  /**
   * The counts of a search.
   *
   * @param limit the time that it has
   * @param found what it finds
   * @param foundWith the same with these filters in place of those of the request
   */
  Counts(
      IndexSearcher searcher,
      SearchRequest request,
      TimeLimit limit,
      Query found,
      Function<List<Filter>, Query> foundWith) {
    this.searcher = searcher;
    this.request = request;
    this.limit = limit;
    this.found = found;
    this.foundWith = foundWith;
  }

  /**
   * How many articles there are, if the request wants to know.
   *
   * @param known how many, if that is known
   */
  OptionalLong total(OptionalLong known) throws IOException {
    if (!request.total()) {
      return OptionalLong.empty();
    }
    boolean gather = !request.facets().isEmpty() || request.timeline() != null;
    if (gather) {
      return OptionalLong.of(all().size());
    }
    return known.isPresent() ? known : OptionalLong.of(searcher.count(found));
  }

  /** The values of the attributes that the request names. */
  Map<Attribute, List<FacetValue>> facets() throws IOException {
    Map<Attribute, List<FacetValue>> facets = new EnumMap<>(Attribute.class);
    for (Attribute attribute : request.facets()) {
      List<Filter.AnyOf> own = own(attribute);
      HitSet counted = own.isEmpty() ? all() : without(own);
      facets.put(
          attribute, FacetCounts.of(counted, attribute).top(request.facetSize(), chosen(own)));
    }
    return facets;
  }

  /** When the articles were published, if the request wants to know, else null. */
  @Nullable Timeline timeline(Instant asOf) throws IOException {
    return request.timeline() == null
        ? null
        : TimelineCounts.of(all(), request, request.timeline(), asOf);
  }

  private HitSet all() throws IOException {
    if (all == null) {
      all = HitSet.of(searcher, found, limit);
    }
    return all;
  }

  private HitSet without(List<Filter.AnyOf> own) throws IOException {
    List<Filter> others =
        request.filters().stream().filter(filter -> !own.contains(filter)).toList();
    return HitSet.of(searcher, foundWith.apply(others), limit);
  }

  /** The filters that choose among the values of an attribute. */
  private List<Filter.AnyOf> own(Attribute attribute) {
    return request.filters().stream()
        .filter(Filter.AnyOf.class::isInstance)
        .map(Filter.AnyOf.class::cast)
        .filter(filter -> filter.attribute() == attribute)
        .toList();
  }

  private static List<FacetTerm> chosen(List<Filter.AnyOf> filters) {
    return filters.stream()
        .flatMap(filter -> filter.values().stream().map(value -> term(filter, value)))
        .sorted(Comparator.comparing(FacetTerm::text))
        .toList();
  }

  private static FacetTerm term(Filter.AnyOf filter, String value) {
    return FacetTerm.of(Filters.kept(filter.attribute(), value));
  }
}
