package dev.dateline.index;

import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;

/**
 * Reads a {@link SimilarRequest} from named parameters, as strictly as {@link SearchParameters}.
 */
public final class SimilarParameters {

  private SimilarParameters() {}

  /**
   * The request that these parameters make.
   *
   * @param id the id of the article
   * @param given names, or their aliases, and the values given to each
   * @throws ParameterException if a name is not known, a value is not one, or a single-valued
   *     parameter has two values
   */
  public static SimilarRequest parse(String id, Map<String, List<String>> given) {
    NamedParameters parameters = new NamedParameters(ParameterSet.SIMILAR, given);
    SimilarRequest.Builder request = SimilarRequest.builder(id);
    ZoneId[] zone = {ZoneOffset.UTC};
    parameters.one(SearchParameter.TZ, ParameterValues::zone, named -> zone[0] = named);
    request.zone(zone[0]);
    FilterParameters.read(parameters, zone[0], request::filter);
    parameters.one(
        SearchParameter.BEFORE,
        value -> ParameterValues.startOf(value, zone[0]),
        until -> request.filter(new Filter.Published(null, until)));
    parameters.one(
        SearchParameter.BACKGROUND,
        value -> ParameterValues.flag(value, "true", "false"),
        request::background);
    parameters.one(
        SearchParameter.AS_OF, value -> ParameterValues.startOf(value, zone[0]), request::asOf);
    parameters.one(
        SearchParameter.PAGE_SIZE,
        value -> ParameterValues.whole(value, SimilarRequest.MAX_PAGE_SIZE),
        request::pageSize);
    parameters.many(
        SearchParameter.FIELDS,
        value -> ParameterValues.choice(value, ResultField.values()),
        request::fields);
    parameters.check();
    return request.build();
  }
}
