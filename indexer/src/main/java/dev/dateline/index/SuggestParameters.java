package dev.dateline.index;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Reads a {@link SuggestRequest} from named parameters, as strictly as {@link SearchParameters}.
 */
public final class SuggestParameters {

  private String text = "";
  private Set<Suggestion.Kind> kinds = Set.of();
  private int limit = SuggestRequest.DEFAULT_LIMIT;

  private SuggestParameters() {}

  /**
   * The request that these parameters make.
   *
   * @param given names, or their aliases, and the values given to each
   * @throws ParameterException if a name is not known, a value is not one, or a single-valued
   *     parameter has two values
   */
  public static SuggestRequest parse(Map<String, List<String>> given) {
    NamedParameters parameters = new NamedParameters(ParameterSet.SUGGEST, given);
    SuggestParameters reading = new SuggestParameters();
    parameters.one(SearchParameter.Q, value -> value, value -> reading.text = value);
    parameters.many(
        SearchParameter.KINDS,
        value -> ParameterValues.choice(value, Suggestion.Kind.values()),
        values -> reading.kinds = values);
    parameters.one(
        SearchParameter.LIMIT,
        value -> ParameterValues.whole(value, SuggestRequest.MAX_LIMIT),
        value -> reading.limit = value);
    parameters.check();
    return new SuggestRequest(reading.text, reading.kinds, reading.limit);
  }
}
