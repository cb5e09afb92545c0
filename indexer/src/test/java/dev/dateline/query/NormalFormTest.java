package dev.dateline.query;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A tree that is printed and read again is the same tree. */
class NormalFormTest {

  private static final String[] WORDS = {
    "ferry",
    "OR",
    "NOT",
    "AND",
    "or",
    "-a",
    "+a",
    "a:b",
    "in:b",
    "site:x",
    "When:7d",
    "c*t",
    "a~1",
    "\"a",
    "a\"b",
    "(a",
    "a)",
    "a|b",
    "\\a",
    "a\\",
    "“a”",
    "«a",
    "9:30",
    "AC/DC",
    "$5bn/yr",
    "東京",
    "🙂",
    "é",
    "https://x.example/a",
    "https://x.example/a)",
    "www.x.example.",
    "x^2",
    "[a",
    "story:1",
    "~a",
    "*a",
    "a*",
    "&a",
    "F",
    "ЯК",
    "'a'",
    "12"
  };

  private final long seed = Long.getLong("dateline.seed", System.nanoTime());
  private final Random random = new Random(seed);
  private int leaves;

  @Test
  void isReadBackAsTheSameTree() {
    int count = Boolean.getBoolean("dateline.deep") ? 300_000 : 10_000;
    for (int i = 0; i < count; i++) {
      leaves = 0;
      QueryNode tree = tree(1 + random.nextInt(4));
      if (leaves <= QueryText.MOST_LEAVES) {
        assertEquals(
            tree,
            QueryText.parse(tree.toString()).root(),
            () -> "dateline.seed=" + seed + " " + tree);
      }
    }
  }

  private QueryNode tree(int depth) {
    if (depth == 0) {
      return leaf();
    }
    return switch (random.nextInt(4)) {
      case 0 -> new QueryNode.All(parts(() -> tree(depth - 1), QueryNode.All.class));
      case 1 -> new QueryNode.Any(parts(() -> tree(depth - 1), QueryNode.Any.class));
      case 2 -> new QueryNode.Not(other(() -> tree(depth - 1), QueryNode.Not.class));
      default -> leaf();
    };
  }

  /** Some parts, of which none is of the kind that is made of them. */
  private List<QueryNode> parts(Supplier<QueryNode> any, Class<?> kind) {
    List<QueryNode> parts = new ArrayList<>();
    for (int i = 2 + random.nextInt(3); i > 0; i--) {
      parts.add(other(any, kind));
    }
    return parts;
  }

  private static QueryNode other(Supplier<QueryNode> any, Class<?> kind) {
    QueryNode part = any.get();
    while (kind.isInstance(part)) {
      part = any.get();
    }
    return part;
  }

  private QueryNode leaf() {
    leaves++;
    return switch (random.nextInt(7)) {
      case 0 -> new QueryNode.In(where(), text());
      case 1 -> new QueryNode.Has(one(Attribute.values()), "a" + words(random.nextInt(3)));
      case 2 -> new QueryNode.Before(moment());
      case 3 -> new QueryNode.After(moment());
      case 4 -> new QueryNode.Within(age());
      default -> text();
    };
  }

  private QueryNode text() {
    QueryNode text = oneText();
    leaves += Pieces.count(text.toString());
    return text;
  }

  private QueryNode oneText() {
    return switch (random.nextInt(5)) {
      case 0 -> new QueryNode.Phrase(phrase(), random.nextInt(3));
      case 1 ->
          new QueryNode.Prefix(one("univers", "a:b", "www.x", "-a", "in:b", "OR", "AC/D", "東"));
      case 2 ->
          new QueryNode.Fuzzy(one("karpaty", "a:b", "-a", "in:b", "OR"), 1 + random.nextInt(2));
      default -> new QueryNode.Word(one(WORDS));
    };
  }

  private String phrase() {
    return one("a", "ferry", "“")
        + words(random.nextInt(4)).replace("*", "")
        + one(" a", " chang*", " * b");
  }

  private String words(int count) {
    return IntStream.range(0, count).mapToObj(i -> one(WORDS)).collect(Collectors.joining(" "));
  }

  private List<TextPart> where() {
    List<TextPart> parts = new ArrayList<>(List.of(TextPart.values()));
    Collections.shuffle(parts, random);
    return parts.subList(0, 1 + random.nextInt(2));
  }

  private Moment moment() {
    return switch (random.nextInt(3)) {
      case 0 -> new Moment.Day(LocalDate.of(1950, 1, 1).plusDays(random.nextInt(40_000)));
      case 1 -> one(Moment.Recent.values());
      default -> new Moment.Ago(age());
    };
  }

  private Duration age() {
    return Duration.ofMinutes(1L + random.nextInt(random.nextBoolean() ? 100_000 : 1_000_000_000));
  }

  @SafeVarargs
  private <T> T one(T... values) {
    return values[random.nextInt(values.length)];
  }
}
