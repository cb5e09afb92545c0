package dev.dateline.server.page;

import dev.dateline.index.SearchParameter;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The fields of the form as they were filled in.
 *
 * @param q the query as it was typed
 * @param orders the orders to choose from
 * @param ages how old articles may be, to choose from
 * @param from the first day as it was given, or empty
 * @param to the last day as it was given, or empty
 * @param kept what else was given and is kept by a new search
 */
public record SearchForm(
    String q, List<Choice> orders, List<Choice> ages, String from, String to, List<Hidden> kept) {

  /** One of several values of a field. */
  public record Choice(String value, String label, boolean chosen) {}

  /** A field of the form that is not shown. */
  public record Hidden(String name, String value) {}

  /** What the form always has fields for, and what a new search starts anew. */
  private static final Set<SearchParameter> SHOWN =
      EnumSet.of(
          SearchParameter.Q,
          SearchParameter.ORDER_BY,
          SearchParameter.FROM,
          SearchParameter.TO,
          SearchParameter.WHEN,
          SearchParameter.PAGE);

  private static final List<Choice> AGES =
      List.of(
          new Choice("", "Any time", false),
          new Choice("24h", "Past 24 hours", false),
          new Choice("7d", "Past week", false),
          new Choice("30d", "Past month", false),
          new Choice("1y", "Past year", false));

  private static final Set<SearchParameter> FACETS =
      EnumSet.of(
          SearchParameter.SOURCE,
          SearchParameter.SECTION,
          SearchParameter.AUTHOR,
          SearchParameter.TAG,
          SearchParameter.LANG);

  /**
   * The form for these parameters.
   *
   * @param hasFacets whether the page has boxes for the values of facets
   */
  static SearchForm of(PageParameters parameters, boolean hasFacets) {
    return new SearchForm(
        parameters.first(SearchParameter.Q),
        orders(parameters),
        choices(parameters.first(SearchParameter.WHEN), AGES),
        parameters.first(SearchParameter.FROM),
        parameters.first(SearchParameter.TO),
        kept(parameters, hasFacets));
  }

  /** The type of a field for this date: an instant has no place in a field for days. */
  public static String typeFor(String date) {
    return date.isEmpty() || date.matches("\\d{4}-\\d\\d-\\d\\d") ? "date" : "text";
  }

  /** An age as the form has it: "Past week" for {@code 7d}; another one as it was given. */
  static String age(String given) {
    return AGES.stream()
        .filter(age -> age.value().equals(given))
        .map(Choice::label)
        .findFirst()
        .orElse(given);
  }

  /** Without words there is no best match. */
  private static List<Choice> orders(PageParameters parameters) {
    String given = parameters.first(SearchParameter.ORDER_BY);
    Choice oldest = new Choice("oldest", "Oldest first", false);
    return parameters.has(SearchParameter.Q)
        ? choices(
            given,
            List.of(
                new Choice("", "Best match", false),
                new Choice("newest", "Newest first", false),
                oldest))
        : choices(
            given.equals("newest") ? "" : given,
            List.of(new Choice("", "Newest first", false), oldest));
  }

  /** The choices with the given one chosen, which is added where it is none of them. */
  private static List<Choice> choices(String given, List<Choice> choices) {
    List<Choice> all =
        choices.stream()
            .map(each -> new Choice(each.value(), each.label(), each.value().equals(given)))
            .toList();
    return all.stream().anyMatch(Choice::chosen)
        ? all
        : Stream.concat(all.stream(), Stream.of(new Choice(given, given, true))).toList();
  }

  private static List<Hidden> kept(PageParameters parameters, boolean hasFacets) {
    List<Hidden> kept = new ArrayList<>();
    for (SearchParameter parameter : SearchParameter.values()) {
      if (!SHOWN.contains(parameter) && !(hasFacets && FACETS.contains(parameter))) {
        parameters.all(parameter).forEach(value -> kept.add(new Hidden(parameter.label(), value)));
      }
    }
    return kept;
  }
}
