package dev.dateline.ingest;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/**
 * A document that was broken in some ways.
 *
 * @param document the name of the document in {@link SeedDocuments}
 * @param mutations how it was broken, one after the other
 * @param name what the broken one is called when it is read
 */
record FuzzedInput(String document, List<Mutation> mutations, String name) {

  private static final List<String> NAMES =
      List.of("a", "a.html", "a.xml", "a.json", "a.jsonl", "a.txt", "a.csv", "a.md", "a.eml");

  private static final List<String> PIECES = dictionary();
  private static final int LONGEST_RUN = 20_000;

  private static final Arbitrary<Integer> PLACES = Arbitraries.integers().between(0, 5_000);
  private static final Arbitrary<Integer> LENGTHS = Arbitraries.integers().between(0, 80);
  private static final Arbitrary<Integer> TIMES = Arbitraries.of(1, 2, 10, 10, 1_000, 20_000);

  /** Broken documents of all formats, half of them under the name of another. */
  static Arbitrary<FuzzedInput> all() {
    Arbitrary<List<Mutation>> breaks = anyMutation().list().ofMinSize(1).ofMaxSize(6);
    Arbitrary<String> names = Arbitraries.of(NAMES).injectNull(0.5);
    return Combinators.combine(anyDocument(), breaks, names)
        .as(
            (document, all, name) ->
                new FuzzedInput(document, all, name == null ? document : name));
  }

  private static Arbitrary<String> anyDocument() {
    return Arbitraries.of(SeedDocuments.ALL.keySet());
  }

  private static Arbitrary<Mutation> anyMutation() {
    Arbitrary<String> pieces = anyPiece();
    return Arbitraries.frequencyOf(
        Tuple.of(6, Combinators.combine(PLACES, LENGTHS, pieces).as(Mutation.Put::new)),
        Tuple.of(6, Combinators.combine(PLACES, pieces).as(Mutation.Swap::new)),
        Tuple.of(2, Combinators.combine(PLACES, LENGTHS, TIMES).as(Mutation.Repeat::new)),
        Tuple.of(1, PLACES.map(Mutation.Cut::new)),
        Tuple.of(1, Combinators.combine(PLACES, anyDocument(), PLACES).as(Mutation.Splice::new)));
  }

  private static Arbitrary<String> anyPiece() {
    Arbitrary<String> bytes = Arbitraries.strings().withCharRange('\0', '\u00ff').ofMaxLength(4);
    Arbitrary<String> runs =
        Combinators.combine(Arbitraries.of(PIECES), TIMES)
            .as((piece, times) -> piece.repeat(Math.min(times, LONGEST_RUN / piece.length())));
    return Arbitraries.frequencyOf(
        Tuple.of(6, Arbitraries.of(PIECES)), Tuple.of(3, bytes), Tuple.of(1, runs));
  }

  private static List<String> dictionary() {
    try (InputStream in = FuzzedInput.class.getResourceAsStream("fuzz.dict")) {
      String lines = new String(Objects.requireNonNull(in).readAllBytes(), ISO_8859_1);
      return lines
          .lines()
          .filter(line -> !line.isEmpty() && !line.startsWith("# "))
          .map(String::translateEscapes)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  byte[] bytes() {
    String bytes = new String(SeedDocuments.ALL.get(document), ISO_8859_1);
    for (Mutation mutation : mutations) {
      bytes = mutation.of(bytes);
    }
    return bytes.getBytes(ISO_8859_1);
  }
}
