package dev.dateline.server.api;

import dev.dateline.index.SearchParameter;
import dev.dateline.index.SearchParameters;
import dev.dateline.server.feed.FeedFormat;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.StringJoiner;
import java.util.stream.Collectors;

/**
 * A search as it stands in an address: its parameters under their documented names and in the order
 * of the documentation, so that one search has one address.
 */
final class SearchAddress {

  /** Which of the articles are wanted, and what of them. */
  private static final Set<SearchParameter> PAGING =
      Set.of(
          SearchParameter.PAGE,
          SearchParameter.PAGE_SIZE,
          SearchParameter.CURSOR,
          SearchParameter.FIELDS,
          SearchParameter.TIMEOUT);

  /** What narrows a search and can be said in its title. */
  private static final List<SearchParameter> NARROWING =
      List.of(
          SearchParameter.SOURCE,
          SearchParameter.DOMAIN,
          SearchParameter.SECTION,
          SearchParameter.AUTHOR,
          SearchParameter.TAG,
          SearchParameter.LANG,
          SearchParameter.FROM,
          SearchParameter.TO,
          SearchParameter.WHEN);

  private final Map<SearchParameter, List<String>> given = new EnumMap<>(SearchParameter.class);

  /**
   * The address of what was asked.
   *
   * @param parameters by any of their names; all of them are parameters of a search
   */
  SearchAddress(Map<String, List<String>> parameters) {
    parameters.forEach(
        (name, values) -> {
          SearchParameter parameter = SearchParameters.named(name);
          List<String> present = values.stream().filter(value -> !value.isBlank()).toList();
          if (parameter != null && !present.isEmpty()) {
            given.put(parameter, present);
          }
        });
  }

  boolean has(SearchParameter parameter) {
    return given.containsKey(parameter);
  }

  /** What is sought, whatever is shown of it: {@code q=ferry&lang=en}. */
  String search() {
    return text(without(PAGING));
  }

  /** All of it, as a feed. */
  String of(FeedFormat format) {
    return joined(text(given), "format=" + format.text());
  }

  /** The feed of what follows. */
  String after(String cursor, FeedFormat format) {
    Map<SearchParameter, List<String>> there = without(Set.of(SearchParameter.PAGE));
    there.put(SearchParameter.CURSOR, List.of(cursor));
    return joined(text(there), "format=" + format.text());
  }

  /** What a person calls it: {@code ferry, lang en – Dateline}. */
  String title() {
    List<String> parts = new ArrayList<>(given.getOrDefault(SearchParameter.Q, List.of()));
    for (SearchParameter parameter : NARROWING) {
      if (has(parameter)) {
        parts.add(parameter.label() + " " + String.join(", ", given.get(parameter)));
      }
    }
    return parts.isEmpty() ? "Dateline" : String.join(", ", parts) + " – Dateline";
  }

  private Map<SearchParameter, List<String>> without(Set<SearchParameter> some) {
    Map<SearchParameter, List<String>> rest = new EnumMap<>(given);
    rest.keySet().removeAll(some);
    return rest;
  }

  private static String text(Map<SearchParameter, List<String>> parameters) {
    return parameters.entrySet().stream()
        .flatMap(entry -> entry.getValue().stream().map(value -> pair(entry.getKey(), value)))
        .collect(Collectors.joining("&"));
  }

  private static String pair(SearchParameter parameter, String value) {
    return parameter.label() + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8);
  }

  private static String joined(String some, String other) {
    StringJoiner joined = new StringJoiner("&");
    if (!some.isEmpty()) {
      joined.add(some);
    }
    return joined.add(other).toString();
  }
}
