package dev.dateline.lucene;

import java.util.List;

/**
 * A text that is being typed, as suggestions are compared.
 *
 * @param key the whole, with a blank at its end if the last word is finished
 * @param before the words before the last one
 * @param last the word that is being typed, empty if the last one is finished
 */
record TypedText(String key, List<String> before, String last) {

  /** Nobody types more before looking at suggestions; in characters. */
  private static final int LONGEST = 100;

  static TypedText of(String text) {
    String recent = text.substring(0, Math.min(LONGEST, text.length()));
    String key = SuggestionTerm.key(recent);
    boolean finished = recent.endsWith(" ") && !key.isEmpty();
    List<String> words = key.isEmpty() ? List.of() : List.of(key.split(" "));
    return finished || words.isEmpty()
        ? new TypedText(finished ? key + " " : key, words, "")
        : new TypedText(key, words.subList(0, words.size() - 1), words.getLast());
  }

  boolean isEmpty() {
    return key.isEmpty();
  }
}
