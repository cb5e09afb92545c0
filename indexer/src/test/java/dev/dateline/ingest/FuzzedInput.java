package dev.dateline.ingest;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;

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

  private static final List<String> DOCUMENTS = List.copyOf(SeedDocuments.ALL.keySet());
  private static final List<Integer> TIMES = List.of(1, 2, 10, 10, 1_000, 20_000);
  private static final int PLACES = 5_000;
  private static final int LENGTHS = 80;
  private static final int MOST_MUTATIONS = 6;

  /** A broken document of any format, half of them under the name of another. */
  static FuzzedInput any(Random random) {
    String document = one(DOCUMENTS, random);
    List<Mutation> mutations =
        Stream.generate(() -> mutation(random))
            .limit(random.nextInt(1, MOST_MUTATIONS + 1))
            .toList();
    return new FuzzedInput(
        document, mutations, random.nextBoolean() ? document : one(NAMES, random));
  }

  /** The same with one mutation less, for each of them. */
  Stream<FuzzedInput> smaller() {
    return IntStream.range(0, mutations.size())
        .mapToObj(
            without -> {
              List<Mutation> fewer = new ArrayList<>(mutations);
              fewer.remove(without);
              return new FuzzedInput(document, fewer, name);
            });
  }

  private static Mutation mutation(Random random) {
    int place = random.nextInt(PLACES + 1);
    int length = random.nextInt(LENGTHS + 1);
    return switch (random.nextInt(16)) {
      case 0, 1, 2, 3, 4, 5 -> new Mutation.Put(place, length, piece(random));
      case 6, 7, 8, 9, 10, 11 -> new Mutation.Swap(place, piece(random));
      case 12, 13 -> new Mutation.Repeat(place, length, one(TIMES, random));
      case 14 -> new Mutation.Cut(place);
      default -> new Mutation.Splice(place, one(DOCUMENTS, random), random.nextInt(PLACES + 1));
    };
  }

  private static String piece(Random random) {
    return switch (random.nextInt(10)) {
      case 0 -> {
        String piece = one(PIECES, random);
        yield piece.repeat(Math.min(one(TIMES, random), LONGEST_RUN / piece.length()));
      }
      case 1, 2, 3 -> {
        byte[] bytes = new byte[random.nextInt(5)];
        random.nextBytes(bytes);
        yield new String(bytes, ISO_8859_1);
      }
      default -> one(PIECES, random);
    };
  }

  private static <T> T one(List<T> all, Random random) {
    return all.get(random.nextInt(all.size()));
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
