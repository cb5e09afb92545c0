package dev.dateline.benchmarks.queries;

import dev.dateline.benchmarks.corpus.ArticleWords;
import dev.dateline.benchmarks.corpus.Corpus;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicIntegerArray;

/**
 * How many articles must be found, which is counted by looking at the words of every article, once
 * for all classes of queries, and kept beside the indexes. For generated articles, whose words are
 * made such that their stems are known.
 */
final class ExpectedTotals {

  /** So many queries of a class are counted. */
  static final int SAMPLE = 20;

  /**
   * How many articles match.
   *
   * @param dateline must be found by Dateline
   * @param floor must be found by the floor
   */
  record Totals(int dateline, int floor) {}

  private final Map<String, Totals> totals = new HashMap<>();

  private ExpectedTotals() {}

  /**
   * Those of some queries at least.
   *
   * @param drawing draws those of all classes where they have not been counted yet
   */
  static ExpectedTotals of(List<GeneratedQuery> queries, Corpus corpus, GeneratedQueries drawing)
      throws IOException {
    Path file = corpus.folder().resolve("expected.tsv");
    ExpectedTotals expected = new ExpectedTotals();
    if (Files.exists(file)) {
      Files.readAllLines(file).forEach(expected::parse);
    }
    if (!queries.stream().allMatch(query -> expected.totals.containsKey(key(query)))) {
      List<GeneratedQuery> all = new ArrayList<>(queries);
      for (QueryClass kind : QueryClass.values()) {
        all.addAll(drawing.draw(kind, SAMPLE));
      }
      expected.count(all, corpus);
      Files.write(file, expected.lines());
    }
    return expected;
  }

  Totals of(GeneratedQuery query) {
    return Objects.requireNonNull(totals.get(key(query)), "it was counted");
  }

  private static String key(GeneratedQuery query) {
    return query.kind() + " " + query.text() + " " + query.published();
  }

  private void parse(String line) {
    String[] columns = line.split("\t", -1);
    totals.put(columns[0], new Totals(Integer.parseInt(columns[1]), Integer.parseInt(columns[2])));
  }

  private List<String> lines() {
    return totals.entrySet().stream()
        .map(
            entry ->
                "%s\t%d\t%d"
                    .formatted(
                        entry.getKey(), entry.getValue().dateline(), entry.getValue().floor()))
        .sorted()
        .toList();
  }

  private void count(List<GeneratedQuery> queries, Corpus corpus) {
    AtomicIntegerArray dateline = new AtomicIntegerArray(queries.size());
    AtomicIntegerArray floor = new AtomicIntegerArray(queries.size());
    corpus
        .articles()
        .forEach(
            article -> {
              ArticleWords all = ArticleWords.all(article);
              ArticleWords some = ArticleWords.ofTitleAndBody(article);
              for (int i = 0; i < queries.size(); i++) {
                dateline.addAndGet(i, queries.get(i).matches(all) ? 1 : 0);
                floor.addAndGet(i, queries.get(i).matchesStems(some) ? 1 : 0);
              }
            });
    for (int i = 0; i < queries.size(); i++) {
      totals.put(key(queries.get(i)), new Totals(dateline.get(i), floor.get(i)));
    }
  }
}
