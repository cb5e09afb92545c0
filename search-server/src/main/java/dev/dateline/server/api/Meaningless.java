package dev.dateline.server.api;

import dev.dateline.index.ParameterException;
import dev.dateline.index.SearchParameter;
import dev.dateline.index.SearchParameters;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Parameters of a search that a form of its answer has no room for. */
final class Meaningless {

  private Meaningless() {}

  /**
   * Refuses parameters rather than to pass over what somebody wants.
   *
   * @param without what has no meaning
   * @param form the form, as in "csv, which is every article"
   * @throws ParameterException if there is one of them
   */
  static void refuse(
      Map<String, List<String>> parameters, Set<SearchParameter> without, String form) {
    List<ParameterException.Problem> problems =
        parameters.entrySet().stream()
            .filter(given -> isIn(without, given.getKey()))
            .filter(given -> given.getValue().stream().anyMatch(value -> !value.isBlank()))
            .map(given -> refused(given.getKey(), given.getValue(), form))
            .toList();
    if (!problems.isEmpty()) {
      throw new ParameterException(problems);
    }
  }

  private static boolean isIn(Set<SearchParameter> without, String name) {
    SearchParameter parameter = SearchParameters.named(name);
    return parameter != null && without.contains(parameter);
  }

  private static ParameterException.Problem refused(String name, List<String> values, String form) {
    String message = name + ": has no meaning for " + form + "; leave it out";
    return new ParameterException.Problem(name, String.join(",", values), message, null);
  }
}
