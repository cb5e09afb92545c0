package dev.dateline.index;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * How a text that is being typed may go on.
 *
 * @param kind what it is
 * @param text how it is written
 * @param query what finds it, in the query language
 * @param articles how many articles that query finds, at least 1
 * @param id the id of the newest article of that title, or null if it is no title
 */
public record Suggestion(Kind kind, String text, String query, long articles, @Nullable String id) {

  /** What is suggested, in the order in which it is shown. */
  public enum Kind {
    /** Words that several articles have one after another, and single words. */
    PHRASE,
    /** A person or an organisation that wrote articles. */
    AUTHOR,
    /** A tag, often a person, an organisation or a place that articles are about. */
    TAG,
    /** A publisher. */
    SOURCE,
    /** An article. */
    TITLE;

    /** The name in the API: {@code author} in {@code kinds=author}. */
    public String text() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
