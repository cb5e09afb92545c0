package dev.dateline.lucene;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;

/**
 * The suggestions of all segments that some view holds, by their first letters. A letter is read
 * when somebody first asks for it, so that nobody waits for the rest. Thread-safe.
 */
final class Suggestions {

  private final PerSegment<Segment> bySegment =
      new PerSegment<>(reader -> new Segment(freshness(reader), new ConcurrentHashMap<>()));
  private final Set<Integer> letters = ConcurrentHashMap.newKeySet();

  /** What was read of a segment. */
  private record Segment(Freshness freshness, Map<Integer, SegmentSuggestions> byLetter) {}

  /**
   * What may be suggested for a text.
   *
   * @param start what it starts with, at least one letter
   */
  Candidates of(Views.View view, String start, Instant now) throws IOException {
    int letter = start.codePointAt(0);
    letters.add(letter);
    List<SegmentSuggestions> segments = new ArrayList<>();
    try {
      for (LeafReaderContext leaf : view.reader().leaves()) {
        segments.add(of(leaf.reader(), letter));
      }
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
    return new Candidates(segments, now.toEpochMilli());
  }

  /** Reads the letters that somebody has asked for in what is new of a view. */
  void readAhead(Views.View view) throws IOException {
    for (int letter : letters) {
      of(view, Character.toString(letter), Instant.EPOCH);
    }
  }

  private SegmentSuggestions of(LeafReader reader, int letter) {
    Segment segment = bySegment.of(reader);
    return segment.byLetter.computeIfAbsent(
        letter,
        key -> {
          try {
            return SegmentSuggestions.read(reader, letter, segment.freshness);
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        });
  }

  private static Freshness freshness(LeafReader reader) {
    try {
      return Freshness.of(reader);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
