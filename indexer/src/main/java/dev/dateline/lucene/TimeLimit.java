package dev.dateline.lucene;

import java.io.IOException;
import java.time.Duration;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.Collector;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Weight;
import org.apache.lucene.util.IOSupplier;

/**
 * The time that a search may take, counted from its making. Searchers stop by it with what they
 * have found; what looks up words breaks off, so that no query is answered, or kept, by some of its
 * words alone. Used by one search.
 */
final class TimeLimit {

  /** No limit at all. */
  static final TimeLimit NONE = new TimeLimit(Duration.ofNanos(Long.MAX_VALUE / 2));

  private final long end;
  private volatile boolean met;

  TimeLimit(Duration limit) {
    this.end = System.nanoTime() + limit.toNanos();
  }

  /** Breaks off a piece of work of which a part is worth nothing. */
  private static final class Over extends RuntimeException {
    private static final long serialVersionUID = 1;

    Over() {
      super("the time of a search is over", null, false, false);
    }
  }

  /** A searcher of the same view that stops when the time is over. */
  IndexSearcher on(IndexSearcher searcher) {
    IndexSearcher limited = new TimedSearcher(searcher);
    limited.setSimilarity(searcher.getSimilarity());
    limited.setQueryCache(searcher.getQueryCache());
    return limited;
  }

  /** That of a searcher. */
  static TimeLimit of(IndexSearcher searcher) {
    return searcher instanceof TimedSearcher timed ? timed.limit() : NONE;
  }

  private final class TimedSearcher extends IndexSearcher {

    TimedSearcher(IndexSearcher searcher) {
      super(searcher.getTopReaderContext());
    }

    TimeLimit limit() {
      return TimeLimit.this;
    }

    @Override
    protected void searchLeaf(
        LeafReaderContext leaf, int from, int to, Weight weight, Collector collector)
        throws IOException {
      super.searchLeaf(leaf, from, to, new TimedWeight(weight, limit()), collector);
    }
  }

  /** Whether something was stopped. */
  boolean isMet() {
    return met;
  }

  /** Breaks off what is done {@link #within} the limit, if the time is over. */
  void check() {
    if (isOver()) {
      throw new Over();
    }
  }

  /** What some work comes to, or else something in its place, where the time is over before. */
  <T> T within(IOSupplier<T> work, T otherwise) throws IOException {
    try {
      return work.get();
    } catch (Over e) {
      return otherwise;
    }
  }

  /** Whether the time is over; who asks stops then. */
  boolean isOver() {
    if (System.nanoTime() - end > 0) {
      met = true;
    }
    return met;
  }
}
