package dev.dateline.query;

/**
 * The words of a text as an index has them, nearly: runs of letters and digits, which a dot or an
 * apostrophe does not end, and each sign of Chinese or Japanese by itself. What is written without
 * blanks may have thousands.
 */
final class Pieces {

  private static final String INNER = "'’.";

  private Pieces() {}

  /** How many there are. */
  static int count(String text) {
    return walk(text, Integer.MAX_VALUE).pieces;
  }

  /** The beginning of a text with so many, or all of it. */
  static String first(String text, int most) {
    return text.substring(0, walk(text, most).end);
  }

  /**
   * What was walked over.
   *
   * @param end where the piece begins that is one too many; else the end of the text
   */
  private record Walk(int pieces, int end) {}

  private static Walk walk(String text, int most) {
    int pieces = 0;
    boolean inside = false;
    for (int at = 0; at < text.length(); at += Character.charCount(text.codePointAt(at))) {
      int point = text.codePointAt(at);
      boolean alone = Character.isIdeographic(point) || isHiragana(point);
      boolean letter = alone || Words.anyIn(Character.toString(point));
      if (letter && (alone || !inside) && ++pieces > most) {
        return new Walk(most, at);
      }
      inside = !alone && (letter || (inside && INNER.indexOf(point) >= 0));
    }
    return new Walk(pieces, text.length());
  }

  private static boolean isHiragana(int point) {
    return Character.UnicodeScript.of(point) == Character.UnicodeScript.HIRAGANA;
  }
}
