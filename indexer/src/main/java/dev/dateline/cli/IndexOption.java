package dev.dateline.cli;

import java.nio.file.Path;
import picocli.CommandLine.Option;

/** The option {@code --index DIR} of every command that needs an index; a mixin. */
public final class IndexOption {

  private static final String DEFAULT = "dateline-index";

  @Option(
      names = "--index",
      paramLabel = "DIR",
      order = 100,
      defaultValue = "${env:DATELINE_INDEX:-" + DEFAULT + "}",
      description = "the folder of the index, by default DATELINE_INDEX (${DEFAULT-VALUE})")
  private Path folder = Path.of(DEFAULT);

  /** The folder of the index; need not exist. */
  public Path folder() {
    // A variable that is set to nothing must not mean the current folder.
    return folder.toString().isEmpty() ? Path.of(DEFAULT) : folder;
  }
}
