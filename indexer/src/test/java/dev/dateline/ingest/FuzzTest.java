package dev.dateline.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.dateline.article.Article;
import dev.dateline.ingest.reader.Outcome;
import dev.dateline.json.ArticleJson;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Documents of all formats are broken in all ways: reading them gives reasons, and no error. */
class FuzzTest {

  private static final boolean DEEP = Boolean.getBoolean("dateline.deep");
  private static final int COUNT = DEEP ? 100_000 : 2_000;
  private static final int SLOWEST = 10;

  @Test
  void eachDocumentIsReadWhereItIsNotBroken() throws IOException {
    for (Map.Entry<String, byte[]> document : SeedDocuments.ALL.entrySet()) {
      List<Outcome> outcomes = Reads.outcomes(document.getKey(), document.getValue());
      assertTrue(
          outcomes.stream().anyMatch(Outcome.Read.class::isInstance),
          () -> document.getKey() + ": " + outcomes);
    }
  }

  @Test
  @Timeout(value = 1, unit = TimeUnit.HOURS)
  void brokenDocumentsOfAllFormatsGiveArticlesOrReasonsAndNoError() {
    long seed = Long.getLong("dateline.seed", System.nanoTime());
    Random random = new Random(seed);
    TreeMap<Long, FuzzedInput> slowest = new TreeMap<>();
    for (int i = 0; i < COUNT; i++) {
      FuzzedInput input = FuzzedInput.any(random);
      long begin = System.nanoTime();
      if (failure(input) != null) {
        FuzzedInput least = least(input);
        throw new AssertionError("dateline.seed=" + seed + " " + least, failure(least));
      }
      slowest.put(System.nanoTime() - begin, input);
      if (slowest.size() > SLOWEST) {
        slowest.pollFirstEntry();
      }
    }
    if (DEEP) {
      tell(slowest, seed);
    }
  }

  /** No time is asserted: a person sees here what takes long. */
  private static void tell(NavigableMap<Long, FuzzedInput> slowest, long seed) {
    System.out.println(COUNT + " broken documents, dateline.seed=" + seed + ", the slowest:");
    for (Map.Entry<Long, FuzzedInput> slow : slowest.descendingMap().entrySet()) {
      String input = slow.getValue().toString();
      String start = input.substring(0, Math.min(500, input.length()));
      System.out.println(TimeUnit.NANOSECONDS.toMillis(slow.getKey()) + " ms: " + start);
    }
  }

  /** The input with all taken out that is not needed for its failure. */
  private static FuzzedInput least(FuzzedInput failed) {
    FuzzedInput least = failed;
    Optional<FuzzedInput> smaller = Optional.of(failed);
    while (smaller.isPresent()) {
      least = smaller.get();
      smaller = least.smaller().filter(input -> failure(input) != null).findFirst();
    }
    return least;
  }

  /** What is thrown when the input is read, or said by an outcome that breaks its promise. */
  private static @Nullable Throwable failure(FuzzedInput input) {
    try {
      for (Outcome outcome : Reads.outcomes(input.name(), input.bytes())) {
        check(outcome);
      }
      return null;
    } catch (IOException | RuntimeException | StackOverflowError | AssertionError e) {
      return e;
    }
  }

  private static void check(Outcome outcome) {
    switch (outcome) {
      case Outcome.Read read -> {
        byte[] json = ArticleJson.toBytes(read.article());
        Article back = ArticleJson.fromBytes(json, 0, json.length);
        assertEquals(read.article(), back, "an article is the same after it was stored");
      }
      case Outcome.Malformed malformed -> checkReason(malformed.reason());
      case Outcome.PassedOver passed -> checkReason(passed.reason());
    }
  }

  private static void checkReason(String reason) {
    assertFalse(reason.isBlank(), "a reason says something");
    assertFalse(reason.startsWith("its reader failed"), reason);
  }
}
