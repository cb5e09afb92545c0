package dev.dateline.cli;

import java.nio.file.Path;
import picocli.CommandLine.Option;

/** The option {@code --index DIR} of every command that needs an index; a mixin. */
public final class IndexOption {

  @Option(
      names = "--index",
      paramLabel = "DIR",
      order = 100,
      defaultValue = "${env:DATELINE_INDEX:-dateline-index}",
      description = "the folder of the index, by default DATELINE_INDEX (${DEFAULT-VALUE})")
  private Path folder = Path.of("dateline-index");

  /** The folder of the index; need not exist. */
  public Path folder() {
    return folder;
  }
}
