package dev.dateline.query;

import java.util.List;
import java.util.stream.Collectors;

/** A piece of a query as the {@link Lexer} cuts it. */
sealed interface Token {

  /** Something that an article has or has not: a word, a phrase, a date. */
  record Leaf(QueryNode node) implements Token {}

  record Open() implements Token {}

  record Close() implements Token {}

  /** Joins what stands before it and after it, or turns what stands after it, as its kind says. */
  record Joint(Kind kind, String text) implements Token {
    enum Kind {
      OR,
      AND,
      NOT
    }
  }

  /** What stands after it is looked for in these parts only. */
  record Scope(List<TextPart> parts) implements Token {
    /** As it is typed: {@code in:title,body:}. */
    String text() {
      return parts.stream().map(TextPart::text).collect(Collectors.joining(",", "in:", ":"));
    }
  }
}
