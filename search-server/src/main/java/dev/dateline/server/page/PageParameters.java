package dev.dateline.server.page;

import dev.dateline.index.SearchParameter;
import dev.dateline.index.SearchParameters;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The parameters of the search page: those of the API, under their documented names, but for
 * cursors: pages have numbers. What else is in the address ({@code utm_source}) does not count, nor
 * do blank values, as forms send them.
 */
final class PageParameters {

  /** What the form has fields for, and what a new search starts anew. */
  private static final Set<SearchParameter> IN_FORM =
      Set.of(
          SearchParameter.Q,
          SearchParameter.ORDER_BY,
          SearchParameter.FROM,
          SearchParameter.TO,
          SearchParameter.PAGE);

  private final Map<SearchParameter, List<String>> given = new EnumMap<>(SearchParameter.class);

  PageParameters(Map<String, List<String>> parameters) {
    parameters.forEach(
        (name, values) -> {
          SearchParameter parameter = SearchParameters.named(name);
          if (parameter != null && parameter != SearchParameter.CURSOR) {
            values.stream()
                .filter(value -> !value.isBlank())
                .forEach(
                    value -> given.computeIfAbsent(parameter, key -> new ArrayList<>()).add(value));
          }
        });
  }

  /** For {@link SearchParameters#parse}. */
  Map<String, List<String>> named() {
    Map<String, List<String>> named = new LinkedHashMap<>();
    given.forEach((parameter, values) -> named.put(parameter.label(), values));
    return named;
  }

  /** The first value as it was given, or an empty text. */
  String first(SearchParameter parameter) {
    return given.getOrDefault(parameter, List.of("")).getFirst();
  }

  boolean has(SearchParameter parameter) {
    return given.containsKey(parameter);
  }

  /** What a new search from the form keeps, though it has no field for it. */
  List<SearchPage.Field> kept() {
    List<SearchPage.Field> kept = new ArrayList<>();
    given.forEach(
        (parameter, values) -> {
          if (!IN_FORM.contains(parameter)) {
            values.forEach(value -> kept.add(new SearchPage.Field(parameter.label(), value)));
          }
        });
    return kept;
  }

  /** The address of another page of this search. */
  String linkToPage(int page) {
    Map<SearchParameter, List<String>> there = new EnumMap<>(given);
    there.put(SearchParameter.PAGE, List.of(Integer.toString(page)));
    return there.entrySet().stream()
        .flatMap(
            entry -> entry.getValue().stream().map(value -> pair(entry.getKey().label(), value)))
        .collect(Collectors.joining("&", "/?", ""));
  }

  private static String pair(String name, String value) {
    return name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8);
  }
}
