package dev.dateline.lucene;

import java.text.BreakIterator;
import java.text.StringCharacterIterator;
import java.util.Locale;

/**
 * Where the sentences of a text end, as Java's {@link BreakIterator} has it. It is asked only where
 * a sentence may end, as it takes ten times as long for a letter as passing over it does: all that
 * its rules need of what stands before is that sign. Used by one thread.
 */
final class Sentences {

  private final BreakIterator ends;

  Sentences(Locale language) {
    this.ends = BreakIterator.getSentenceInstance(language);
  }

  /**
   * The first end of a sentence after an offset.
   *
   * @param from the offset of the start of a sentence, less than the length of the text
   */
  int end(String text, int from) {
    int sign = from;
    while (sign < text.length() && !mayEnd(text.charAt(sign))) {
      sign++;
    }
    if (sign == text.length()) {
      return sign;
    }
    // One unit before the sign, as a sentence may end there too: Java has it so in "Oh.*".
    int start = Math.max(from, sign - 1);
    ends.setText(new StringCharacterIterator(text, start, text.length(), start));
    return ends.next();
  }

  /** Full stops, question and exclamation marks of several scripts, and the end of a paragraph. */
  private static boolean mayEnd(char sign) {
    return switch (sign) {
      case '.', '!', '?', '\u0964', '\u0965', '\u2029', '\u3002', '\uff01', '\uff0e', '\uff1f' ->
          true;
      default -> false;
    };
  }
}
