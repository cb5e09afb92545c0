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
import java.util.stream.Collectors;

/**
 * The parameters of the search page: those of the API, under their documented names, but for
 * cursors: pages have numbers. What else is in the address ({@code utm_source}) does not count, nor
 * do blank values, as forms send them. Cannot be changed.
 */
final class PageParameters {

  private final Map<SearchParameter, List<String>> given;

  private PageParameters(Map<SearchParameter, List<String>> given) {
    this.given = given;
  }

  static PageParameters of(Map<String, List<String>> parameters) {
    Map<SearchParameter, List<String>> given = new EnumMap<>(SearchParameter.class);
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
    return new PageParameters(given);
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

  /** All values as they were given. */
  List<String> all(SearchParameter parameter) {
    return given.getOrDefault(parameter, List.of());
  }

  boolean has(SearchParameter parameter) {
    return given.containsKey(parameter);
  }

  /** The same search with another value of one parameter. */
  PageParameters with(SearchParameter parameter, String value) {
    Map<SearchParameter, List<String>> changed = new EnumMap<>(given);
    changed.put(parameter, List.of(value));
    return new PageParameters(changed);
  }

  /** The same search without some of its parameters. */
  PageParameters without(SearchParameter... parameters) {
    Map<SearchParameter, List<String>> fewer = new EnumMap<>(SearchParameter.class);
    fewer.putAll(given);
    for (SearchParameter parameter : parameters) {
      fewer.remove(parameter);
    }
    return new PageParameters(fewer);
  }

  /** The same search without one of the values of a parameter. */
  PageParameters without(SearchParameter parameter, String value) {
    List<String> others = all(parameter).stream().filter(each -> !each.equals(value)).toList();
    PageParameters fewer = without(parameter);
    if (!others.isEmpty()) {
      fewer.given.put(parameter, others);
    }
    return fewer;
  }

  /** The address of the page of this search. */
  String link() {
    return given.isEmpty() ? "/" : "/?" + pairs();
  }

  /** The address of all that this search finds, in a format of the API. */
  String export(String format) {
    return "/v1/search?format=" + format + (given.isEmpty() ? "" : "&" + pairs());
  }

  /** Whether these are the same values of the same parameters. */
  boolean sameAs(PageParameters others) {
    return given.equals(others.given);
  }

  private String pairs() {
    return given.entrySet().stream()
        .flatMap(
            entry -> entry.getValue().stream().map(value -> pair(entry.getKey().label(), value)))
        .collect(Collectors.joining("&"));
  }

  private static String pair(String name, String value) {
    return name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8);
  }
}
