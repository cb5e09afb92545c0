package dev.dateline.index;

import dev.dateline.query.TextPart;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads a {@link SearchRequest} from named parameters. One reading of a request; not safe for use
 * by several threads.
 */
public final class SearchParameters {

  private final SearchRequest.Builder request = SearchRequest.builder();
  private final NamedParameters parameters;

  private SearchParameters(NamedParameters parameters) {
    this.parameters = parameters;
  }

  /**
   * The request that these parameters make.
   *
   * @param parameters names, or their aliases, and the values given to each; lists may be given as
   *     several values or as one with commas, as {@link ValueList} has it; a blank value is as if
   *     it had not been given
   * @throws ParameterException if a name is not known, a value is not one, or a single-valued
   *     parameter has two values
   */
  public static SearchRequest parse(Map<String, List<String>> parameters) {
    SearchParameters reading =
        new SearchParameters(new NamedParameters(ParameterSet.SEARCH, parameters));
    reading.read();
    reading.parameters.check();
    return reading.request.build();
  }

  /** The parameter of this name or alias, or null. */
  public static @Nullable SearchParameter named(String name) {
    return ParameterSet.SEARCH.named(name);
  }

  private void read() {
    parameters.one(SearchParameter.TZ, ParameterValues::zone, request::zone);
    ZoneId zone = request.build().zone();
    parameters.one(SearchParameter.Q, value -> value, request::query);
    parameters.one(
        SearchParameter.MATCH,
        value -> ParameterValues.choice(value, Match.values()),
        request::match);
    parameters.many(
        SearchParameter.SEARCH_IN,
        value -> ParameterValues.choice(value, TextPart.values()),
        request::searchIn);
    FilterParameters.read(parameters, zone, request::filter);
    parameters.one(SearchParameter.ORDER_BY, ParameterValues::order, request::order);
    parameters.one(SearchParameter.RECENCY, ParameterValues::recency, request::recency);
    parameters.one(
        SearchParameter.AS_OF, value -> ParameterValues.startOf(value, zone), request::asOf);
    readPage();
    readCursor();
    parameters.one(
        SearchParameter.TOTAL,
        value -> ParameterValues.flag(value, "exact", "none"),
        request::total);
    parameters.many(
        SearchParameter.FIELDS,
        value -> ParameterValues.choice(value, ResultField.values()),
        request::fields);
    parameters.one(
        SearchParameter.HIGHLIGHT,
        value -> ParameterValues.flag(value, "true", "false"),
        request::highlight);
    parameters.many(SearchParameter.FACETS, ParameterValues::attribute, request::facets);
    parameters.one(
        SearchParameter.FACET_SIZE,
        value -> ParameterValues.whole(value, SearchRequest.MAX_FACET_SIZE),
        request::facetSize);
    parameters.one(
        SearchParameter.TIMELINE,
        value -> ParameterValues.choice(value, Interval.values()),
        request::timeline);
    parameters.one(
        SearchParameter.EXPLAIN,
        value -> ParameterValues.flag(value, "true", "false"),
        request::explain);
    parameters.one(SearchParameter.TIMEOUT, ParameterValues::timeout, request::timeout);
  }

  private void readPage() {
    int[] page = {1, SearchRequest.DEFAULT_PAGE_SIZE};
    int before = parameters.problems();
    parameters.one(
        SearchParameter.PAGE_SIZE,
        value -> ParameterValues.whole(value, SearchRequest.MAX_PAGE_SIZE),
        size -> page[1] = size);
    parameters.one(
        SearchParameter.PAGE,
        value -> ParameterValues.whole(value, SearchRequest.MAX_HITS),
        number -> page[0] = number);
    if (parameters.problems() > before) {
      return;
    }
    if ((long) page[0] * page[1] > SearchRequest.MAX_HITS) {
      int last = SearchRequest.MAX_HITS / page[1];
      String message =
          "page x page-size is at most " + SearchRequest.MAX_HITS + ": the last page is " + last;
      parameters.problem(SearchParameter.PAGE, message, Integer.toString(last));
    } else {
      request.page(page[0]).pageSize(page[1]);
    }
  }

  private void readCursor() {
    if (parameters.has(SearchParameter.CURSOR) && parameters.has(SearchParameter.PAGE)) {
      parameters.problem(
          SearchParameter.PAGE, "a cursor says which hits follow: leave out the page", null);
    } else {
      parameters.one(SearchParameter.CURSOR, value -> value, request::cursor);
    }
  }
}
