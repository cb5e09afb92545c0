package dev.dateline.lucene;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReader;

/**
 * What is remembered of each segment as long as it is open, as a segment never changes. Safe for
 * many threads.
 */
final class PerSegment<T> {

  private final Map<IndexReader.CacheKey, T> known = new ConcurrentHashMap<>();
  private final Function<LeafReader, T> first;

  /**
   * @param first makes what there is to remember of a segment; asked once for each
   */
  PerSegment(Function<LeafReader, T> first) {
    this.first = first;
  }

  T of(LeafReader segment) {
    IndexReader.CacheHelper core = segment.getCoreCacheHelper();
    return known.computeIfAbsent(
        core.getKey(),
        key -> {
          T made = first.apply(segment);
          core.addClosedListener(known::remove);
          return made;
        });
  }
}
