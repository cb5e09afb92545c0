package dev.dateline.benchmarks.guard;

import dev.dateline.benchmarks.queries.QueryClass;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A build that runs in a process of its own, and does what it is told to. Used by one thread. */
final class Build implements AutoCloseable {

  private final Path jar;
  private final Process process;
  private final BufferedReader out;
  private final PrintStream in;

  /**
   * Starts a build.
   *
   * @param jar all classes of the build
   * @param classes those of the benchmarks, which come before the build's own
   * @param articles in the index, which is made by the build and kept beside the jar
   */
  static Build start(Path jar, Path classes, int articles, long seed, String[] options)
      throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of(options));
    command.addAll(List.of("-Xmx1g", "-cp", classes + File.pathSeparator + jar));
    command.add(Worker.class.getName());
    command.addAll(List.of("" + articles, "" + seed, jar + "-" + articles + "-" + seed));
    Process process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    return new Build(jar, process);
  }

  private Build(Path jar, Process process) {
    this.jar = jar;
    this.process = process;
    this.out = process.inputReader(StandardCharsets.UTF_8);
    this.in = new PrintStream(process.getOutputStream(), true, StandardCharsets.UTF_8);
  }

  /** Returns when it can be asked. */
  void await() throws IOException {
    if (!answer().equals(Batch.READY)) {
      throw new IOException(jar + " does not start as these benchmarks expect");
    }
  }

  /** Asks all queries of a class. */
  Batch ask(QueryClass kind) throws IOException {
    in.println(kind.name());
    return Batch.parse(answer());
  }

  private String answer() throws IOException {
    String line = out.readLine();
    if (line == null) {
      throw new IOException(
          jar + " has ended; its API may be too old or too new for these benchmarks");
    }
    return line;
  }

  @Override
  public void close() {
    in.close();
    process.destroy();
  }
}
