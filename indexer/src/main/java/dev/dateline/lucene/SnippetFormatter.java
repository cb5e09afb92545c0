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
      int match = passage.getMatchStarts()[0];
      start = wordStart(content, Math.max(start, match - BEFORE), match);
      end = wordEnd(content, Math.min(end, match + LONGEST - BEFORE), match);
    }
    while (start < end && Character.isWhitespace(content.charAt(start))) {
      start++;
    }
    while (end > start && Character.isWhitespace(content.charAt(end - 1))) {
      end--;
    }
    String text = content.substring(start, end).replaceAll("[\\s\\p{Cntrl}]", " ");
    return new Snippet(text, spans(passage, start, end));
  }

  /** The start of the first whole word from here on, or here if there is none before the match. */
  private static int wordStart(String content, int from, int match) {
    for (int start = from; start < match; start++) {
      if (start == 0 || Character.isWhitespace(content.charAt(start - 1))) {
        return start;
      }
    }
    return Character.isLowSurrogate(content.charAt(from)) ? from + 1 : from;
  }

  /** The end of the last whole word up to here, or here if there is none after the match. */
  private static int wordEnd(String content, int to, int match) {
    for (int end = to; end > match + BEFORE; end--) {
      if (end == content.length() || Character.isWhitespace(content.charAt(end))) {
        return end;
      }
    }
    return Character.isHighSurrogate(content.charAt(to - 1)) ? to - 1 : to;
  }

  /** The matches within the snippet: each once, in order. */
  private static List<Snippet.Span> spans(Passage passage, int start, int end) {
    List<Snippet.Span> matches = new ArrayList<>();
    for (int i = 0; i < passage.getNumMatches(); i++) {
      matches.add(
          new Snippet.Span(passage.getMatchStarts()[i] - start, passage.getMatchEnds()[i] - start));
    }
    matches.sort(Comparator.comparingInt(Snippet.Span::start));
    List<Snippet.Span> spans = new ArrayList<>();
    int last = 0;
    for (Snippet.Span match : matches) {
      if (match.start() >= last && match.end() <= end - start) {
        spans.add(match);
        last = match.end();
      }
    }
    return spans;
  }
}
