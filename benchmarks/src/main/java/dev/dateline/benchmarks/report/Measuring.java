package dev.dateline.benchmarks.report;

import dev.dateline.benchmarks.corpus.Corpus;
import dev.dateline.benchmarks.corpus.Layout;
import dev.dateline.benchmarks.queries.FloorIndex;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/**
 * Runs the benchmarks that the report is made of.
 *
 * @param articles in the index
 * @param seed which articles
 * @param quick one fork and short iterations, for a look; else as the benchmarks say
 * @param options of the JVM
 */
record Measuring(int articles, long seed, boolean quick, List<String> options) {

  Measuring {
    options = List.copyOf(options);
  }

  /** Growth is told by the classes of which it differs most. */
  private static final String[] GROWING = {"COMMON_TERM", "AND", "OR_2", "NEWEST"};

  private static final int FIRST_SIZE = 16;
  private static final int SECOND_SIZE = 4;

  Figures run() throws IOException, RunnerException {
    double load = ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
    for (int size : new int[] {articles, articles / SECOND_SIZE, articles / FIRST_SIZE}) {
      prepare(size, Layout.MERGED);
    }
    prepare(articles, Layout.GROWN);
    List<Figure> all = new ArrayList<>();
    add(options("QueryBenchmark").param("articles", "" + articles), all);
    add(
        options("QueryBenchmark.(floorHits|hits)")
            .param("layout", Layout.GROWN.name())
            .param("articles", "" + articles),
        all);
    add(options("StageBenchmark").param("query", "OR_2").param("articles", "" + articles), all);
    add(
        options("QueryBenchmark.hits")
            .param("query", GROWING)
            .param("articles", "" + articles / FIRST_SIZE, "" + articles / SECOND_SIZE),
        all);
    add(indexing(), all);
    return new Figures(machine(load), "" + articles, all);
  }

  /** Builds the indexes, so that this takes no benchmark's time. */
  private void prepare(int size, Layout layout) throws IOException {
    Corpus corpus = Corpus.named("" + size, seed);
    corpus.index(layout).close();
    FloorIndex.of(corpus, layout).close();
  }

  private ChainedOptionsBuilder options(String benchmark) {
    ChainedOptionsBuilder builder =
        new OptionsBuilder()
            .include("\\." + benchmark)
            .param("seed", "" + seed)
            .jvmArgs(options.toArray(String[]::new))
            .verbosity(VerboseMode.NORMAL)
            .shouldFailOnError(true);
    return quick
        ? builder
            .forks(1)
            .warmupIterations(5)
            .warmupTime(TimeValue.seconds(1))
            .measurementIterations(3)
            .measurementTime(TimeValue.milliseconds(500))
        : builder;
  }

  private ChainedOptionsBuilder indexing() {
    ChainedOptionsBuilder builder =
        options("IndexBenchmark")
            .param("articles", "" + articles)
            .param("indexed", "" + Math.min(articles, quick ? 5_000 : 20_000));
    return quick ? builder.warmupIterations(1).measurementIterations(1) : builder;
  }

  private static void add(ChainedOptionsBuilder options, List<Figure> all) throws RunnerException {
    Collection<RunResult> results = new Runner(options.build()).run();
    results.forEach(result -> all.add(figure(result)));
  }

  private static Figure figure(RunResult result) {
    String name = result.getParams().getBenchmark();
    String query = result.getParams().getParam("query");
    String indexed = result.getParams().getParam("indexed");
    boolean grown = Layout.GROWN.name().equals(result.getParams().getParam("layout"));
    return new Figure(
        name.substring(name.lastIndexOf('.', name.lastIndexOf('.') - 1) + 1)
            + (grown ? Figure.GROWN : ""),
        query == null ? "" : query,
        indexed == null ? result.getParams().getParam("articles") : indexed,
        microseconds(result, "cpu"),
        microseconds(result, "median"));
  }

  private static double microseconds(RunResult result, String name) {
    Result<?> measured = result.getSecondaryResults().get(name);
    TimeUnit unit = result.getParams().getTimeUnit();
    return measured == null ? 0 : measured.getScore() * unit.toNanos(1) / 1_000.0;
  }

  private String machine(double load) {
    return String.format(
        Locale.ROOT,
        "%,d articles, seed %d, %s; %d cores, load %.1f at the start and %.1f at the end, JDK %s,"
            + " %s",
        articles,
        seed,
        quick ? "quick mode" : "full mode",
        Runtime.getRuntime().availableProcessors(),
        load,
        ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage(),
        Runtime.version(),
        LocalDate.now(ZoneOffset.UTC));
  }
}
