package dev.dateline.article;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IsoSecondsTest {

  private static final int INSTANTS = 20_000;

  @Test
  void anyInstantIsWrittenAndReadAsJavaDoes() {
    long seed = Long.getLong("dateline.seed", System.nanoTime());
    Random random = new Random(seed);
    for (int i = 0; i < INSTANTS; i++) {
      long second = random.nextLong(-70_000_000_000L, 260_000_000_000L);
      assertSame(Instant.ofEpochSecond(second, random.nextInt(10) == 0 ? 7_000_000 : 0), seed);
    }
  }

  private static void assertSame(Instant instant, long seed) {
    String why = "-Ddateline.seed=" + seed;
    assertEquals(instant.toString(), IsoSeconds.format(instant), why);
    assertEquals(instant, IsoSeconds.parse(instant.toString()), why);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2024-02-29T00:00:00Z",
        "2026-12-31T23:59:59Z",
        "2026-12-31T24:00:00Z",
        "2016-12-31T23:59:60Z",
        "0000-01-01T00:00:00Z",
        "2026-11-22T08:00:00+02:00",
        "2026-11-22t08:00:00z",
        "2026-11-22T08:00:00.5Z",
        "+12026-11-22T08:00:00Z"
      })
  void theUnusualIsReadAsJavaDoes(String text) {
    assertEquals(Instant.parse(text), IsoSeconds.parse(text));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2026-02-29T00:00:00Z",
        "2026-13-01T00:00:00Z",
        "2026-00-10T00:00:00Z",
        "2026-01-00T00:00:00Z",
        "2026-01-10T25:00:00Z",
        "2026-01-10T10:60:00Z",
        "2026-01-10T10:10:61Z",
        "2026-01-10T10:10:1\u0661Z",
        "2026-01-10 10:10:10Z",
        ""
      })
  void whatIsNoInstantIsRefused(String text) {
    assertThrows(DateTimeParseException.class, () -> IsoSeconds.parse(text));
  }
}
