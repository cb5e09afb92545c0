package dev.dateline.lucene;

import dev.dateline.index.Snippet;
import dev.dateline.lucene.TextMatcher.Match;
import java.text.BreakIterator;
import java.text.StringCharacterIterator;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * A piece of a text that may be shown.
 *
 * @param text the whole text
 * @param start the offset of the piece
 * @param end the offset after it
 * @param matches what the query looks for in it, by their start
 */
record Passage(String text, int start, int end, List<Match> matches) {

  /** The length at which sentences are taken together, in characters: two lines on a page. */
  private static final int GOAL = 180;

  /** A longer passage is cut around its first match: a sentence without an end is no snippet. */
  private static final int LONGEST = 400;

  /**
   * In UTF-16 units; a flag or a family has up to some twenty. Java goes through all it is given.
   */
  private static final int LONGEST_LETTER = 64;

  private static final char DELETE = '\u007f';

  /** How much of a cut passage stands before its first match. */
  private static final int BEFORE = 80;

  /** More of what was asked is better, and then more often; what stands first is first. */
  static final Comparator<Passage> BEST_FIRST =
      Comparator.comparingInt(Passage::different)
          .thenComparingInt(passage -> passage.matches().size())
          .reversed();

  /** A whole text. */
  static Passage whole(String text, List<Match> matches) {
    return new Passage(text, 0, text.length(), matches);
  }

  /** The sentences of a text that have matches, short ones with those that follow. */
  static List<Passage> sentences(String text, List<Match> matches, Sentences sentences) {
    List<Passage> passages = new ArrayList<>();
    int start = 0;
    for (int next = 0; next < matches.size(); ) {
      int match = matches.get(next).start();
      int sentence = sentences.end(text, start);
      while (sentence <= match) {
        start = sentence;
        sentence = sentences.end(text, start);
      }
      int end = end(text, start, sentence, sentences);
      int first = next;
      while (next < matches.size() && matches.get(next).start() < end) {
        next++;
      }
      passages.add(new Passage(text, start, end, matches.subList(first, next)));
      start = end;
    }
    return passages;
  }

  /** The sentences with which a text begins. */
  static Passage beginning(String text, Sentences sentences) {
    int end = end(text, 0, sentences.end(text, 0), sentences);
    return new Passage(text, 0, end, List.of());
  }

  /** Where a passage ends that has the sentence up to here. */
  private static int end(String text, int start, int sentence, Sentences sentences) {
    int end = sentence;
    while (end - start < GOAL && end < text.length()) {
      int longer = sentences.end(text, end);
      if (longer - start > LONGEST) {
        break;
      }
      end = longer;
    }
    return end;
  }

  /** The passage as it is shown. */
  Snippet snippet() {
    int from = start;
    int to = end;
    if (to - from > LONGEST) {
      int match = matches.isEmpty() ? from : matches.getFirst().start();
      from = Math.max(from, match - BEFORE);
      from = from == start ? from : wordStart(from, match);
      to = wordEnd(Math.min(to, from + LONGEST), match);
    }
    while (from < to && Character.isWhitespace(text.charAt(from))) {
      from++;
    }
    while (to > from && Character.isWhitespace(text.charAt(to - 1))) {
      to--;
    }
    return new Snippet(withoutControls(text.substring(from, to)), spans(from, to));
  }

  /** A text with a blank for each line break, tabulator, and other sign that nobody can see. */
  private static String withoutControls(String text) {
    char[] shown = text.toCharArray();
    boolean changed = false;
    for (int i = 0; i < shown.length; i++) {
      if (shown[i] < ' ' || shown[i] == DELETE) {
        shown[i] = ' ';
        changed = true;
      }
    }
    return changed ? new String(shown) : text;
  }

  /** The start of the first whole word from here on; of a letter where there is none. */
  private int wordStart(int from, int match) {
    for (int i = from; i < match; i++) {
      if (Character.isWhitespace(text.charAt(i - 1))) {
        return i;
      }
    }
    BreakIterator letters = lettersAround(from);
    return letters.isBoundary(from) ? from : letters.following(from);
  }

  /** The end of the last whole word up to here; of a letter where there is none after the match. */
  private int wordEnd(int to, int match) {
    for (int i = to; i > match + BEFORE; i--) {
      if (i == text.length() || Character.isWhitespace(text.charAt(i))) {
        return i;
      }
    }
    BreakIterator letters = lettersAround(to);
    return letters.isBoundary(to) ? to : letters.preceding(to);
  }

  /** What a reader takes for one letter: with its accents, an emoji with all that it is made of. */
  private BreakIterator lettersAround(int place) {
    int begin = Math.max(0, place - LONGEST_LETTER);
    int after = Math.min(text.length(), place + LONGEST_LETTER);
    BreakIterator letters = BreakIterator.getCharacterInstance(Locale.ROOT);
    letters.setText(new StringCharacterIterator(text, begin, after, begin));
    return letters;
  }

  /** The matches within the piece: each word once, in order. */
  private List<Snippet.Span> spans(int from, int to) {
    Set<Snippet.Span> spans = new LinkedHashSet<>();
    for (Match match : matches) {
      if (match.start() >= from && match.end() <= to) {
        spans.add(new Snippet.Span(match.start() - from, match.end() - from));
      }
    }
    return List.copyOf(spans);
  }

  private int different() {
    BitSet different = new BitSet();
    matches.forEach(match -> different.set(match.sought()));
    return different.cardinality();
  }
}
