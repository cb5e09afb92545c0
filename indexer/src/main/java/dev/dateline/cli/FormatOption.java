package dev.dateline.cli;

import picocli.CommandLine.Option;

/** The option {@code --format} of every command that answers; a mixin. */
final class FormatOption {

  private enum Format {
    text,
    json
  }

  @Option(
      names = "--format",
      paramLabel = "text|json",
      order = 101,
      defaultValue = "text",
      description = "for people, or for programs (${DEFAULT-VALUE})")
  private Format format = Format.text;

  /** Whether a program reads standard output, which then holds JSON and nothing else. */
  boolean isJson() {
    return format == Format.json;
  }
}
