package dev.dateline.benchmarks.load;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The program, serving an index in a process of its own. */
final class ServerProcess implements AutoCloseable {

  static final String KEY = "soak";

  private static final Path JAVA = Path.of(System.getProperty("java.home"), "bin");

  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final Process process;
  private final URI address;

  private ServerProcess(Process process, URI address) {
    this.process = process;
    this.address = address;
  }

  /** Starts it, and returns when it answers. What it says goes to a file beside the index. */
  static ServerProcess start(Path index, String memory) throws IOException, InterruptedException {
    Path said = index.resolveSibling("server.log");
    ProcessBuilder builder =
        new ProcessBuilder(
            JAVA.resolve("java").toString(),
            "-Xmx" + memory,
            "--enable-native-access=ALL-UNNAMED",
            "-cp",
            System.getProperty("java.class.path"),
            "dev.dateline.server.Main",
            "serve",
            "--index",
            index.toString(),
            "--port",
            "0");
    builder.environment().put("DATELINE_API_KEY", KEY);
    Process process = builder.redirectErrorStream(true).redirectOutput(said.toFile()).start();
    while (true) {
      List<String> lines = Files.readAllLines(said, StandardCharsets.UTF_8);
      for (String line : lines) {
        if (line.startsWith("Dateline serves ")) {
          return new ServerProcess(
              process, URI.create(line.substring(line.indexOf("http://")).strip()));
        }
      }
      if (!process.isAlive()) {
        throw new IOException("the server does not start: " + lines);
      }
      Thread.sleep(100);
    }
  }

  URI address() {
    return address;
  }

  /** Collects all garbage. */
  void collect() throws IOException, InterruptedException {
    new ProcessBuilder(JAVA.resolve("jcmd").toString(), Long.toString(process.pid()), "GC.run")
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .start()
        .waitFor();
  }

  /** The sum of what the server tells of itself in lines that begin so. */
  double metric(String start) throws IOException, InterruptedException {
    HttpRequest request = HttpRequest.newBuilder(address.resolve("/metrics")).build();
    return client
        .send(request, BodyHandlers.ofString())
        .body()
        .lines()
        .filter(line -> line.startsWith(start))
        .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
        .sum();
  }

  @Override
  public void close() {
    client.shutdownNow();
    process.destroy();
  }
}
