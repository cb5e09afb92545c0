package dev.dateline.benchmarks.load;

import dev.dateline.Dateline;
import dev.dateline.article.Article;
import dev.dateline.benchmarks.Setting;
import dev.dateline.benchmarks.corpus.Corpus;
import dev.dateline.benchmarks.corpus.Layout;
import dev.dateline.benchmarks.queries.GeneratedQuery;
import dev.dateline.benchmarks.queries.QuerySet;
import dev.dateline.index.ArticleWriter;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/**
 * Does anything grow in a server that is read and written for long? Finds the highest rate of
 * searches that it keeps up with, while it is written, and asks for 70 % of that, minute after
 * minute: errors, the latency, and, after a collection of all garbage, the heap, the threads and
 * the open files, which must stay as they are.
 *
 * <p>{@code benchmarks/run soak [minutes=30] [articles=20000] [writes=5] [memory=512m] [rate=N]
 * [seed=42]}; the writes are those of a second, the rate is what is asked instead of 70 %.
 */
public final class SoakBenchmark {

  private static final double SHARE = 0.7;
  private static final Duration PROBE = Duration.ofSeconds(8);
  private static final Duration MINUTE = Duration.ofMinutes(1);
  private static final int QUERIES_A_CLASS = 16;

  private SoakBenchmark() {}

  /** Runs it; the arguments are {@code name=value}, as above. */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    long seed = Long.parseLong(Setting.of(arguments, "seed", "42"));
    Corpus corpus = Corpus.named(Setting.of(arguments, "articles", "20000"), seed);
    Path folder = corpus.folder().resolve("soak");
    Corpus.remove(folder);
    Path index = folder.resolve("index");
    fill(index, corpus);
    try (QuerySet set = QuerySet.open(corpus, Layout.MERGED);
        ServerProcess server = ServerProcess.start(index, Setting.of(arguments, "memory", "512m"));
        SteadyWrites writes =
            new SteadyWrites(
                server.address(),
                corpus,
                Double.parseDouble(Setting.of(arguments, "writes", "5")))) {
      List<GeneratedQuery> queries = set.mixed(QUERIES_A_CLASS);
      try (Target target = new ServerTarget(server.address(), queries, "")) {
        OpenLoop loop = new OpenLoop(target);
        String rate = Setting.of(arguments, "rate", "");
        double asked = rate.isEmpty() ? SHARE * capacity(loop) : Double.parseDouble(rate);
        soak(loop, asked, Integer.parseInt(Setting.of(arguments, "minutes", "30")), server, writes);
      }
    }
    Corpus.remove(folder);
  }

  private static void fill(Path index, Corpus corpus) throws IOException {
    try (ArticleWriter writer = Dateline.openWriter(index)) {
      for (int number = 0; number < corpus.size(); number++) {
        Article article = corpus.article(number);
        writer.add(article);
      }
    }
  }

  /** The highest rate that is kept up with, within a quarter. */
  private static double capacity(OpenLoop loop) throws InterruptedException {
    double rate = 8;
    System.out.println(LoadStep.HEADER);
    while (keptUp(loop, 2 * rate)) {
      rate *= 2;
    }
    while (keptUp(loop, 1.25 * rate)) {
      rate *= 1.25;
    }
    return rate;
  }

  private static boolean keptUp(OpenLoop loop, double rate) throws InterruptedException {
    LoadStep step = loop.run(rate, PROBE);
    System.out.println(step);
    return step.keptUp();
  }

  private static void soak(
      OpenLoop loop, double rate, int minutes, ServerProcess server, SteadyWrites writes)
      throws IOException, InterruptedException {
    System.out.printf(
        Locale.ROOT,
        "%n%.1f searches a second%n%6s %8s %8s %8s %8s %8s %8s %8s %8s %8s%n",
        rate,
        "minute",
        "searches",
        "refused",
        "failed",
        "p50 ms",
        "p99 ms",
        "writes",
        "heap MB",
        "threads",
        "files");
    long failedBefore = writes.failed();
    for (int minute = 1; minute <= minutes; minute++) {
      long before = writes.written();
      LoadStep step = loop.run(rate, MINUTE);
      server.collect();
      System.out.printf(
          Locale.ROOT,
          "%6d %8d %8d %8d %8.1f %8.1f %8d %8.1f %8.0f %8.0f%n",
          minute,
          step.answered(),
          step.refused(),
          step.failed(),
          step.milliseconds(50),
          step.milliseconds(99),
          writes.written() - before,
          server.metric("jvm_memory_used_bytes{area=\"heap\"") / (1 << 20),
          server.metric("jvm_threads_live_threads"),
          server.metric("process_files_open_files"));
    }
    System.out.println("writes that were not acknowledged: " + (writes.failed() - failedBefore));
  }
}
