package dev.dateline.benchmarks.guard;

import dev.dateline.benchmarks.Setting;
import dev.dateline.benchmarks.corpus.GeneratedCorpus;
import dev.dateline.benchmarks.corpus.Layout;
import dev.dateline.benchmarks.queries.FloorIndex;
import dev.dateline.benchmarks.queries.QueryClass;
import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;

/**
 * Did a change make searches slower? Asks the same pages of two builds by turns, each in a process
 * of its own, and compares the CPU time of their threads: by the median of the ratios of
 * neighbouring batches, over some pairs of processes, as each process is compiled in its own way.
 * Ends with 1 if a class of queries is slower than the threshold says; to be run by hand or
 * nightly.
 *
 * <p>{@code benchmarks/run compare COMMIT COMMIT [articles=20000] [forks=2] [rounds=5]
 * [threshold=1.15]}
 *
 * <p>The first commit is what the second is compared with. Builds are kept in {@code
 * benchmarks/target/builds}. A build against itself showed .92 to 1.05 in a first look (one pair,
 * one round, 500 articles, a machine with ten times the work that it can do); {@code compare HEAD
 * HEAD} shows the noise of another machine.
 */
public final class Compare {

  private static final int WARM_UP = 5;

  private Compare() {}

  /** Runs it; the arguments are the jars of two builds, and {@code name=value}, as above. */
  public static void main(String[] arguments) throws IOException {
    int articles = Integer.parseInt(Setting.of(arguments, "articles", "20000"));
    long seed = Long.parseLong(Setting.of(arguments, "seed", "42"));
    int forks = Integer.parseInt(Setting.of(arguments, "forks", "2"));
    int rounds = Integer.parseInt(Setting.of(arguments, "rounds", "5"));
    double threshold = Double.parseDouble(Setting.of(arguments, "threshold", "1.15"));
    String[] options = System.getProperty("benchmark.options").split(" ", -1);
    Path classes = Path.of(System.getProperty("dateline.home"), "benchmarks/target/classes");
    FloorIndex.of(GeneratedCorpus.besideProgram(articles, seed), Layout.GROWN).close();
    Map<QueryClass, Ratios> ratios = new EnumMap<>(QueryClass.class);
    for (QueryClass kind : QueryClass.values()) {
      ratios.put(kind, new Ratios());
    }
    for (int fork = 0; fork < forks; fork++) {
      try (Build before = Build.start(Path.of(arguments[0]), classes, articles, seed, options)) {
        before.await();
        try (Build after = Build.start(Path.of(arguments[1]), classes, articles, seed, options)) {
          after.await();
          compare(before, after, rounds, ratios);
        }
      }
    }
    System.exit(print(ratios, threshold) ? 0 : 1);
  }

  private static void compare(Build before, Build after, int rounds, Map<QueryClass, Ratios> ratios)
      throws IOException {
    for (int round = -WARM_UP; round < rounds; round++) {
      for (Map.Entry<QueryClass, Ratios> entry : ratios.entrySet()) {
        QueryClass kind = entry.getKey();
        boolean firstFirst = round % 2 == 0;
        Batch first = (firstFirst ? before : after).ask(kind);
        Batch second = (firstFirst ? after : before).ask(kind);
        if (round >= 0) {
          entry.getValue().add(firstFirst ? first : second, firstFirst ? second : first);
        }
      }
    }
  }

  /** Whether no class is slower than the threshold says. */
  private static boolean print(Map<QueryClass, Ratios> ratios, double threshold) {
    boolean fast = true;
    System.out.println(Ratios.HEADER);
    for (Map.Entry<QueryClass, Ratios> entry : ratios.entrySet()) {
      boolean slower = entry.getValue().cpu() > threshold;
      fast &= !slower;
      System.out.println(entry.getValue().line(entry.getKey()) + (slower ? "  SLOWER" : ""));
    }
    System.out.println(
        fast
            ? "no class takes more than " + threshold + " times the CPU time"
            : "slower: more than " + threshold + " times the CPU time");
    return fast;
  }
}
