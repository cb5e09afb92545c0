package dev.dateline.benchmarks.speed;

import dev.dateline.article.Article;
import dev.dateline.benchmarks.Setting;
import dev.dateline.benchmarks.corpus.Corpus;
import dev.dateline.benchmarks.corpus.GeneratedCorpus;
import dev.dateline.index.ArticleWriter;
import dev.dateline.lucene.BareLucene;
import dev.dateline.lucene.LuceneWriter;
import dev.dateline.lucene.Reindex;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What does it cost that each write is on disk before it is acknowledged, and how much of that do
 * writers share who come at the same time? One writer alone is held against an add and a commit of
 * Lucene alone with the same documents, in turns; once as the index is, and once while a generation
 * is kept, for which the ids are put on disk too. How often a write waits for the disk is counted
 * by {@code SyncsTest}.
 *
 * <p>{@code benchmarks/run group-commit [writes=200] [rounds=5] [seed=42] [folder=DIR]}, on the
 * disk that is to be measured; without a folder on that of the program.
 */
public final class GroupCommitBenchmark {

  private static final int TOGETHER = 16;

  /** Made before anything is timed. */
  private final List<Article> articles;

  private final Path folder;
  private final int writes;

  private GroupCommitBenchmark(Corpus corpus, Path folder, int writes) {
    this.articles = IntStream.range(0, TOGETHER * writes).mapToObj(corpus::article).toList();
    this.folder = folder;
    this.writes = writes;
  }

  /** Runs it; the arguments are {@code name=value}, as above. */
  public static void main(String[] arguments) throws Exception {
    int writes = Integer.parseInt(Setting.of(arguments, "writes", "200"));
    int rounds = Integer.parseInt(Setting.of(arguments, "rounds", "5"));
    long seed = Long.parseLong(Setting.of(arguments, "seed", "42"));
    Corpus corpus = GeneratedCorpus.besideProgram(TOGETHER * writes, seed);
    Path folder = Path.of(Setting.of(arguments, "folder", corpus.folder().toString()));
    GroupCommitBenchmark benchmark =
        new GroupCommitBenchmark(corpus, folder.resolve("group-commit"), writes);
    double[] bare = new double[rounds];
    double[] alone = new double[rounds];
    double[] kept = new double[rounds];
    System.out.println(
        "ms a write: Lucene alone, one writer, one with a generation kept"
            + " | 16 writers: writes/s, writes a commit");
    for (int round = 0; round < rounds; round++) {
      bare[round] = benchmark.bare();
      alone[round] = benchmark.together(1, false).milliseconds();
      kept[round] = benchmark.together(1, true).milliseconds();
      Together many = benchmark.together(TOGETHER, false);
      System.out.printf(
          Locale.ROOT,
          "%8.2f %8.2f %8.2f | %8.0f %8.1f%n",
          bare[round],
          alone[round],
          kept[round],
          TOGETHER * 1000 / many.milliseconds(),
          many.writesACommit());
    }
    System.out.printf(
        Locale.ROOT,
        "one writer / Lucene alone, of medians: %.2f, with a generation kept: %.2f%n",
        median(alone) / median(bare),
        median(kept) / median(bare));
  }

  private static double median(double[] values) {
    return Arrays.stream(values).sorted().skip(values.length / 2).findFirst().orElseThrow();
  }

  /** Milliseconds a write. */
  private double bare() throws IOException {
    Corpus.remove(folder);
    try (BareLucene lucene = new BareLucene(folder)) {
      long start = System.nanoTime();
      for (Article article : articles.subList(0, writes)) {
        lucene.write(article);
      }
      return (System.nanoTime() - start) / 1e6 / writes;
    }
  }

  /**
   * What writers did.
   *
   * @param milliseconds from the call of a writer to its return
   */
  private record Together(double milliseconds, double writesACommit) {}

  private Together together(int writers, boolean keep) throws Exception {
    Corpus.remove(folder);
    try (LuceneWriter writer = LuceneWriter.open(folder);
        ExecutorService threads = Executors.newFixedThreadPool(writers)) {
      if (keep) {
        keepGeneration(writer);
      }
      long before = commits();
      List<Callable<Boolean>> all = new ArrayList<>();
      for (int number = 0; number < writers; number++) {
        int first = number * writes;
        all.add(() -> write(writer, first));
      }
      long start = System.nanoTime();
      for (Future<Boolean> each : threads.invokeAll(all)) {
        each.get();
      }
      double milliseconds = (System.nanoTime() - start) / 1e6 / writes;
      return new Together(milliseconds, writers * (double) writes / (commits() - before));
    }
  }

  private static void keepGeneration(LuceneWriter writer) throws IOException {
    try (Reindex reindex = writer.startReindex()) {
      reindex.finish(Reindex.Rest.KEEP);
    }
  }

  private boolean write(ArticleWriter writer, int first) throws IOException {
    for (int number = first; number < first + writes; number++) {
      Article article = articles.get(number);
      writer.acknowledge(() -> writer.add(article));
    }
    return true;
  }

  /** Lucene numbers its commits, in base 36. */
  private long commits() throws IOException {
    String current = Files.readAllLines(folder.resolve("current")).getFirst();
    try (Stream<Path> files = Files.list(folder.resolve("generations").resolve(current))) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.startsWith("segments_"))
          .mapToLong(name -> Long.parseLong(name.substring("segments_".length()), 36))
          .max()
          .orElseThrow();
    }
  }
}
