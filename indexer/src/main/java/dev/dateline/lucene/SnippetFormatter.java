package dev.dateline.lucene;

import dev.dateline.index.Snippet;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.apache.lucene.search.uhighlight.Passage;
import org.apache.lucene.search.uhighlight.PassageFormatter;

/** Makes snippets of the passages that Lucene's highlighter chose. */
final class SnippetFormatter extends PassageFormatter {

  /**
   * A passage longer than this is cut around its first match: a sentence without an end is no
   * snippet.
   */
  private static final int LONGEST = 400;

  /** How much of a cut passage stands before its first match. */
  private static final int BEFORE = 80;

  /** What {@link #format} gives. */
  record Found(List<Snippet> snippets) {}

  @Override
  public Found format(Passage[] passages, String content) {
    Arrays.sort(passages, Comparator.comparingInt(Passage::getStartOffset));
    return new Found(Arrays.stream(passages).map(passage -> snippet(passage, content)).toList());
  }

  private static Snippet snippet(Passage passage, String content) {
    int start = passage.getStartOffset();
    int end = passage.getEndOffset();
    if (end - start > LONGEST && passage.getNumMatches() > 0) {
      start = wordStart(content, start, Math.max(start, passage.getMatchStarts()[0] - BEFORE));
      end = wordEnd(content, Math.min(end, start + LONGEST), end);
    }
    while (start < end && Character.isWhitespace(content.charAt(start))) {
      start++;
    }
    while (end > start && Character.isWhitespace(content.charAt(end - 1))) {
      end--;
    }
    return new Snippet(
        content.substring(start, end).replaceAll("\\s", " "), spans(passage, start, end));
  }

  private static int wordStart(String content, int from, int position) {
    int start = position;
    while (start > from && !Character.isWhitespace(content.charAt(start - 1))) {
      start--;
    }
    return start;
  }

  private static int wordEnd(String content, int position, int to) {
    int end = position;
    while (end < to && !Character.isWhitespace(content.charAt(end))) {
      end++;
    }
    return end;
  }

  /** The matches within the snippet: each once, in order. */
  private static List<Snippet.Span> spans(Passage passage, int start, int end) {
    List<Snippet.Span> spans = new ArrayList<>();
    int[] order =
        java.util.stream.IntStream.range(0, passage.getNumMatches())
            .boxed()
            .sorted(Comparator.comparingInt(match -> passage.getMatchStarts()[match]))
            .mapToInt(Integer::intValue)
            .toArray();
    int last = start;
    for (int match : order) {
      int from = passage.getMatchStarts()[match];
      int to = passage.getMatchEnds()[match];
      if (from >= last && to <= end) {
        spans.add(new Snippet.Span(from - start, to - start));
        last = to;
      }
    }
    return spans;
  }
}
