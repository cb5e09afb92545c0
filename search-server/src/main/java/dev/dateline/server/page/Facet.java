package dev.dateline.server.page;

import dev.dateline.index.FacetValue;
import dev.dateline.index.SearchParameter;
import dev.dateline.index.SearchParameters;
import dev.dateline.index.ValueList;
import dev.dateline.query.Attribute;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A fact by which the articles can be narrowed: its most frequent values, as boxes to tick.
 *
 * @param name the name of its parameter
 * @param label what it is called
 * @param values its values, those of most articles first
 * @param more the address of the same page with more values, or null where these are all
 */
public record Facet(String name, String label, List<Value> values, @Nullable String more) {

  /** Values of a facet at first: as many as can be looked over. */
  static final int FIRST = 8;

  private static final int MORE = 100;

  /** What the page counts, in the order in which it is shown. */
  static final Map<Attribute, String> LABELS = labels();

  /**
   * A value.
   *
   * @param value as the parameter takes it
   * @param label as people read it
   * @param articles how many articles have it
   * @param chosen whether the search is narrowed to it
   */
  public record Value(String value, String label, String articles, boolean chosen) {}

  static Facet of(
      Attribute attribute, List<FacetValue> counted, int size, PageParameters parameters) {
    SearchParameter parameter = Objects.requireNonNull(SearchParameters.named(attribute.label()));
    Map<String, String> given = new LinkedHashMap<>();
    for (String value : ValueList.read(parameters.all(parameter))) {
      given.put(folded(value), value);
    }
    List<Value> values = new ArrayList<>();
    for (FacetValue each : counted) {
      boolean chosen = given.remove(folded(each.value())) != null;
      values.add(value(attribute, each.value(), count(each.articles()), chosen));
    }
    // Spelled in a way that is not recognized here: it stays ticked, so that the form loses
    // nothing.
    given.values().forEach(value -> values.add(value(attribute, value, "", true)));
    values.sort(Comparator.comparing(value -> !value.chosen()));
    String more =
        counted.size() < size || size >= MORE
            ? null
            : parameters.with(SearchParameter.FACET_SIZE, Integer.toString(MORE)).link();
    return new Facet(
        parameter.label(), Objects.requireNonNull(LABELS.get(attribute)), values, more);
  }

  private static Value value(Attribute attribute, String value, String articles, boolean chosen) {
    String label = attribute == Attribute.LANGUAGE ? language(value) : value;
    return new Value(ValueList.write(value), label, articles, chosen);
  }

  private static String count(long articles) {
    return String.format(Locale.ENGLISH, "%,d", articles);
  }

  /** A language as people call it: "Amharic" for {@code am}. */
  static String language(String tag) {
    String name = Locale.forLanguageTag(tag).getDisplayName(Locale.ENGLISH);
    return name.isEmpty() ? tag : name;
  }

  /** Values that differ in case and diacritics alone are one. */
  private static String folded(String value) {
    return Normalizer.normalize(value, Normalizer.Form.NFD)
        .replaceAll("\\p{M}", "")
        .toLowerCase(Locale.ROOT);
  }

  private static Map<Attribute, String> labels() {
    Map<Attribute, String> labels = new LinkedHashMap<>();
    labels.put(Attribute.SECTION, "Section");
    labels.put(Attribute.SOURCE, "Source");
    labels.put(Attribute.TAG, "Subject");
    labels.put(Attribute.AUTHOR, "Author");
    labels.put(Attribute.LANGUAGE, "Language");
    return labels;
  }
}
