package dev.dateline.cli;

import dev.dateline.index.Explanation;
import dev.dateline.index.Explanation.Clause;
import java.util.Locale;

/** What the parts of a query find, as a person reads it at the terminal. */
final class ExplanationText {

  private ExplanationText() {}

  /** A line for each part, indented as the query is built, and then what leaves nothing. */
  static String of(Explanation explanation) {
    StringBuilder text = new StringBuilder();
    add(text, explanation.query(), "");
    for (Clause clause : explanation.leavingNothing()) {
      text.append(
          String.format(
              Locale.ENGLISH,
              "Nothing is left by %s; without it: %,d%n",
              TerminalText.plain(clause.text()),
              clause.without()));
    }
    if (explanation.withoutFilters() != null) {
      text.append(
          String.format(
              Locale.ENGLISH, "Without the filters: %,d%n", explanation.withoutFilters()));
    }
    return text.append('\n').toString();
  }

  private static void add(StringBuilder text, Clause clause, String indent) {
    String name = clause.text().isEmpty() ? "everything" : TerminalText.plain(clause.text());
    text.append(String.format(Locale.ENGLISH, "%,9d  %s%s%n", clause.articles(), indent, name));
    clause.parts().forEach(part -> add(text, part, indent + "  "));
  }
}
