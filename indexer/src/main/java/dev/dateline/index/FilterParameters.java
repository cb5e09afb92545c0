package dev.dateline.index;

import dev.dateline.query.Ages;
import dev.dateline.query.Attribute;
import java.time.Instant;
import java.time.ZoneId;
import java.util.function.Consumer;

/** Reads the conditions that an article has to meet from named parameters. */
final class FilterParameters {

  private final NamedParameters parameters;
  private final Consumer<Filter> use;

  private FilterParameters(NamedParameters parameters, Consumer<Filter> use) {
    this.parameters = parameters;
    this.use = use;
  }

  /**
   * Reads all conditions.
   *
   * @param zone the zone of dates
   * @param use takes each condition
   */
  static void read(NamedParameters parameters, ZoneId zone, Consumer<Filter> use) {
    FilterParameters reading = new FilterParameters(parameters, use);
    reading.dates(zone);
    reading.attributes();
  }

  private void dates(ZoneId zone) {
    Instant[] span = new Instant[2];
    parameters.one(
        SearchParameter.FROM,
        value -> ParameterValues.startOf(value, zone),
        from -> span[0] = from);
    parameters.one(
        SearchParameter.TO, value -> ParameterValues.endOf(value, zone), until -> span[1] = until);
    if (span[0] != null && span[1] != null && !span[0].isBefore(span[1])) {
      parameters.problem(
          SearchParameter.TO, "the span from " + span[0] + " to " + span[1] + " is empty", null);
    } else if (span[0] != null || span[1] != null) {
      use.accept(new Filter.Published(span[0], span[1]));
    }
    parameters.one(
        SearchParameter.WHEN,
        value ->
            Ages.parse(value)
                .orElseThrow(
                    () -> new ParameterValues.BadValue("not an age, such as 12h, 7d or 2w", "7d")),
        age -> use.accept(new Filter.Within(age)));
  }

  private void attributes() {
    attribute(SearchParameter.SOURCE, Attribute.SOURCE);
    attribute(SearchParameter.DOMAIN, Attribute.DOMAIN);
    attribute(SearchParameter.SECTION, Attribute.SECTION);
    attribute(SearchParameter.AUTHOR, Attribute.AUTHOR);
    attribute(SearchParameter.TAG, Attribute.TAG);
    attribute(SearchParameter.LANG, Attribute.LANGUAGE);
    parameters.many(
        SearchParameter.EXCLUDE_DOMAIN,
        value -> value,
        values -> use.accept(new Filter.NoneOf(Attribute.DOMAIN, values)));
  }

  private void attribute(SearchParameter parameter, Attribute attribute) {
    parameters.many(
        parameter, value -> value, values -> use.accept(new Filter.AnyOf(attribute, values)));
  }
}
