package dev.dateline.lucene;

import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A word of a text that is compared with a query. It is stemmed only where its stem can be one that
 * is sought, as stemming is half of what snippets cost: a stemmer changes the ends of words, so
 * that a stem begins as its word does. Used by one thread.
 */
final class SeenWord {

  private final String written;
  private final UnaryOperator<String> stemmer;
  private @Nullable String stem;

  /**
   * @param written the word as written, folded, without its mark
   * @param stemmer that of the language of the text
   */
  SeenWord(String written, UnaryOperator<String> stemmer) {
    this.written = written;
    this.stemmer = stemmer;
  }

  String written() {
    return written;
  }

  boolean hasStem(String sought) {
    if (sought.isEmpty() || sought.charAt(0) != written.charAt(0)) {
      return false;
    }
    if (stem == null) {
      stem = stemmer.apply(written);
    }
    return stem.equals(sought);
  }
}
