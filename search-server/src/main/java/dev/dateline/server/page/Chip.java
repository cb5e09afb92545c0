package dev.dateline.server.page;

import dev.dateline.index.SearchParameter;
import dev.dateline.index.ValueList;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A condition of the search besides its words, which can be taken away.
 *
 * @param label what it is, such as "Source: Sea Post"
 * @param without the address of the same search without it
 */
public record Chip(String label, String without) {

  private static final Map<SearchParameter, String> LABELS = labels();

  /** All conditions, in the order of the parameters. */
  static List<Chip> of(PageParameters parameters) {
    PageParameters first = parameters.without(SearchParameter.PAGE);
    List<Chip> chips = new ArrayList<>();
    LABELS.forEach(
        (parameter, label) ->
            parameters
                .all(parameter)
                .forEach(
                    value ->
                        chips.add(
                            new Chip(
                                label + ": " + shown(parameter, value),
                                first.without(parameter, value).link()))));
    return chips;
  }

  /** A value in the words that the form and the facets have for it. */
  private static String shown(SearchParameter parameter, String value) {
    return switch (parameter) {
      case FROM, TO -> DateText.ofParameter(value);
      case WHEN -> SearchForm.age(value);
      case LANG ->
          ValueList.read(List.of(value)).stream()
              .map(Facet::language)
              .collect(Collectors.joining(", "));
      default -> value;
    };
  }

  /** The search with none of its conditions. */
  static PageParameters without(PageParameters parameters) {
    return parameters
        .without(SearchParameter.PAGE)
        .without(LABELS.keySet().toArray(SearchParameter[]::new));
  }

  private static Map<SearchParameter, String> labels() {
    Map<SearchParameter, String> labels = new EnumMap<>(SearchParameter.class);
    labels.put(SearchParameter.MATCH, "Match");
    labels.put(SearchParameter.SEARCH_IN, "Only in");
    labels.put(SearchParameter.FROM, "From");
    labels.put(SearchParameter.TO, "To");
    labels.put(SearchParameter.WHEN, "Age");
    labels.put(SearchParameter.SOURCE, "Source");
    labels.put(SearchParameter.DOMAIN, "Site");
    labels.put(SearchParameter.EXCLUDE_DOMAIN, "Not from");
    labels.put(SearchParameter.SECTION, "Section");
    labels.put(SearchParameter.AUTHOR, "Author");
    labels.put(SearchParameter.TAG, "Subject");
    labels.put(SearchParameter.LANG, "Language");
    return labels;
  }
}
