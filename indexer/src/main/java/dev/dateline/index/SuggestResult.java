package dev.dateline.index;

import java.time.Duration;
import java.util.List;

/**
 * The answer to a {@link SuggestRequest}.
 *
 * @param text what was typed
 * @param suggestions what may be meant: first what starts as typed, then what nearly does; each in
 *     the order of {@link Suggestion.Kind}, and within a kind the likeliest first
 * @param took how long the answer took to find
 * @param generation the name of the generation that answered
 */
public record SuggestResult(
    String text, List<Suggestion> suggestions, Duration took, String generation) {

  public SuggestResult {
    suggestions = List.copyOf(suggestions);
  }
}
