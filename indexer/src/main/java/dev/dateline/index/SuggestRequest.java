package dev.dateline.index;

import java.util.EnumSet;
import java.util.Set;

/**
 * Asks how a text goes on that is being typed.
 *
 * @param text what was typed until now; the last word is taken for unfinished
 * @param kinds what is suggested; empty for all kinds
 * @param limit how many suggestions, 1 to {@value #MAX_LIMIT}
 */
public record SuggestRequest(String text, Set<Suggestion.Kind> kinds, int limit) {

  /** Suggestions, at most. */
  public static final int MAX_LIMIT = 50;

  /** Suggestions, unless told otherwise. */
  public static final int DEFAULT_LIMIT = 10;

  public SuggestRequest {
    if (limit < 1 || limit > MAX_LIMIT) {
      throw new IllegalArgumentException("1 to " + MAX_LIMIT + " suggestions: " + limit);
    }
    kinds = kinds.isEmpty() ? EnumSet.allOf(Suggestion.Kind.class) : EnumSet.copyOf(kinds);
  }

  /** A request with the defaults of the API. */
  public static SuggestRequest of(String text) {
    return new SuggestRequest(text, Set.of(), DEFAULT_LIMIT);
  }
}
