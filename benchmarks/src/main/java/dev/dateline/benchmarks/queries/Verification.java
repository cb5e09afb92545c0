package dev.dateline.benchmarks.queries;

import dev.dateline.benchmarks.corpus.ArticleWords;
import dev.dateline.benchmarks.corpus.GeneratedCorpus;
import dev.dateline.index.ArticleIndex;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicIntegerArray;

/** Holds what an index counts against what is counted by looking at every article. */
public final class Verification {

  /** So many queries of a class are checked. */
  public static final int SAMPLE = 20;

  private Verification() {}

  /**
   * Returns when all totals are right.
   *
   * @throws IllegalStateException naming the first query whose total is wrong
   */
  public static void check(
      List<GeneratedQuery> queries,
      Instant asOf,
      GeneratedCorpus corpus,
      ArticleIndex index,
      FloorIndex floor)
      throws IOException {
    AtomicIntegerArray inIndex = new AtomicIntegerArray(queries.size());
    AtomicIntegerArray inFloor = new AtomicIntegerArray(queries.size());
    corpus
        .articles()
        .forEach(
            article -> {
              count(queries, ArticleWords.all(article), false, inIndex);
              count(queries, ArticleWords.ofTitleAndBody(article), true, inFloor);
            });
    for (int i = 0; i < queries.size(); i++) {
      GeneratedQuery query = queries.get(i);
      long total = index.search(query.request(asOf)).total().orElseThrow();
      expect(inIndex.get(i), total, "Dateline", query);
      expect(inFloor.get(i), floor.count(FloorIndex.query(query)), "the floor", query);
    }
  }

  private static void count(
      List<GeneratedQuery> queries,
      ArticleWords article,
      boolean stemmedPhrases,
      AtomicIntegerArray counts) {
    for (int i = 0; i < queries.size(); i++) {
      if (queries.get(i).matches(article, stemmedPhrases)) {
        counts.incrementAndGet(i);
      }
    }
  }

  private static void expect(long expected, long found, String where, GeneratedQuery query) {
    if (expected != found) {
      throw new IllegalStateException(
          "%d articles match %s, and %s finds %d".formatted(expected, query, where, found));
    }
  }
}
