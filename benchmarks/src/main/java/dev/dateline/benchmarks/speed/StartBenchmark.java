package dev.dateline.benchmarks.speed;

import dev.dateline.benchmarks.Setting;
import dev.dateline.benchmarks.corpus.Corpus;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.function.ToDoubleFunction;

/**
 * How long is it from the start of the program to its first answer? The launcher serves an index,
 * and is asked again and again until it answers a search, with snippets and all; then it is told to
 * end. Several launchers, such as those of two builds, take turns. The first start of each is not
 * counted: it may build, and makes the archive of classes.
 *
 * <p>{@code benchmarks/run start [index=DIR] [articles=200000] [launcher=FILE,FILE] [starts=7]
 * [q=WORDS] [seed=42]}; without an index that of made-up articles is built and kept.
 */
public final class StartBenchmark {

  private static final Duration ASK_AGAIN = Duration.ofMillis(4);
  private static final Duration SETTLED = Duration.ofSeconds(5);
  private static final Duration LONGEST = Duration.ofMinutes(5);

  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final Path index;
  private final String query;

  private StartBenchmark(Path index, String query) {
    this.index = index;
    this.query = URLEncoder.encode(query, StandardCharsets.UTF_8);
  }

  /**
   * A start, in seconds.
   *
   * @param clock from the start of the process to the whole first answer
   * @param cpu what the process has used by then in all of its threads, user and system
   */
  private record Start(double clock, double cpu) {}

  /** Runs it; the arguments are {@code name=value}, as above. */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    String launcher = Path.of(System.getProperty("dateline.home"), "dateline").toString();
    String[] launchers = Setting.of(arguments, "launcher", launcher).split(",", -1);
    int starts = Integer.parseInt(Setting.of(arguments, "starts", "7"));
    StartBenchmark benchmark =
        new StartBenchmark(index(arguments), Setting.of(arguments, "q", "the first day"));
    for (String each : launchers) {
      benchmark.start(each, SETTLED);
    }
    List<List<Start>> all = new ArrayList<>();
    Arrays.stream(launchers).forEach(each -> all.add(new ArrayList<>()));
    for (int round = 0; round < starts; round++) {
      for (int each = 0; each < launchers.length; each++) {
        all.get(each).add(benchmark.start(launchers[each], Duration.ZERO));
      }
    }
    System.out.println("seconds to the first answer: clock | CPU; median (lowest-highest)");
    for (int each = 0; each < launchers.length; each++) {
      System.out.printf(
          "%s | %s  %s%n",
          summary(all.get(each), Start::clock),
          summary(all.get(each), Start::cpu),
          launchers[each]);
    }
  }

  private static Path index(String[] arguments) throws IOException {
    String given = Setting.of(arguments, "index", "");
    if (!given.isEmpty()) {
      return Path.of(given);
    }
    long seed = Long.parseLong(Setting.of(arguments, "seed", "42"));
    Corpus corpus = Corpus.named(Setting.of(arguments, "articles", "200000"), seed);
    corpus.index().close();
    return corpus.indexFolder();
  }

  private static String summary(List<Start> starts, ToDoubleFunction<Start> of) {
    double[] sorted = starts.stream().mapToDouble(of).sorted().toArray();
    return String.format(
        Locale.ROOT,
        "%.2f (%.2f-%.2f)",
        sorted[sorted.length / 2],
        sorted[0],
        sorted[sorted.length - 1]);
  }

  /**
   * Starts the program, and ends it when it has answered.
   *
   * @param longer how long it is left alone before it ends
   */
  private Start start(String launcher, Duration longer) throws IOException, InterruptedException {
    int port = freePort();
    ProcessBuilder program =
        new ProcessBuilder(
                launcher, "serve", "--index", index.toString(), "--port", Integer.toString(port))
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .redirectError(ProcessBuilder.Redirect.INHERIT);
    long began = System.nanoTime();
    Process process = program.start();
    try {
      awaitAnswer(process, URI.create("http://127.0.0.1:" + port + "/v1/search?q=" + query));
      Duration clock = Duration.ofNanos(System.nanoTime() - began);
      Duration cpu = process.info().totalCpuDuration().orElse(Duration.ZERO);
      Thread.sleep(longer);
      return new Start(clock.toMillis() / 1e3, cpu.toMillis() / 1e3);
    } finally {
      process.destroy();
      if (!process.waitFor(LONGEST.toSeconds(), TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    }
  }

  private void awaitAnswer(Process process, URI address) throws IOException, InterruptedException {
    HttpRequest request = HttpRequest.newBuilder(address).timeout(LONGEST).build();
    long began = System.nanoTime();
    while (process.isAlive() && System.nanoTime() - began < LONGEST.toNanos()) {
      try {
        int status = client.send(request, BodyHandlers.ofByteArray()).statusCode();
        if (status == 200) {
          return;
        }
        throw new IOException("the server answers " + status);
      } catch (ConnectException notYet) {
        Thread.sleep(ASK_AGAIN);
      }
    }
    throw new IOException("the server does not start");
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }
}
