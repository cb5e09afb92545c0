package dev.dateline.lucene;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;

/**
 * A text that is being typed, as suggestions are compared.
 *
 * @param written its words in lower case, with a blank at its end if the last word is finished
 * @param key the same as suggestions are compared
 * @param before the words before the last one
 * @param last the word that is being typed, empty if the last one is finished
 */
record TypedText(String written, String key, List<String> before, String last) {

  /** Nobody types more before looking at suggestions; in characters. */
  private static final int LONGEST = 100;

  static TypedText of(String text) {
    String start = text.substring(0, Math.min(LONGEST, text.length()));
    String recent = Normalizer.normalize(start, Normalizer.Form.NFC);
    String key = SuggestionTerm.key(recent);
    String end = recent.endsWith(" ") && !key.isEmpty() ? " " : "";
    List<String> words = key.isEmpty() ? List.of() : List.of(key.split(" "));
    return end.isEmpty() && !words.isEmpty()
        ? new TypedText(written(recent), key, words.subList(0, words.size() - 1), words.getLast())
        : new TypedText(written(recent) + end, key + end, words, "");
  }

  /** Without what is syntax in a query: it goes on as words. */
  private static String written(String text) {
    return text.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{M}\\p{N}'’.&]+", " ").strip();
  }

  boolean isEmpty() {
    return key.isEmpty();
  }
}
