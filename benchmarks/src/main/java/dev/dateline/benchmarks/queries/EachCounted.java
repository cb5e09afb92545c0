package dev.dateline.benchmarks.queries;

import java.util.Collection;
import org.apache.lucene.search.CollectorManager;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.SimpleCollector;

/** Counts documents one by one, as what counts facets must, without any short way. */
final class EachCounted implements CollectorManager<EachCounted.Counter, Integer> {

  /** Counts what it is given. */
  static final class Counter extends SimpleCollector {
    private int count;

    @Override
    public void collect(int doc) {
      count++;
    }

    @Override
    public ScoreMode scoreMode() {
      return ScoreMode.COMPLETE_NO_SCORES;
    }
  }

  @Override
  public Counter newCollector() {
    return new Counter();
  }

  @Override
  public Integer reduce(Collection<Counter> counters) {
    return counters.stream().mapToInt(counter -> counter.count).sum();
  }
}
