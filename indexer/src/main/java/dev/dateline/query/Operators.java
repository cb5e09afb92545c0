package dev.dateline.query;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads the operators of the query language that take a value: {@code source:}, {@code before:},
 * {@code when:} ...
 */
final class Operators {

  private static final Set<String> TIMES = Set.of("before", "after", "when");

  private Operators() {}

  static boolean isName(String name) {
    return TIMES.contains(name) || attribute(name).isPresent();
  }

  /** The node of an operator with its value; null, with a note, where the value is none. */
  static @Nullable QueryNode read(String name, String value, Notes notes) {
    QueryNode node =
        switch (name) {
          case "before" -> day(value).<QueryNode>map(QueryNode.Before::new).orElse(null);
          case "after" -> day(value).<QueryNode>map(QueryNode.After::new).orElse(null);
          case "when" -> Ages.parse(value).<QueryNode>map(QueryNode.Within::new).orElse(null);
          default -> has(attribute(name).orElseThrow(), value);
        };
    if (node == null) {
      notes.add(
          switch (name) {
            case "before", "after" ->
                name + ": takes a date such as 2026-11-22; it was searched as words.";
            case "when" -> "when: takes an age such as 12h, 7d or 2w; it was searched as words.";
            default -> name + ": takes a value; it was searched as a word.";
          });
    }
    return node;
  }

  /** The parts that a comma-separated list names; none if it names anything else. */
  static List<TextPart> parts(String names) {
    List<TextPart> parts = new ArrayList<>();
    for (String name : names.split(",", -1)) {
      Optional<TextPart> part =
          Arrays.stream(TextPart.values())
              .filter(each -> each.text().equals(name.toLowerCase(Locale.ROOT)))
              .findFirst();
      if (part.isEmpty()) {
        return List.of();
      }
      if (!parts.contains(part.get())) {
        parts.add(part.get());
      }
    }
    return parts;
  }

  private static @Nullable QueryNode has(Attribute attribute, String value) {
    return Words.anyIn(value) ? new QueryNode.Has(attribute, value) : null;
  }

  private static Optional<Attribute> attribute(String operator) {
    return Arrays.stream(Attribute.values())
        .filter(each -> each.operator().equals(operator))
        .findFirst();
  }

  /** The day that the text names, or the first day of the month or the year that it names. */
  private static Optional<LocalDate> day(String text) {
    String full =
        switch (text.length()) {
          case 4 -> text + "-01-01";
          case 7 -> text + "-01";
          case 10 -> text;
          default -> "";
        };
    try {
      return Optional.of(LocalDate.parse(full.replace('/', '-')));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}
