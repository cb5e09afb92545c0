package dev.dateline.server;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.dateline.JavaCommand;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The program in a process of its own, with its home in the repository. */
final class Program implements AutoCloseable {

  private static final Path HOME = Path.of("..").toAbsolutePath().normalize();

  private final Process process;
  private final Path out;

  private Program(Process process, Path out) {
    this.process = process;
    this.out = out;
  }

  /** Starts the program with these arguments; all that it prints goes to the file. */
  static Program start(Path out, Map<String, String> environment, String... arguments)
      throws IOException {
    List<String> line = JavaCommand.of(Main.class, "-Ddateline.home=" + HOME);
    line.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(line);
    builder.environment().keySet().removeIf(name -> name.startsWith("DATELINE_"));
    builder.environment().putAll(environment);
    builder.redirectErrorStream(true).redirectOutput(out.toFile());
    return new Program(builder.start(), out);
  }

  /** The number of its process. */
  long pid() {
    return process.pid();
  }

  /** What it has printed so far. */
  String printed() throws IOException {
    return Files.readString(out, UTF_8);
  }

  /** Waits until it has printed this. */
  void awaitPrinted(String text) throws IOException, InterruptedException {
    for (int tries = 0; !printed().contains(text); tries++) {
      if (tries > 2_400 || !process.isAlive()) {
        throw new AssertionError("not printed: " + text + "\nbut: " + printed());
      }
      Thread.sleep(50);
    }
  }

  /** Asks it to end, as an operator does, and waits for the exit code. */
  int terminate() throws InterruptedException {
    process.destroy();
    return exitCode();
  }

  /** Kills it, as a power failure does to a process, and waits until it is gone. */
  void kill() throws InterruptedException {
    process.destroyForcibly();
    process.waitFor();
  }

  int exitCode() throws InterruptedException {
    if (!process.waitFor(2, TimeUnit.MINUTES)) {
      throw new AssertionError("the program does not end");
    }
    return process.exitValue();
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
