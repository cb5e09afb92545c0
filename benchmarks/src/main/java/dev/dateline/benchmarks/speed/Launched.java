package dev.dateline.benchmarks.speed;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** The program as its launcher starts it, serving an index until it is closed. */
final class Launched implements AutoCloseable {

  private static final Duration ASK_AGAIN = Duration.ofMillis(4);
  private static final Duration LONGEST = Duration.ofMinutes(5);

  private final HttpClient client;
  private final Process process;
  private final URI address;

  private Launched(HttpClient client, Process process, URI address) {
    this.client = client;
    this.process = process;
    this.address = address;
  }

  /** Starts it, at a port of its own; it does not answer yet. */
  static Launched start(HttpClient client, String launcher, Path index, String... options)
      throws IOException {
    String port = Integer.toString(freePort());
    List<String> line =
        Stream.concat(
                Stream.of(launcher, "serve", "--index", index.toString(), "--port", port),
                Arrays.stream(options))
            .toList();
    Process process =
        new ProcessBuilder(line)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    return new Launched(client, process, URI.create("http://127.0.0.1:" + port));
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  /** Asks until it answers. */
  void awaitAnswer(String path) throws IOException, InterruptedException {
    long began = System.nanoTime();
    while (process.isAlive() && System.nanoTime() - began < LONGEST.toNanos()) {
      try {
        ask(path);
        return;
      } catch (ConnectException notYet) {
        Thread.sleep(ASK_AGAIN);
      }
    }
    throw new IOException("the server does not start");
  }

  /**
   * What it answers.
   *
   * @throws IOException also if it answers with another status than 200
   */
  byte[] ask(String path) throws IOException, InterruptedException {
    HttpRequest request = HttpRequest.newBuilder(address.resolve(path)).timeout(LONGEST).build();
    HttpResponse<byte[]> response = client.send(request, BodyHandlers.ofByteArray());
    if (response.statusCode() != 200) {
      throw new IOException("the server answers " + response.statusCode() + " to " + path);
    }
    return response.body();
  }

  /** The CPU time of all of its threads, user and system. */
  Duration cpu() {
    return process.info().totalCpuDuration().orElse(Duration.ZERO);
  }

  /** {@code median (lowest-highest)}. */
  static String summary(double[] values, String format) {
    double[] sorted = Arrays.stream(values).sorted().toArray();
    return String.format(
        Locale.ROOT,
        "%s (%s-%s)".replace("%s", format),
        sorted[sorted.length / 2],
        sorted[0],
        sorted[sorted.length - 1]);
  }

  /** Tells it to end, and waits until it has. */
  @Override
  public void close() {
    process.destroy();
    try {
      if (process.waitFor(LONGEST.toSeconds(), TimeUnit.SECONDS)) {
        return;
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    process.destroyForcibly();
  }
}
