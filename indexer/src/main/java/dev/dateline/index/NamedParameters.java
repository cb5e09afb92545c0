package dev.dateline.index;

import dev.dateline.index.ParameterException.Problem;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Parameters as they were given to one question, and all that is wrong with them. Used by one
 * thread.
 */
final class NamedParameters {

  private final ParameterSet accepted;
  private final List<Problem> problems = new ArrayList<>();
  private final Map<SearchParameter, Given> given = new EnumMap<>(SearchParameter.class);

  /** A parameter as it was given: under which of its names, and each of its values. */
  private record Given(String name, List<String> values) {}

  /**
   * Takes what was given.
   *
   * @param accepted the parameters of the question
   * @param parameters names, or their aliases, and the values given to each
   */
  NamedParameters(ParameterSet accepted, Map<String, List<String>> parameters) {
    this.accepted = accepted;
    parameters.forEach(this::take);
  }

  private void take(String name, List<String> values) {
    SearchParameter parameter = accepted.named(name);
    List<String> present = new ArrayList<>(values.size());
    for (String value : values) {
      if (!value.isBlank()) {
        present.add(value.strip());
      }
    }
    if (parameter == null) {
      problems.add(
          new Problem(
              name,
              String.join(",", values),
              "there is no parameter " + name,
              accepted.nearest(name)));
    } else if (!present.isEmpty()) {
      Given before = given.put(parameter, new Given(name, present));
      if (before != null) {
        problem(
            parameter, before.name() + " and " + name + " are two names of one parameter", null);
      }
    }
  }

  /** Whether a parameter was given. */
  boolean has(SearchParameter parameter) {
    return given.containsKey(parameter);
  }

  /** Reads a parameter that has one value. */
  <T> void one(SearchParameter parameter, Function<String, T> reader, Consumer<T> use) {
    Given values = given.get(parameter);
    if (values == null) {
      return;
    }
    if (values.values().size() > 1) {
      problem(parameter, parameter.label() + " takes one value", null);
      return;
    }
    try {
      use.accept(reader.apply(values.values().getFirst()));
    } catch (ParameterValues.BadValue e) {
      problem(parameter, parameter.label() + ": " + e.getMessage(), e.suggestion());
    }
  }

  /** Reads a parameter that has a list of values. */
  <T> void many(SearchParameter parameter, Function<String, T> reader, Consumer<Set<T>> use) {
    Given values = given.get(parameter);
    if (values == null) {
      return;
    }
    try {
      Set<T> read =
          ValueList.read(values.values()).stream()
              .map(reader)
              .collect(Collectors.toCollection(LinkedHashSet::new));
      if (!read.isEmpty()) {
        use.accept(read);
      }
    } catch (ParameterValues.BadValue e) {
      problem(parameter, parameter.label() + ": " + e.getMessage(), e.suggestion());
    }
  }

  /** Notes what is wrong with a parameter, in a sentence without a full stop. */
  void problem(SearchParameter parameter, String message, @Nullable String suggestion) {
    Given values = given.get(parameter);
    String name = values == null ? parameter.label() : values.name();
    String value = values == null ? "" : String.join(",", values.values());
    problems.add(new Problem(name, value, message, suggestion));
  }

  /** How many problems there are until now. */
  int problems() {
    return problems.size();
  }

  /**
   * Ends the reading.
   *
   * @throws ParameterException if there is a problem
   */
  void check() {
    if (!problems.isEmpty()) {
      throw new ParameterException(problems);
    }
  }
}
