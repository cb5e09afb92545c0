package dev.dateline.query;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads a single word with the sign that may follow it: {@code univers*}, {@code karpaty~}, {@code
 * karpaty~1}.
 */
final class Words {

  private static final Pattern PREFIX = Pattern.compile("([^*~]+)\\*");

  /** With a number of edits, or a share of the letters as older engines took it, or neither. */
  private static final Pattern FUZZY = Pattern.compile("([^*~]+)~(?:(\\d{1,3})|0?\\.\\d+)?");

  /** Up to this length a word has too few letters for two of them to be wrong. */
  private static final int SHORT = 5;

  private static final int MOST_EDITS = 2;

  private Words() {}

  static QueryNode read(Scanner.Typed typed, Notes notes) {
    Matcher prefix = PREFIX.matcher(typed.shape());
    if (prefix.matches()) {
      return new QueryNode.Prefix(typed.word().substring(0, prefix.end(1)));
    }
    Matcher fuzzy = FUZZY.matcher(typed.shape());
    String word = fuzzy.matches() ? typed.word().substring(0, fuzzy.end(1)) : "";
    if (anyIn(word)) {
      int edits = fuzzy.group(2) == null ? usualEdits(word) : Integer.parseInt(fuzzy.group(2));
      if (edits > MOST_EDITS) {
        notes.add("A word is searched with " + MOST_EDITS + " wrong letters at most.");
      }
      return edits == 0
          ? new QueryNode.Word(word)
          : new QueryNode.Fuzzy(word, Math.min(edits, MOST_EDITS));
    }
    if (typed.shape().indexOf('*') >= 0) {
      notes.add("A star stands for letters only at the end of a word.");
    }
    return new QueryNode.Word(typed.word());
  }

  /**
   * Whether there is anything in the text that an index could know: a letter, a digit, or a symbol
   * such as an emoji.
   */
  static boolean anyIn(String text) {
    return text.codePoints()
        .anyMatch(
            point -> Character.isLetterOrDigit(point) || Character.isEmojiPresentation(point));
  }

  private static int usualEdits(String word) {
    return word.length() <= SHORT ? 1 : MOST_EDITS;
  }
}
