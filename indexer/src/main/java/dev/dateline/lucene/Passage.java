package dev.dateline.lucene;

import dev.dateline.index.Snippet;
import dev.dateline.lucene.TextMatcher.Match;
import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

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

  private static final Pattern NOT_SHOWN = Pattern.compile("[\\s\\p{Cntrl}]");

  /** How much of a cut passage stands before its first match. */
  private static final int BEFORE = 80;

  /** More of what was asked is better, and then more often; what stands first is first. */
  static final Comparator<Passage> BEST_FIRST =
      Comparator.comparingLong(Passage::different)
          .thenComparingInt(passage -> passage.matches().size())
          .reversed();

  /** A whole text. */
  static Passage whole(String text, List<Match> matches) {
    return new Passage(text, 0, text.length(), matches);
  }

  /** The sentences of a text that have matches, short ones with those that follow. */
  static List<Passage> sentences(String text, List<Match> matches, BreakIterator sentences) {
    List<Passage> passages = new ArrayList<>();
    sentences.setText(text);
    int end = 0;
    for (int next = 0; next < matches.size(); ) {
      int match = matches.get(next).start();
      int start = Math.max(end, sentences.preceding(match + 1));
      end = end(text, start, sentences.following(match), sentences);
      int first = next;
      while (next < matches.size() && matches.get(next).start() < end) {
        next++;
      }
      passages.add(new Passage(text, start, end, matches.subList(first, next)));
    }
    return passages;
  }

  /** The sentences with which a text begins. */
  static Passage beginning(String text, BreakIterator sentences) {
    sentences.setText(text);
    return new Passage(text, 0, end(text, 0, sentences.following(0), sentences), List.of());
  }

  /** Where a passage ends that has the sentence up to here. */
  private static int end(String text, int start, int sentence, BreakIterator sentences) {
    int end = sentence;
    while (end - start < GOAL && end < text.length()) {
      int longer = sentences.following(end);
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
    String shown = NOT_SHOWN.matcher(text.substring(from, to)).replaceAll(" ");
    return new Snippet(shown, spans(from, to));
  }

  /** The start of the first whole word from here on; of a letter where there is none. */
  private int wordStart(int from, int match) {
    for (int i = from; i < match; i++) {
      if (Character.isWhitespace(text.charAt(i - 1))) {
        return i;
      }
    }
    BreakIterator letters = letters();
    return letters.isBoundary(from) ? from : letters.following(from);
  }

  /** The end of the last whole word up to here; of a letter where there is none after the match. */
  private int wordEnd(int to, int match) {
    for (int i = to; i > match + BEFORE; i--) {
      if (i == text.length() || Character.isWhitespace(text.charAt(i))) {
        return i;
      }
    }
    BreakIterator letters = letters();
    return letters.isBoundary(to) ? to : letters.preceding(to);
  }

  /** What a reader takes for one letter: with its accents, an emoji with all that it is made of. */
  private BreakIterator letters() {
    BreakIterator letters = BreakIterator.getCharacterInstance(Locale.ROOT);
    letters.setText(text);
    return letters;
  }

  /** The matches within the piece: each word once, in order. */
  private List<Snippet.Span> spans(int from, int to) {
    return matches.stream()
        .filter(match -> match.start() >= from && match.end() <= to)
        .map(match -> new Snippet.Span(match.start() - from, match.end() - from))
        .distinct()
        .toList();
  }

  private long different() {
    return matches.stream().mapToInt(Match::sought).distinct().count();
  }
}
