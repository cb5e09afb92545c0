package dev.dateline.benchmarks.report;

import dev.dateline.benchmarks.Setting;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.openjdk.jmh.runner.RunnerException;

/**
 * What are the figures now? Runs {@code QueryBenchmark}, {@code StageBenchmark} and {@code
 * IndexBenchmark}, the first with smaller archives too, writes their tables to standard output, and
 * draws them in {@code benchmarks/target/report/report.html}.
 *
 * <p>{@code benchmarks/run report [mode=full] [articles=200000] [seed=42] [peers=FILE.csv]
 * [measure=no]}
 *
 * <p>The quick mode, which is the default, has one fork and short iterations. Peers are lines of
 * {@code class,p50}, the median in milliseconds; with {@code measure=no} the figures of the last
 * run are drawn again.
 */
public final class Report {

  private Report() {}

  /** Runs it; the arguments are {@code name=value}, as above. */
  public static void main(String[] arguments) throws IOException, RunnerException {
    Path folder = Path.of(System.getProperty("dateline.home"), "benchmarks/target/report");
    String peersFile = Setting.of(arguments, "peers", "");
    Peers peers = peersFile.isEmpty() ? null : Peers.read(Path.of(peersFile));
    Files.createDirectories(folder);
    Path kept = folder.resolve("figures.csv");
    if (Setting.of(arguments, "measure", "yes").equals("yes")) {
      measuring(arguments).run().write(kept);
    }
    Figures figures = Figures.read(kept);
    Path page = folder.resolve("report.html");
    Files.writeString(page, ReportPage.of(figures, peers));
    System.out.println("\n" + new Table(figures).text());
    System.out.println(page);
  }

  private static Measuring measuring(String[] arguments) {
    return new Measuring(
        Integer.parseInt(Setting.of(arguments, "articles", "200000")),
        Long.parseLong(Setting.of(arguments, "seed", "42")),
        !Setting.of(arguments, "mode", "quick").equals("full"),
        List.of(System.getProperty("benchmark.options").split(" ", -1)));
  }
}
