package dev.dateline.ingest.html;

import java.util.regex.Pattern;

/** What the characters of a text tell: how much it is, and whether it is a sentence. */
final class Prose {

  /** A Chinese, Japanese or Korean character says as much as so many letters. Not fitted. */
  private static final int LETTERS = 3;

  /** A text that is longer is a sentence however it ends. */
  private static final int LONG = 80;

  private static final Pattern END = Pattern.compile("(?s).*[.!?…。！？؟۔।።][\"'”’»)\\]」』]*");

  private Prose() {}

  /** How many letters of an alphabet a character is worth. */
  static int weight(char c) {
    return c >= '\u3041' && c <= '\uD7A3' ? LETTERS : 1;
  }

  /** The length of a text, in letters of an alphabet. */
  static int length(String text) {
    return text.chars().map(c -> weight((char) c)).sum();
  }

  /** Whether a text is long, or ends as a sentence does. */
  static boolean isSentence(String text) {
    return length(text) > LONG || END.matcher(text).matches();
  }
}
