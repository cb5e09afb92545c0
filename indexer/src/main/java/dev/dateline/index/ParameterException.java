package dev.dateline.index;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Parameters of a search that cannot be understood: all of them, not only the first. */
public sealed class ParameterException extends IllegalArgumentException
    permits CursorExpiredException {

  private static final long serialVersionUID = 1;

  private final transient List<Problem> problems;

  /**
   * One parameter that cannot be understood.
   *
   * @param parameter its name as it was given
   * @param value its value as it was given
   * @param message what is wrong, in a sentence without a full stop
   * @param suggestion the name or the value that may have been meant, or null
   */
  public record Problem(
      String parameter, String value, String message, @Nullable String suggestion) {

    @Override
    public String toString() {
      return message + (suggestion == null ? "" : "; did you mean " + suggestion + "?");
    }
  }

  /**
   * Says what is wrong.
   *
   * @param problems at least one
   */
  public ParameterException(List<Problem> problems) {
    super(problems.stream().map(Problem::toString).collect(Collectors.joining("; ")));
    this.problems = List.copyOf(problems);
  }

  /** What is wrong, at least one. */
  public List<Problem> problems() {
    return problems;
  }
}
