package dev.dateline.benchmarks.speed;

import dev.dateline.benchmarks.Setting;
import dev.dateline.benchmarks.corpus.Corpus;
import dev.dateline.benchmarks.corpus.Layout;
import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

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

  /** After it the archive of classes holds what a server needs that has been running. */
  private static final Duration SETTLED = Duration.ofSeconds(5);

  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final Path index;
  private final String search;

  private StartBenchmark(Path index, String words) {
    this.index = index;
    this.search = "/v1/search?q=" + URLEncoder.encode(words, StandardCharsets.UTF_8);
  }

  /**
   * A start, in seconds.
   *
   * @param clock from the start of the process to the whole first answer
   * @param cpu what the process has used by then
   */
  private record Start(double clock, double cpu) {}

  /** Runs it; the arguments are {@code name=value}, as above. */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    String launcher = Path.of(System.getProperty("dateline.home"), "dateline").toString();
    String[] launchers = Setting.of(arguments, "launcher", launcher).split(",", -1);
    int starts = Integer.parseInt(Setting.of(arguments, "starts", "7"));
    StartBenchmark benchmark =
        new StartBenchmark(index(arguments), Setting.of(arguments, "q", "the first day"));
    List<List<Start>> all = new ArrayList<>();
    for (String each : launchers) {
      all.add(new ArrayList<>());
      benchmark.start(each, SETTLED);
    }
    for (int round = 0; round < starts; round++) {
      for (int each = 0; each < launchers.length; each++) {
        all.get(each).add(benchmark.start(launchers[each], Duration.ZERO));
      }
    }
    System.out.println("seconds to the first answer: clock | CPU; median (lowest-highest)");
    for (int each = 0; each < launchers.length; each++) {
      double[] clock = all.get(each).stream().mapToDouble(Start::clock).toArray();
      double[] cpu = all.get(each).stream().mapToDouble(Start::cpu).toArray();
      System.out.printf(
          "%s | %s  %s%n",
          Launched.summary(clock, "%.2f"), Launched.summary(cpu, "%.2f"), launchers[each]);
    }
  }

  static Path index(String[] arguments) throws IOException {
    String given = Setting.of(arguments, "index", "");
    if (!given.isEmpty()) {
      return Path.of(given);
    }
    long seed = Long.parseLong(Setting.of(arguments, "seed", "42"));
    Corpus corpus = Corpus.named(Setting.of(arguments, "articles", "200000"), seed);
    corpus.index(Layout.MERGED).close();
    return corpus.indexFolder(Layout.MERGED);
  }

  /**
   * Starts the program, and ends it when it has answered.
   *
   * @param longer how long it is left alone before it ends
   */
  private Start start(String launcher, Duration longer) throws IOException, InterruptedException {
    long began = System.nanoTime();
    try (Launched server = Launched.start(client, launcher, index)) {
      server.awaitAnswer(search);
      Duration clock = Duration.ofNanos(System.nanoTime() - began);
      Duration cpu = server.cpu();
      Thread.sleep(longer);
      return new Start(clock.toMillis() / 1e3, cpu.toMillis() / 1e3);
    }
  }
}
