package dev.dateline.lucene;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;

/**
 * The suggestions of all segments that some view holds. Nothing is read before somebody asks.
 * Thread-safe.
 */
final class Suggestions {

  private final Map<IndexReader.CacheKey, SegmentSuggestions> bySegment = new ConcurrentHashMap<>();

  /** The suggestions of the segments of a view. */
  List<SegmentSuggestions> of(Views.View view) throws IOException {
    List<SegmentSuggestions> segments = new ArrayList<>();
    try {
      for (LeafReaderContext leaf : view.reader().leaves()) {
        segments.add(of(leaf.reader()));
      }
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
    return segments;
  }

  private SegmentSuggestions of(LeafReader reader) {
    IndexReader.CacheHelper segment = reader.getCoreCacheHelper();
    return bySegment.computeIfAbsent(
        segment.getKey(),
        key -> {
          try {
            SegmentSuggestions read = SegmentSuggestions.read(reader);
            segment.addClosedListener(bySegment::remove);
            return read;
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        });
  }

  /** Whether anybody has asked for suggestions. */
  boolean isUsed() {
    return !bySegment.isEmpty();
  }
}
