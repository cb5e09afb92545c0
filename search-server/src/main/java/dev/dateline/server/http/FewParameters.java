package dev.dateline.server.http;

import dev.dateline.index.ParameterException;
import dev.dateline.query.Spelling;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The parameters of an address that is no search, read as strictly as those of one. */
public final class FewParameters {

  private final Map<String, List<String>> given;

  private FewParameters(Map<String, List<String>> given) {
    this.given = given;
  }

  /**
   * Those of a call.
   *
   * @param known their names
   * @throws ParameterException if there is another one
   */
  public static FewParameters of(Call call, Collection<String> known) {
    Map<String, List<String>> given = call.parameters();
    for (Map.Entry<String, List<String>> each : given.entrySet()) {
      String name = each.getKey();
      if (!known.contains(name)) {
        throw wrong(
            name,
            String.join(",", each.getValue()),
            "there is no parameter " + name,
            Spelling.nearest(name, known));
      }
    }
    return new FewParameters(given);
  }

  /** The values that a parameter was given, in their order. */
  public List<String> values(String name) {
    return given.getOrDefault(name, List.of());
  }

  /**
   * A whole number.
   *
   * @param otherwise what holds where it is not given
   * @throws ParameterException if it is no such number
   */
  public int whole(String name, int least, int most, int otherwise) {
    if (values(name).isEmpty()) {
      return otherwise;
    }
    String value = String.join(",", values(name));
    try {
      int number = Integer.parseInt(value);
      if (number >= least && number <= most) {
        return number;
      }
    } catch (NumberFormatException e) {
      throw wrong(name, value, name + ": a whole number", null);
    }
    throw wrong(name, value, name + ": it is " + least + " or more", null);
  }

  /**
   * Whether something is {@code true} or {@code false}.
   *
   * @param otherwise what holds where it is not given
   * @throws ParameterException if it is neither
   */
  public boolean flag(String name, boolean otherwise) {
    if (values(name).isEmpty()) {
      return otherwise;
    }
    String value = String.join(",", values(name));
    return switch (value) {
      case "true" -> true;
      case "false" -> false;
      default ->
          throw wrong(
              name,
              value,
              name + ": true or false",
              Spelling.nearest(value, List.of("true", "false")));
    };
  }

  private static ParameterException wrong(
      String name, String value, String message, @Nullable String suggestion) {
    return new ParameterException(
        List.of(new ParameterException.Problem(name, value, message, suggestion)));
  }
}
