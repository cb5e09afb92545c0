package dev.dateline.lucene;

/**
 * Words that need no analyzer: letters without accents and digits, between signs that surely part
 * words by Unicode's rules (UAX #29). In news these are nearly all. What may be joined by its
 * neighbours to something else, such as {@code don't}, {@code 3.14}, {@code U.S.}, {@code co_op} or
 * {@code 1} before an accent, is not plain.
 */
final class PlainWords {

  /** Longer words are cut by the tokenizer. */
  static final int LONGEST = 255;

  private static final byte PARTS = 0;
  private static final byte WORD = 1;

  /** Joins some of what may stand on both sides of it. */
  private static final byte JOINS = 2;

  private static final byte UNKNOWN = 3;

  private static final byte[] ASCII = new byte[128];

  static {
    for (char sign = 0; sign < ASCII.length; sign++) {
      boolean isWord = Character.isLetterOrDigit(sign);
      ASCII[sign] = isWord ? WORD : "'.:,;".indexOf(sign) >= 0 ? JOINS : PARTS;
    }
    ASCII['_'] = UNKNOWN;
  }

  private PlainWords() {}

  /** The offset after the plain word that starts here; the same offset if none does. */
  static int wordEnd(String text, int start) {
    int end = start;
    while (end < text.length() && kind(text.charAt(end)) == WORD) {
      end++;
    }
    return end - start <= LONGEST && isEnd(text, end) ? end : start;
  }

  /** Whether nothing of what follows belongs to the word before. */
  private static boolean isEnd(String text, int end) {
    byte next = kind(text, end);
    if (next == JOINS) {
      byte joined = kind(text, end + 1);
      return joined == PARTS || joined == JOINS;
    }
    return next == PARTS;
  }

  /** Whether what stands here between words is plain too, and no beginning of anything else. */
  static boolean isBetween(String text, int at) {
    byte kind = kind(text.charAt(at));
    return (kind == PARTS || kind == JOINS) && kind(text, at + 1) != UNKNOWN;
  }

  /** The end of what is not plain: at a blank, before what may be plain again. */
  static int restEnd(String text, int start) {
    int end = blank(text, start);
    while (kind(text, end + 1) == UNKNOWN) {
      end = blank(text, end + 1);
    }
    return end;
  }

  private static int blank(String text, int from) {
    int at = from + 1;
    while (at < text.length() && text.charAt(at) > ' ') {
      at++;
    }
    return at;
  }

  /**
   * Folds a plain word.
   *
   * @param folded gets it, from its beginning
   */
  static void fold(String text, int start, int end, char[] folded) {
    for (int i = start; i < end; i++) {
      folded[i - start] = lower(text.charAt(i));
    }
  }

  /** Folds a letter or digit of a plain word. */
  static char lower(char letter) {
    return letter >= 'A' && letter <= 'Z' ? (char) (letter + 'a' - 'A') : letter;
  }

  /**
   * Whether a sign beyond ASCII is a dash, a quotation mark, dots or the like, or the blank that
   * does not break.
   */
  static boolean isPunctuation(char sign) {
    return kind(sign) != UNKNOWN;
  }

  private static byte kind(String text, int at) {
    return at < text.length() ? kind(text.charAt(at)) : PARTS;
  }

  private static byte kind(char sign) {
    if (sign < ASCII.length) {
      return ASCII[sign];
    }
    return switch (sign) {
      case '\u2018', '\u2019', '\u2024', '\u2027' -> JOINS;
      case '\u00a0' -> PARTS;
      default -> sign >= '\u2010' && sign <= '\u2026' ? PARTS : UNKNOWN;
    };
  }
}
