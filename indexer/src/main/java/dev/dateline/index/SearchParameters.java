package dev.dateline.index;

import dev.dateline.index.ParameterException.Problem;
import dev.dateline.query.Ages;
import dev.dateline.query.Attribute;
import dev.dateline.query.TextPart;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Reads a {@link SearchRequest} from named parameters. One reading of a request; not safe for use
 * by several threads.
 */
public final class SearchParameters {

  private static final Map<String, SearchParameter> BY_NAME = byName();

  private final SearchRequest.Builder request = SearchRequest.builder();
  private final List<Problem> problems = new ArrayList<>();
  private final Map<SearchParameter, Given> given = new EnumMap<>(SearchParameter.class);

  /** A parameter as it was given: under which of its names, and each of its values. */
  private record Given(String name, List<String> values) {}

  private SearchParameters() {}

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
    SearchParameters reading = new SearchParameters();
    parameters.forEach(reading::take);
    reading.read();
    if (!reading.problems.isEmpty()) {
      throw new ParameterException(reading.problems);
    }
    return reading.request.build();
  }

  /** The parameter of this name or alias, or null. */
  public static @Nullable SearchParameter named(String name) {
    return BY_NAME.get(name);
  }

  private void take(String name, List<String> values) {
    SearchParameter parameter = named(name);
    List<String> present =
        values.stream().map(String::strip).filter(value -> !value.isEmpty()).toList();
    if (parameter == null) {
      String suggestion = Spelling.nearest(name, BY_NAME.keySet());
      problems.add(
          new Problem(name, String.join(",", values), "there is no parameter " + name, suggestion));
    } else if (!present.isEmpty()) {
      Given before = given.put(parameter, new Given(name, present));
      if (before != null) {
        problem(
            parameter, before.name() + " and " + name + " are two names of one parameter", null);
      }
    }
  }

  private void read() {
    one(SearchParameter.TZ, ParameterValues::zone, request::zone);
    ZoneId zone = request.build().zone();
    one(SearchParameter.Q, value -> value, request::query);
    one(
        SearchParameter.MATCH,
        value -> ParameterValues.choice(value, Match.values()),
        request::match);
    many(
        SearchParameter.SEARCH_IN,
        value -> ParameterValues.choice(value, TextPart.values()),
        request::searchIn);
    readDates(zone);
    attribute(SearchParameter.SOURCE, Attribute.SOURCE);
    attribute(SearchParameter.DOMAIN, Attribute.DOMAIN);
    attribute(SearchParameter.SECTION, Attribute.SECTION);
    attribute(SearchParameter.AUTHOR, Attribute.AUTHOR);
    attribute(SearchParameter.TAG, Attribute.TAG);
    attribute(SearchParameter.LANG, Attribute.LANGUAGE);
    many(
        SearchParameter.EXCLUDE_DOMAIN,
        value -> value,
        values -> request.filter(new Filter.NoneOf(Attribute.DOMAIN, values)));
    one(SearchParameter.ORDER_BY, ParameterValues::order, request::order);
    one(SearchParameter.RECENCY, ParameterValues::recency, request::recency);
    one(SearchParameter.AS_OF, value -> ParameterValues.startOf(value, zone), request::asOf);
    readPage();
    readCursor();
    one(
        SearchParameter.TOTAL,
        value -> ParameterValues.flag(value, "exact", "none"),
        request::total);
    many(
        SearchParameter.FIELDS,
        value -> ParameterValues.choice(value, ResultField.values()),
        request::fields);
    one(
        SearchParameter.HIGHLIGHT,
        value -> ParameterValues.flag(value, "true", "false"),
        request::highlight);
    many(SearchParameter.FACETS, ParameterValues::attribute, request::facets);
    one(
        SearchParameter.FACET_SIZE,
        value -> ParameterValues.whole(value, SearchRequest.MAX_FACET_SIZE),
        request::facetSize);
    one(
        SearchParameter.TIMELINE,
        value -> ParameterValues.choice(value, Interval.values()),
        request::timeline);
    one(
        SearchParameter.EXPLAIN,
        value -> ParameterValues.flag(value, "true", "false"),
        request::explain);
    one(SearchParameter.TIMEOUT, ParameterValues::timeout, request::timeout);
  }

  private void readDates(ZoneId zone) {
    Instant[] span = new Instant[2];
    one(
        SearchParameter.FROM,
        value -> ParameterValues.startOf(value, zone),
        from -> span[0] = from);
    one(SearchParameter.TO, value -> ParameterValues.endOf(value, zone), until -> span[1] = until);
    if (span[0] != null && span[1] != null && !span[0].isBefore(span[1])) {
      problem(
          SearchParameter.TO, "the span from " + span[0] + " to " + span[1] + " is empty", null);
    } else if (span[0] != null || span[1] != null) {
      request.filter(new Filter.Published(span[0], span[1]));
    }
    one(
        SearchParameter.WHEN,
        value ->
            Ages.parse(value)
                .orElseThrow(
                    () -> new ParameterValues.BadValue("not an age, such as 12h, 7d or 2w", "7d")),
        age -> request.filter(new Filter.Within(age)));
  }

  private void readPage() {
    int[] page = {1, SearchRequest.DEFAULT_PAGE_SIZE};
    int before = problems.size();
    one(
        SearchParameter.PAGE_SIZE,
        value -> ParameterValues.whole(value, SearchRequest.MAX_PAGE_SIZE),
        size -> page[1] = size);
    one(
        SearchParameter.PAGE,
        value -> ParameterValues.whole(value, SearchRequest.MAX_HITS),
        number -> page[0] = number);
    if (problems.size() > before) {
      return;
    }
    if ((long) page[0] * page[1] > SearchRequest.MAX_HITS) {
      int last = SearchRequest.MAX_HITS / page[1];
      String message =
          "page x page-size is at most " + SearchRequest.MAX_HITS + ": the last page is " + last;
      problem(SearchParameter.PAGE, message, Integer.toString(last));
    } else {
      request.page(page[0]).pageSize(page[1]);
    }
  }

  private void readCursor() {
    if (given.containsKey(SearchParameter.CURSOR) && given.containsKey(SearchParameter.PAGE)) {
      problem(SearchParameter.PAGE, "a cursor says which hits follow: leave out the page", null);
    } else {
      one(SearchParameter.CURSOR, value -> value, request::cursor);
    }
  }

  private void attribute(SearchParameter parameter, Attribute attribute) {
    many(parameter, value -> value, values -> request.filter(new Filter.AnyOf(attribute, values)));
  }

  /** Reads a parameter that has one value. */
  private <T> void one(SearchParameter parameter, Function<String, T> reader, Consumer<T> use) {
    Given values = given.get(parameter);
    if (values == null) {
      return;
    }
    if (values.values().size() > 1) {
      problem(parameter, parameter.label() + " takes one value", null);
      return;
    }
    try {
      use.accept(reader.apply(values.values().getFirst()));
    } catch (ParameterValues.BadValue e) {
      problem(parameter, parameter.label() + ": " + e.getMessage(), e.suggestion());
    }
  }

  /** Reads a parameter that has a list of values. */
  private <T> void many(
      SearchParameter parameter, Function<String, T> reader, Consumer<Set<T>> use) {
    Given values = given.get(parameter);
    if (values == null) {
      return;
    }
    try {
      Set<T> read =
          ValueList.read(values.values()).stream()
              .map(reader)
              .collect(Collectors.toCollection(LinkedHashSet::new));
      if (!read.isEmpty()) {
        use.accept(read);
      }
    } catch (ParameterValues.BadValue e) {
      problem(parameter, parameter.label() + ": " + e.getMessage(), e.suggestion());
    }
  }

  private void problem(SearchParameter parameter, String message, @Nullable String suggestion) {
    Given values = given.get(parameter);
    String name = values == null ? parameter.label() : values.name();
    String value = values == null ? "" : String.join(",", values.values());
    problems.add(new Problem(name, value, message, suggestion));
  }

  private static Map<String, SearchParameter> byName() {
    Map<String, SearchParameter> names = new LinkedHashMap<>();
    for (SearchParameter parameter : SearchParameter.values()) {
      names.put(parameter.label(), parameter);
      parameter.aliases().forEach(alias -> names.put(alias, parameter));
    }
    return names;
  }
}
