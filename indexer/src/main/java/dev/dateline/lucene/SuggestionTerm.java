package dev.dateline.lucene;

import dev.dateline.index.Suggestion.Kind;
import java.util.Locale;
import org.apache.lucene.util.BytesRef;

/**
 * A term of {@link Fields#SUGGESTIONS}: what can be suggested, under one of the texts by whose
 * start it is found. Terms are sorted by that text first, so that those with one start stand
 * together.
 *
 * @param key the text as it is compared: {@link #key(String)}
 * @param kind what it is
 * @param written how it is shown
 */
record SuggestionTerm(String key, Kind kind, String written) {

  /** Unicode's categories of digits and marks, one bit each. */
  private static final int OF_WORD =
      1 << Character.DECIMAL_DIGIT_NUMBER
          | 1 << Character.LETTER_NUMBER
          | 1 << Character.OTHER_NUMBER
          | 1 << Character.NON_SPACING_MARK
          | 1 << Character.ENCLOSING_MARK
          | 1 << Character.COMBINING_SPACING_MARK;

  private static final char SEPARATOR = '\0';

  /** Reads what {@link #text()} gives. */
  static SuggestionTerm parse(String text) {
    int separator = text.indexOf(SEPARATOR);
    String key = text.substring(0, separator);
    String written = text.substring(separator + 2);
    Kind kind = kind((byte) text.charAt(separator + 1));
    return new SuggestionTerm(key, kind, written.isEmpty() ? key : written);
  }

  /** The kind of a term, without reading it whole. */
  static Kind kind(BytesRef term) {
    int at = term.offset;
    while (term.bytes[at] != SEPARATOR) {
      at++;
    }
    return kind(term.bytes[at + 1]);
  }

  /** The letter for a kind in a term. */
  static byte letter(Kind kind) {
    return switch (kind) {
      case PHRASE -> 'p';
      case AUTHOR -> 'a';
      case TAG -> 't';
      case SOURCE -> 's';
      case TITLE -> throw new IllegalArgumentException("titles are looked up in the index");
    };
  }

  /** The kind that a letter in a term stands for. */
  static Kind kind(byte letter) {
    return switch (letter) {
      case 'p' -> Kind.PHRASE;
      case 'a' -> Kind.AUTHOR;
      case 't' -> Kind.TAG;
      case 's' -> Kind.SOURCE;
      default -> throw new IllegalArgumentException("no kind of suggestion: " + (char) letter);
    };
  }

  /** Whether the key of a term is one word. */
  static boolean isSingleWord(BytesRef term) {
    for (int at = term.offset; term.bytes[at] != SEPARATOR; at++) {
      if (term.bytes[at] == ' ') {
        return false;
      }
    }
    return true;
  }

  /** The term; a text that is written as it is compared stands there once. */
  String text() {
    return key + SEPARATOR + (char) letter(kind) + (written.equals(key) ? "" : written);
  }

  /**
   * A text as it is compared: in lower case, without diacritics and apostrophes, with a blank for
   * all else that is neither letter nor digit.
   */
  static String key(String text) {
    String folded = Analysis.ascii(text.toLowerCase(Locale.ROOT));
    StringBuilder key = new StringBuilder(folded.length());
    boolean blank = false;
    for (int i = 0; i < folded.length(); i = folded.offsetByCodePoints(i, 1)) {
      int character = folded.codePointAt(i);
      if (isOfWord(character)) {
        key.append(blank && !key.isEmpty() ? " " : "").appendCodePoint(character);
        blank = false;
      } else if (character != '\'' && character != '’') {
        blank = true;
      }
    }
    return key.toString();
  }

  /** Whether it is a letter, a digit or a mark on one. */
  private static boolean isOfWord(int character) {
    return Character.isLetter(character) || (OF_WORD >> Character.getType(character) & 1) != 0;
  }
}
