package dev.dateline.benchmarks;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.lucene.search.Query;

/**
 * How should an index carry stems and words as written? Builds the same articles in every one of
 * the {@link WordForms}, several times over and by turns, and prints what each costs in bytes, in
 * CPU time to index, and in CPU time to search, as a ratio to the floor of the same round.
 *
 * <p>{@code benchmarks/run word-forms [articles=100000] [rounds=5] [offsets=true]
 * [corpus=FILE.jsonl.gz]}
 */
public final class WordFormsBenchmark {

  private static final int QUERIES = 200;

  private WordFormsBenchmark() {}

  /** Runs it; the arguments are {@code name=value}, as above. */
  public static void main(String[] arguments) throws IOException {
    Map<String, String> settings =
        Arrays.stream(arguments)
            .map(argument -> argument.split("=", 2))
            .collect(Collectors.toMap(pair -> pair[0], pair -> pair[1]));
    List<NewsText> texts =
        settings.containsKey("corpus")
            ? NewsText.read(Path.of(settings.get("corpus")))
            : NewsText.generated(
                Integer.parseInt(settings.getOrDefault("articles", "100000")), 42);
    int rounds = Integer.parseInt(settings.getOrDefault("rounds", "5"));
    boolean offsets = Boolean.parseBoolean(settings.getOrDefault("offsets", "true"));
    long characters =
        texts.stream().mapToLong(t -> t.title().length() + t.summary().length() + t.body().length()).sum();
    System.out.printf(
        Locale.ROOT,
        "%,d articles, %.1f million characters, %d rounds, offsets %s%n",
        texts.size(), characters / 1e6, rounds, offsets);
    run(texts, rounds, offsets).print();
  }

  private static WordFormsCosts run(List<NewsText> texts, int rounds, boolean offsets)
      throws IOException {
    WordFormsQueries queries = new WordFormsQueries(texts, QUERIES);
    WordFormsCosts costs = new WordFormsCosts();
    Path folder = Files.createTempDirectory("word-forms");
    // Round 0 warms the virtual machine, and is thrown away.
    for (int round = 0; round <= rounds; round++) {
      for (WordForms forms : WordForms.values()) {
        Map<String, Double> cost = new LinkedHashMap<>();
        measure(new WordFormsIndex(folder, forms, offsets), forms, texts, queries, cost);
        if (round > 0) {
          costs.add(forms, cost);
        }
      }
      System.err.println("round " + round + " of " + rounds);
    }
    Files.delete(folder);
    return costs;
  }

  private static void measure(
      WordFormsIndex index,
      WordForms forms,
      List<NewsText> texts,
      WordFormsQueries queries,
      Map<String, Double> cost)
      throws IOException {
    long start = processCpu();
    index.add(texts);
    long added = processCpu();
    long grown = index.bytes().values().stream().mapToLong(Long::longValue).sum();
    long merging = processCpu();
    index.merge();
    long merged = processCpu();
    cost.put("index, s", (added - start) / 1e9);
    cost.put("merge to one, s", (merged - merging) / 1e9);
    cost.put("as it grows, MB", grown / 1e6);
    cost.put(
        "one segment, MB",
        index.bytes().values().stream().mapToLong(Long::longValue).sum() / 1e6);
    index.bytes().forEach((ending, bytes) -> cost.put("." + ending + ", MB", bytes / 1e6));
    index.search(
        searcher -> {
          for (WordFormsQueries.Kind kind : WordFormsQueries.Kind.values()) {
            List<Query> all = queries.of(kind, forms);
            long hits = 0;
            long top = 0;
            long count = 0;
            for (int repeat = 0; repeat < 6; repeat++) {
              hits = 0;
              long before = threadCpu();
              for (Query query : all) {
                searcher.search(query, 10);
              }
              long between = threadCpu();
              for (Query query : all) {
                hits += searcher.count(query);
              }
              if (repeat >= 3) {
              top += between - before;
              count += threadCpu() - between;
              }
            }
            cost.put(kind + " hits", (double) hits);
            cost.put(kind + " top 10, us", top / 1e3 / 3 / all.size());
            cost.put(kind + " count, us", count / 1e3 / 3 / all.size());
          }
        });
    index.delete();
  }

  private static long threadCpu() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }

  private static long processCpu() {
    return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
        .getProcessCpuTime();
  }
}
