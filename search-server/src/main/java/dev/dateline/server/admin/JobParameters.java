package dev.dateline.server.admin;

import dev.dateline.index.ParameterException;
import dev.dateline.query.Spelling;
import dev.dateline.server.http.Call;
import dev.dateline.server.http.ProblemException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads the parameters of a job as strictly as those of a search. */
final class JobParameters {

  private JobParameters() {}

  /**
   * Makes sure that there is none.
   *
   * @throws ParameterException if there is one
   */
  static void none(Call call) {
    check(call, List.of());
  }

  /**
   * The only parameter, a whole number.
   *
   * @param otherwise what holds where it is not given
   * @throws ParameterException if it is no such number, or there is another parameter
   */
  static int whole(Call call, String name, int least, int most, int otherwise) {
    check(call, List.of(name));
    List<String> values = call.parameters().getOrDefault(name, List.of());
    if (values.isEmpty()) {
      return otherwise;
    }
    String value = String.join(",", values);
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
   * The only parameter, {@code true} or {@code false}.
   *
   * @param otherwise what holds where it is not given
   * @throws ParameterException if it is neither, or there is another parameter
   */
  static boolean flag(Call call, String name, boolean otherwise) {
    check(call, List.of(name));
    List<String> values = call.parameters().getOrDefault(name, List.of());
    String value = values.isEmpty() ? Boolean.toString(otherwise) : String.join(",", values);
    return switch (value) {
      case "true" -> true;
      case "false" -> false;
      default -> throw wrong(name, value, name + ": true or false", null);
    };
  }

  private static void check(Call call, List<String> known) {
    for (Map.Entry<String, List<String>> given : call.parameters().entrySet()) {
      String name = given.getKey();
      if (!known.contains(name)) {
        throw wrong(
            name,
            String.join(",", given.getValue()),
            "there is no parameter " + name,
            Spelling.nearest(name, known));
      }
    }
    if (call.body().length > 0) {
      throw new ProblemException(
          400,
          "unexpected-body",
          "there is nothing to say in a body; parameters stand in the address");
    }
  }

  private static ParameterException wrong(
      String name, String value, String message, @Nullable String suggestion) {
    return new ParameterException(
        List.of(new ParameterException.Problem(name, value, message, suggestion)));
  }
}
