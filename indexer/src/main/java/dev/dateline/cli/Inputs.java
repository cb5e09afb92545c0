package dev.dateline.cli;

import dev.dateline.ingest.Ingest;
import dev.dateline.ingest.Sink;
import dev.dateline.ingest.reader.Outcome;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/**
 * Where a command reads articles from.
 *
 * @param paths files and folders; {@code -} is the standard input
 * @param gone files that were to be read again, and are no longer there
 */
record Inputs(List<Path> paths, List<Path> gone) {

  /** The name of the standard input, and of any stream that was kept. */
  static final String STREAM = "-";

  private static final Path STANDARD_INPUT = Path.of(STREAM);

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
    return new Inputs(paths, List.of());
  }

  /** The same, and files that failed. */
  Inputs and(Collection<String> failed) {
    List<Path> all = new ArrayList<>(paths);
    List<Path> gone = new ArrayList<>();
    for (String name : failed) {
      Path path = Path.of(name);
      (Files.exists(path) ? all : gone).add(path);
    }
    return new Inputs(all, gone);
  }

  boolean isEmpty() {
    return paths.isEmpty();
  }

  /** Whether there is something whose size cannot be known. */
  boolean hasStreams() {
    return paths.stream().anyMatch(Inputs::isStream);
  }

  /** The files and folders. */
  List<Path> files() {
    return paths.stream().filter(path -> !isStream(path)).toList();
  }

  /** What can be read once: the standard input, or a pipe, such as a shell makes. */
  private static boolean isStream(Path path) {
    return path.equals(STANDARD_INPUT)
        || (Files.exists(path) && !Files.isRegularFile(path) && !Files.isDirectory(path));
  }

  /** How a stream is read. */
  @FunctionalInterface
  interface StreamReading {
    void read(String name, InputStream in, Sink sink) throws IOException;
  }

  /**
   * Names the files that are gone, and reads the files and folders, then the streams.
   *
   * @param index the folder of the index, whose own files are no input, or null
   * @throws IOException if the sink throws it
   */
  void read(@Nullable Path index, InputStream standardInput, Sink sink) throws IOException {
    read(index, standardInput, sink, Ingest::read);
  }

  /** The same, with streams read in another way. */
  void read(@Nullable Path index, InputStream standardInput, Sink sink, StreamReading streams)
      throws IOException {
    for (Path path : gone) {
      sink.accept(path, new Outcome.Malformed(path.toString(), "", "it is no longer there"));
    }
    Ingest.read(files(), index, sink);
    for (Path path : paths) {
      if (path.equals(STANDARD_INPUT)) {
        streams.read(STREAM, standardInput, sink);
      } else if (isStream(path)) {
        try (InputStream in = Files.newInputStream(path)) {
          streams.read(path.toString(), in, sink);
        }
      }
    }
  }
}
