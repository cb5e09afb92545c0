package dev.dateline.query;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Reads the operators of the query language that take a value: {@code source:}, {@code before:},
 * {@code when:} ...
 */
final class Operators {

  private static final Set<String> TIMES = Set.of("before", "after", "when");
  private static final Set<String> SCOPES = Set.of("in", "intitle");

  /** Kept free for the day on which articles are grouped by their story. */
  private static final String STORY = "story";

  private Operators() {}

  /** All operators, and what else some of them are called. */
  static List<String> names() {
    return Stream.of(
            TIMES.stream(),
            SCOPES.stream(),
            Arrays.stream(Attribute.values()).map(Attribute::operator),
            Stream.of("title", "domain", "language"))
        .flatMap(names -> names)
        .toList();
  }

  /** Whether any word is a value of the operator. */
  static boolean takesAnything(String name) {
    return name.equals("intitle") || attribute(name).isPresent();
  }

  /**
   * Whether an operator is meant though a blank stands after its colon: by its name, which is no
   * word, or by what follows, which is a value of its kind.
   *
   * @param typed the name as it was typed
   */
  static boolean isClear(String name, String typed, String value) {
    return switch (name) {
      case "intitle" -> typed.equalsIgnoreCase(name) && !value.isEmpty();
      case "lang" -> typed.equalsIgnoreCase(name) && Words.anyIn(value);
      case "site" -> WebAddress.is(value);
      case "in" -> !parts(value.split(":", 2)[0]).isEmpty();
      default -> TIMES.contains(name) && Times.read(name, value) != null;
    };
  }

  /**
   * The operator that a text names, as phones and the names of parameters have it: {@code Site},
   * {@code domain}. Null if it names none.
   */
  static @Nullable String name(String typed) {
    String name =
        switch (typed.toLowerCase(Locale.ROOT)) {
          case "title" -> "intitle";
          case "domain" -> Attribute.DOMAIN.operator();
          case "language" -> Attribute.LANGUAGE.operator();
          case String lower -> lower;
        };
    boolean known =
        TIMES.contains(name)
            || SCOPES.contains(name)
            || name.equals(STORY)
            || attribute(name).isPresent();
    return known ? name : null;
  }

  /**
   * The node of an operator with its value, which may be a list with commas; null, with a note,
   * where the value is none.
   */
  static @Nullable QueryNode read(String name, String value, Notes notes) {
    boolean list = attribute(name).isPresent() && value.contains(",");
    if (!list) {
      return readQuoted(name, value, notes);
    }
    List<QueryNode> values =
        Stream.of(value.split(",", -1))
            .filter(Words::anyIn)
            .limit(QueryText.MOST_LEAVES)
            .map(each -> readQuoted(name, each, notes))
            .distinct()
            .toList();
    return values.size() < 2 ? readQuoted(name, value, notes) : new QueryNode.Any(values);
  }

  /** The same for a value in quotation marks, which is one whatever is in it. */
  static @Nullable QueryNode readQuoted(String name, String value, Notes notes) {
    QueryNode node =
        TIMES.contains(name)
            ? Times.read(name, value)
            : attribute(name).map(attribute -> has(attribute, value)).orElse(null);
    if (node == null) {
      notes.add(
          switch (name) {
            case "before", "after" ->
                name
                    + ": takes a date such as 2026-11-22, 2026-11 or yesterday, or an age such as"
                    + " 7d; it was searched as words.";
            case "when" ->
                "when: takes an age such as 12h, 7d or 2w, a date such as 2026-11, or a span such"
                    + " as 2026-10..2026-11; it was searched as words.";
            case STORY -> "story: is not known yet; it was searched as words.";
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
    // All that is under a site belongs to it anyway.
    String kept = attribute == Attribute.DOMAIN ? value.replaceFirst("^[*. ]+", "") : value;
    return Words.anyIn(kept) ? new QueryNode.Has(attribute, kept) : null;
  }

  private static Optional<Attribute> attribute(String operator) {
    return Arrays.stream(Attribute.values())
        .filter(each -> each.operator().equals(operator))
        .findFirst();
  }
}
