package dev.dateline.query;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The queries of {@code typed-queries.txt}, and what becomes of them under clumsy fingers. */
class TypedQueriesTest {

  private static final String SIGNS = "\"“”„«»()|-+*~:\\ .,/'’0aЯ東🙂\u0301\u0000\uFF08";

  /** A query as typed, its normal form, and what its warning says; blank for none. */
  record Typed(String query, String normalForm, String warning) {}

  static List<Typed> typed() throws IOException {
    try (InputStream table = TypedQueriesTest.class.getResourceAsStream("typed-queries.txt")) {
      return new String(Objects.requireNonNull(table).readAllBytes(), UTF_8)
          .lines()
          .filter(line -> !line.isEmpty() && !line.startsWith("# "))
          .map(line -> line.split("¦", -1))
          .map(row -> new Typed(row[0], row[1].strip(), row.length < 3 ? "" : row[2].strip()))
          .toList();
    }
  }

  @ParameterizedTest
  @MethodSource("typed")
  void isUnderstoodAs(Typed typed) {
    ParsedQuery parsed = QueryText.parse(typed.query());
    String warnings = String.join(" ", parsed.warnings());
    assertEquals(typed.normalForm(), parsed.root().toString());
    assertEquals(typed.warning().isEmpty(), warnings.isEmpty(), warnings);
    assertTrue(warnings.contains(typed.warning()), warnings);
    assertEquals(parsed.root(), QueryText.parse(typed.normalForm()).root());
  }

  @Test
  void nothingThatIsTypedWronglyFails() throws IOException {
    long seed = Long.getLong("dateline.seed", System.nanoTime());
    int count = Boolean.getBoolean("dateline.deep") ? 1_000_000 : 20_000;
    Random random = new Random(seed);
    List<String> queries = typed().stream().map(Typed::query).toList();
    for (int i = 0; i < count; i++) {
      String query = queries.get(random.nextInt(queries.size()));
      for (int slips = random.nextInt(6); slips > 0; slips--) {
        query = slip(query, queries, random);
      }
      try {
        QueryNode root = QueryText.parse(query).root();
        assertEquals(root, QueryText.parse(root.toString()).root(), root::toString);
      } catch (RuntimeException | AssertionError e) {
        throw new AssertionError("dateline.seed=" + seed + " query: " + query + "\n" + e, e);
      }
    }
  }

  /** A sign too many or too few, or a piece of another query. */
  private static String slip(String query, List<String> queries, Random random) {
    int at = random.nextInt(query.length() + 1);
    int end = Math.min(query.length(), at + random.nextInt(3));
    String other = queries.get(random.nextInt(queries.size()));
    String piece =
        switch (random.nextInt(3)) {
          case 0 -> "";
          case 1 -> String.valueOf(SIGNS.charAt(random.nextInt(SIGNS.length())));
          default -> other.substring(random.nextInt(other.length() + 1));
        };
    return query.substring(0, at) + piece + query.substring(end);
  }

  /** Quadratic work on any of these would not end in a minute. */
  @Test
  void aLongQueryIsReadAtOnce() {
    Stream.of(
            "\"",
            "(",
            "-",
            "\\",
            "a*",
            "\"*",
            "www.",
            "https://a)",
            "in:",
            "a:",
            "~9",
            "|",
            "🙂",
            "“a ”")
        .map(piece -> piece.repeat(100_000))
        .forEach(query -> assertTrue(QueryText.parse(query).root().toString().length() < 100_000));
  }
}
