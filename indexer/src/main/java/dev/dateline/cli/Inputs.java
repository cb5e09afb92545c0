package dev.dateline.cli;

import dev.dateline.ingest.Ingest;
import dev.dateline.ingest.Sink;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/**
 * Where a command reads articles from.
 *
 * @param paths files and folders; {@code -} is the standard input
 */
record Inputs(List<Path> paths) {

  private static final Path STANDARD_INPUT = Path.of("-");

  /**
   * The paths that were typed.
   *
   * @throws ParameterException if one does not exist
   */
  static Inputs of(List<Path> paths, CommandLine command) {
    for (Path path : paths) {
      if (!path.equals(STANDARD_INPUT) && !Files.exists(path)) {
        throw new ParameterException(command, path + " does not exist");
      }
    }
    return new Inputs(paths);
  }

  boolean isEmpty() {
    return paths.isEmpty();
  }

  boolean hasStandardInput() {
    return paths.contains(STANDARD_INPUT);
  }

  /** The files and folders. */
  List<Path> files() {
    return paths.stream().filter(Predicate.not(STANDARD_INPUT::equals)).toList();
  }

  /**
   * Reads the files and folders, then the standard input.
   *
   * @param index the folder of the index, whose own files are no input, or null
   * @throws IOException if the sink throws it
   */
  void read(@Nullable Path index, InputStream standardInput, Sink sink) throws IOException {
    Ingest.read(files(), index, sink);
    if (hasStandardInput()) {
      Ingest.read(STANDARD_INPUT.toString(), standardInput, sink);
    }
  }
}
