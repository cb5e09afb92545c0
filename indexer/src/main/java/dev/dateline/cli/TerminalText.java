package dev.dateline.cli;

import java.lang.Character.UnicodeScript;
import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Text from an article, made fit for a terminal. */
final class TerminalText {

  /**
   * A line of a text, without white space at its ends.
   *
   * @param start the offset of its first UTF-16 unit
   * @param end the offset after its last
   */
  record Line(int start, int end) {}

  private TerminalText() {}

  /**
   * The text with a blank in place of each character that a terminal would act upon: control
   * characters, which could move the cursor or worse, line breaks, and overrides of the direction
   * of writing. Offsets stay.
   */
  static String plain(String text) {
    StringBuilder plain = new StringBuilder(text);
    for (int i = 0; i < plain.length(); i++) {
      if (actsOnTerminal(plain.charAt(i))) {
        plain.setCharAt(i, ' ');
      }
    }
    return plain.toString();
  }

  private static boolean actsOnTerminal(char c) {
    return Character.isISOControl(c)
        || c == '\u2028'
        || c == '\u2029'
        || (c >= '\u202a' && c <= '\u202e')
        || (c >= '\u2066' && c <= '\u2069');
  }

  /**
   * Breaks a text where its script allows it. A word that is longer than a line stands over.
   *
   * @param width columns a line, at least 1
   */
  static List<Line> lines(String text, int width) {
    BreakIterator breaks = BreakIterator.getLineInstance(Locale.ROOT);
    breaks.setText(text);
    List<Line> lines = new ArrayList<>();
    Line line = new Line(0, 0);
    for (int end = breaks.next(); end != BreakIterator.DONE; end = breaks.next()) {
      Line longer = trimmed(text, line.start(), end);
      if (columns(text, longer) > width && line.end() > line.start()) {
        lines.add(line);
        longer = trimmed(text, line.end(), end);
      }
      line = longer;
    }
    if (line.end() > line.start()) {
      lines.add(line);
    }
    return lines;
  }

  private static Line trimmed(String text, int start, int end) {
    while (end > start && Character.isWhitespace(text.charAt(end - 1))) {
      end--;
    }
    while (start < end && Character.isWhitespace(text.charAt(start))) {
      start++;
    }
    return new Line(start, end);
  }

  private static int columns(String text, Line line) {
    return text.substring(line.start(), line.end()).codePoints().map(TerminalText::columns).sum();
  }

  /** Columns that a character takes: none if it is set upon another one, two if it is wide. */
  private static int columns(int codePoint) {
    return switch (Character.getType(codePoint)) {
      case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK, Character.FORMAT -> 0;
      default -> isWide(codePoint) ? 2 : 1;
    };
  }

  private static boolean isWide(int codePoint) {
    return Character.isEmojiPresentation(codePoint)
        || switch (UnicodeScript.of(codePoint)) {
          case HAN, HANGUL, HIRAGANA, KATAKANA -> true;
          default -> false;
        };
  }
}
