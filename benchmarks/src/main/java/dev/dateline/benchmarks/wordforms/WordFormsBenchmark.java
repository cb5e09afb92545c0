package dev.dateline.benchmarks.wordforms;

import com.sun.management.OperatingSystemMXBean;
import dev.dateline.benchmarks.corpus.NewsText;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;

/**
 * How should an index carry stems and words as written? Builds the same articles in each of the
 * {@link WordForms}, several times over and by turns, and prints what each costs in bytes, in CPU
 * time to index, and in CPU time to search, as a ratio to the floor of the same round.
 *
 * <p>{@code benchmarks/run word-forms [articles=100000] [rounds=5] [offsets=true]
 * [corpus=FILE.jsonl.gz]}
 */
public final class WordFormsBenchmark {

  private static final int QUERIES = 200;

  /** Files of an index that are worth a line: terms, postings, positions, offsets, norms. */
  private static final List<String> FILES = List.of("tim", "tip", "doc", "pos", "pay", "nvd");

  private final List<NewsText> texts;
  private final WordFormsQueries queries;
  private final WordFormsCosts costs = new WordFormsCosts();

  private WordFormsBenchmark(List<NewsText> texts) {
    this.texts = texts;
    this.queries = new WordFormsQueries(texts, QUERIES);
  }

  /** Runs it; the arguments are {@code name=value}, as above. */
  public static void main(String[] arguments) throws IOException {
    Map<String, String> settings =
        Arrays.stream(arguments)
            .map(argument -> argument.split("=", 2))
            .collect(Collectors.toMap(pair -> pair[0], pair -> pair[1]));
    String corpus = settings.getOrDefault("corpus", "");
    List<NewsText> texts =
        corpus.isEmpty()
            ? NewsText.generated(Integer.parseInt(settings.getOrDefault("articles", "100000")), 42)
            : NewsText.read(Path.of(corpus));
    int rounds = Integer.parseInt(settings.getOrDefault("rounds", "5"));
    boolean offsets = Boolean.parseBoolean(settings.getOrDefault("offsets", "true"));
    System.out.printf(
        Locale.ROOT,
        "%,d articles, %.1f million characters, %d rounds, offsets %s%n",
        texts.size(),
        texts.stream().mapToLong(NewsText::length).sum() / 1e6,
        rounds,
        offsets);
    new WordFormsBenchmark(texts).run(rounds, offsets);
  }

  private void run(int rounds, boolean offsets) throws IOException {
    Path folder = Files.createTempDirectory("word-forms");
    for (int round = 0; round <= rounds; round++) {
      for (WordForms forms : WordForms.values()) {
        WordFormsIndex index = new WordFormsIndex(folder, forms, offsets);
        build(forms, index);
        index.search(searcher -> search(forms, searcher));
        index.delete();
      }
      if (round == 0) {
        // It was there to warm the virtual machine.
        costs.clear();
      }
    }
    Files.delete(folder);
    costs.print();
  }

  private void build(WordForms forms, WordFormsIndex index) throws IOException {
    long start = processCpu();
    index.add(texts);
    costs.add(forms, "index, CPU s", (processCpu() - start) / 1e9);
    costs.add(forms, "as it grows, MB", total(index.bytes()) / 1e6);
    index.merge();
    costs.add(forms, "index and merge to one segment, CPU s", (processCpu() - start) / 1e9);
    Map<String, Long> bytes = index.bytes();
    costs.add(forms, "one segment, MB", total(bytes) / 1e6);
    FILES.forEach(
        file -> costs.add(forms, "." + file + ", MB", bytes.getOrDefault(file, 0L) / 1e6));
  }

  private static long total(Map<String, Long> bytes) {
    return bytes.values().stream().mapToLong(Long::longValue).sum();
  }

  private void search(WordForms forms, IndexSearcher searcher) throws IOException {
    for (WordFormsQueries.Kind kind : WordFormsQueries.Kind.values()) {
      List<Query> all = queries.of(kind, forms);
      long hits = 0;
      for (Query query : all) {
        hits += searcher.count(query);
      }
      costs.add(forms, kind + " hits", (double) hits);
      costs.add(
          forms, kind + " top 10, CPU us", microseconds(all, query -> searcher.search(query, 10)));
      costs.add(forms, kind + " count, CPU us", microseconds(all, searcher::count));
    }
  }

  private interface Searching {
    void with(Query query) throws IOException;
  }

  /** CPU time a query, over three passes that follow two to warm up. */
  private static double microseconds(List<Query> queries, Searching search) throws IOException {
    long start = 0;
    for (int pass = 0; pass < 5; pass++) {
      if (pass == 2) {
        start = threadCpu();
      }
      for (Query query : queries) {
        search.with(query);
      }
    }
    return (threadCpu() - start) / 1e3 / 3 / queries.size();
  }

  private static long threadCpu() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }

  private static long processCpu() {
    return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
        .getProcessCpuTime();
  }
}
