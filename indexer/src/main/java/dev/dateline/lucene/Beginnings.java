package dev.dateline.lucene;

import java.util.Arrays;
import java.util.List;

/**
 * Tells of most texts that have nothing which is sought that they have not, without making their
 * words: none of them begins as a word does that is sought. Most paragraphs of an article are such
 * texts. Where letters may be folded, it does not know. Safe for use by many threads.
 */
final class Beginnings {

  /** By how many letters at its end a stem may differ from its word: dying, die. */
  private static final int CHANGED = 2;

  private final String[] beginnings;
  private final boolean unknown;

  /** Whether a beginning has this first letter. */
  private final boolean[] first = new boolean[128];

  /**
   * @param beginnings with which words begin, folded; an empty one stands for any word
   */
  Beginnings(List<String> beginnings) {
    this.beginnings = beginnings.stream().map(Beginnings::plain).toArray(String[]::new);
    this.unknown = Arrays.stream(this.beginnings).anyMatch(String::isEmpty);
    if (!unknown) {
      Arrays.stream(this.beginnings).forEach(each -> first[each.charAt(0)] = true);
    }
  }

  /** The letters and digits up to what may be written in several ways, such as an apostrophe. */
  private static String plain(String beginning) {
    int end = 0;
    while (end < beginning.length() && isLetterOrDigit(beginning.charAt(end))) {
      end++;
    }
    return beginning.substring(0, end);
  }

  /** What all words begin with that have one of two stems. */
  static String ofStems(String one, String other) {
    int least = Math.min(one.length(), other.length()) - CHANGED;
    int same = 0;
    while (same < least && one.charAt(same) == other.charAt(same)) {
      same++;
    }
    return one.substring(0, same);
  }

  /** Whether a word of the text may begin so. */
  boolean mayBeIn(String text) {
    return mayBeIn(text, 0, text.length());
  }

  /** Whether a word of a piece of the text may begin so, at whose start and end words end. */
  boolean mayBeIn(String text, int from, int to) {
    if (unknown) {
      return true;
    }
    int wordStart = from;
    for (int i = from; i < to; i++) {
      char letter = text.charAt(i);
      if (letter >= first.length && !PlainWords.isPunctuation(letter)) {
        return true;
      }
      if (!isLetterOrDigit(PlainWords.lower(letter))) {
        wordStart = i + 1;
      } else if (i - wordStart >= PlainWords.LONGEST // cut, so that one may begin within letters
          || (i == wordStart && first[PlainWords.lower(letter)] && isBeginning(text, i))) {
        return true;
      }
    }
    return false;
  }

  /** Whether the word of plain letters and digits that starts here may begin so. */
  boolean mayBeAt(String text, int start) {
    return unknown || (first[PlainWords.lower(text.charAt(start))] && isBeginning(text, start));
  }

  private boolean isBeginning(String text, int start) {
    for (String each : beginnings) {
      if (text.regionMatches(true, start, each, 0, each.length())) {
        return true;
      }
    }
    return false;
  }

  private static boolean isLetterOrDigit(char letter) {
    return (letter >= 'a' && letter <= 'z') || (letter >= '0' && letter <= '9');
  }
}
