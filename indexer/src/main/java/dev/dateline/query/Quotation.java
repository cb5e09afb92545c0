package dev.dateline.query;

import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Text in quotation marks, of any of the world's keyboards.
 *
 * @param text what is between the marks, with single blanks
 * @param end where the query goes on after it
 */
record Quotation(String text, int end) {

  /** What is said of a mark that is alone. */
  static final String HALF =
      "A quotation mark without its partner was left out; words are a phrase between two of them.";

  /** What ends a word that somebody quotes; inches are no quotation. */
  private static final Pattern CLOSED =
      Pattern.compile(".*[^\\p{N}\"“”„«»‹›「」『』《》][\"“”«»‹›」』》][.,;:!?]*+");

  private static final String OPENING = "\"“”‟„«»‹›「『《";

  /** What stands for a star after a backslash, which no index knows. */
  private static final char ESCAPED_STAR = ' ';

  /** A star with nothing of a word after it. */
  private static final Pattern STAR_AT_END = Pattern.compile("\\*[^\\p{L}\\p{M}\\p{N}]*+$");

  static boolean opens(char sign) {
    return OPENING.indexOf(sign) >= 0;
  }

  /** Whether a mark at the end of the word closes what nothing opened. */
  static boolean closes(String word) {
    return CLOSED.matcher(word).matches();
  }

  /** The quotation that starts here; null if it has no end. */
  static @Nullable Quotation read(String query, int start) {
    String closing = closing(query.charAt(start));
    StringBuilder text = new StringBuilder();
    for (int next = start + 1; next < query.length(); next++) {
      char unit = query.charAt(next);
      if (closing.indexOf(unit) >= 0) {
        return new Quotation(text.toString().strip().replaceAll(" +", " "), next + 1);
      }
      boolean escaped = unit == '\\' && next + 1 < query.length();
      if (escaped) {
        next++;
        unit = query.charAt(next);
      }
      text.append(escaped && unit == '*' ? ESCAPED_STAR : unit);
    }
    return null;
  }

  /**
   * The words of a phrase: a star stands at the end of a word, for any letters, or between words,
   * for any word; others mean nothing.
   */
  String phrase() {
    String words =
        Arrays.stream(text.split(" ", -1)).map(Quotation::word).collect(Collectors.joining(" "));
    return words.strip().replaceAll(" +", " ").replaceAll("^(\\* )+|( \\*)+$", "");
  }

  private static String word(String typed) {
    Matcher star = STAR_AT_END.matcher(typed);
    return star.find()
        ? typed.substring(0, star.start()).replace('*', ' ') + "*"
        : typed.replace('*', ' ');
  }

  /** What ends a quotation; one that begins curly may end straight, as keyboards go. */
  private static String closing(char opening) {
    return switch (opening) {
      case '“', '”', '‟' -> "”\"";
      case '„' -> "“”\"";
      case '«' -> "»";
      case '»' -> "«»";
      case '‹' -> "›";
      case '›' -> "‹›";
      case '「' -> "」";
      case '『' -> "』";
      case '《' -> "》";
      default -> "\"";
    };
  }
}
