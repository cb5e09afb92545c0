package dev.dateline.query;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** How the parts of a query are spelled, so that they are read back as they are. */
final class NormalForm {

  /** Words that join others when they stand alone. */
  static final Set<String> JOINING_WORDS = Set.of("OR", "AND", "NOT");

  /** Characters that mean something, or may, wherever they stand in a word. */
  private static final String SPECIAL = "\\()|*~";

  private NormalForm() {}

  static String word(String text) {
    return WebAddress.is(text) ? text : lettersOf(text);
  }

  /** The same for what a sign follows, so that it is no address. */
  static String lettersOf(String text) {
    boolean syntax =
        JOINING_WORDS.contains(text)
            || text.startsWith("-")
            || text.startsWith("+")
            || Quotation.opens(text.charAt(0))
            || WebAddress.end(text, 0) > 0;
    int colon = text.indexOf(':');
    if (colon < 0 || Operators.name(text.substring(0, colon)) == null) {
      return (syntax ? "\\" : "") + escaped(text, SPECIAL);
    }
    return text.substring(0, colon) + "\\" + escaped(text.substring(colon), SPECIAL);
  }

  static String quoted(String text) {
    return '"' + escaped(text, "\\\"") + '"';
  }

  private static String escaped(String text, String special) {
    StringBuilder spelled = new StringBuilder();
    text.chars()
        .forEach(
            unit -> {
              if (special.indexOf(unit) >= 0) {
                spelled.append('\\');
              }
              spelled.append((char) unit);
            });
    return spelled.toString();
  }

  static String value(String text) {
    return text.chars().allMatch(Character::isLetterOrDigit) ? text : quoted(text);
  }

  static String joined(List<QueryNode> parts, String between) {
    return parts.stream().map(NormalForm::operand).collect(Collectors.joining(between));
  }

  /** A part as it stands beside others: in parentheses where it is itself joined of several. */
  static String operand(QueryNode part) {
    return switch (part) {
      case QueryNode.All all -> "(" + all + ")";
      case QueryNode.Any any -> "(" + any + ")";
      default -> part.toString();
    };
  }
}
