package dev.dateline.lucene;

import dev.dateline.query.WebAddress;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The ways in which an article may write what a query asks for. Signs are no words, so that {@code
 * AT&T} and {@code AT & T} are the same in the index; {@code AT and T} has a word more.
 */
final class Spellings {

  /** Between two words, with blanks or without. */
  private static final Pattern AMPERSAND =
      Pattern.compile("(?<=[\\p{L}\\p{M}\\p{N}.]) ?& ?(?=[\\p{L}\\p{N}])");

  /** Beside a single letter, where no text has the two words next to each other but for a sign. */
  private static final Pattern AND_OF_LETTERS =
      Pattern.compile(
          "(?i)(?<![\\p{L}\\p{M}\\p{N}])(?:(\\p{L}) and (?=\\p{L})|(\\p{L}+) and"
              + " (?=\\p{L}(?![\\p{L}\\p{M}\\p{N}*])))");

  private Spellings() {}

  /** Those of a plain word, at least one. */
  static List<String> ofWord(String text) {
    return WebAddress.is(text) ? WebAddress.names(text) : both(text, withAnd(text));
  }

  /**
   * Those of a phrase, at least one. A sign may be the word; the word is a sign only where that can
   * be told from two words side by side: in {@code "R and D"}, not in {@code "oil and gas"}.
   */
  static List<String> ofPhrase(String text) {
    String spelled = withAnd(text);
    return spelled.equals(text)
        ? both(text, AND_OF_LETTERS.matcher(text).replaceAll("$1$2 "))
        : both(text, spelled);
  }

  private static String withAnd(String text) {
    return AMPERSAND.matcher(text).replaceAll(" and ");
  }

  private static List<String> both(String text, String other) {
    return Stream.of(text, other).distinct().toList();
  }
}
