package dev.dateline.cli;

import dev.dateline.lucene.FailureList;
import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The option {@code --failures} of the commands that read documents; a mixin. */
final class FailuresOption {

  @Option(
      names = "--failures",
      paramLabel = "FILE",
      description =
          "where to name what was skipped, as JSON Lines (failures.jsonl in the folder of the"
              + " index)")
  private @Nullable Path file;

  /** The file. */
  Path file(IndexOption index) {
    return file == null ? FailureList.of(index.folder()) : file;
  }

  /** Starts the file. */
  Failures open(IndexOption index) throws IOException {
    return new Failures(file(index));
  }
}
