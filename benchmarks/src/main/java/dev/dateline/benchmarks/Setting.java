package dev.dateline.benchmarks;

import java.util.Arrays;

/** Arguments of a benchmark that are written {@code name=value}. */
public final class Setting {

  private Setting() {}

  /** The value of the first argument of that name, or another one. */
  public static String of(String[] arguments, String name, String otherwise) {
    return Arrays.stream(arguments)
        .filter(argument -> argument.startsWith(name + "="))
        .map(argument -> argument.substring(name.length() + 1))
        .findFirst()
        .orElse(otherwise);
  }
}
