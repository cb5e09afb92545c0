package dev.dateline.lucene;

import java.time.Duration;
import org.apache.lucene.search.IndexSearcher;

/** Searchers that stop after some time, with what they have found by then. */
final class TimeLimit {

  private TimeLimit() {}

  /**
   * A searcher of the same view that stops, {@link IndexSearcher#timedOut()}, so long after now.
   */
  static IndexSearcher on(IndexSearcher searcher, Duration limit) {
    long end = System.nanoTime() + limit.toNanos();
    IndexSearcher limited = new IndexSearcher(searcher.getTopReaderContext());
    limited.setSimilarity(searcher.getSimilarity());
    limited.setQueryCache(searcher.getQueryCache());
    limited.setTimeout(() -> System.nanoTime() - end > 0);
    return limited;
  }
}
