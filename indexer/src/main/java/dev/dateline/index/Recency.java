package dev.dateline.index;

import java.time.Duration;

/**
 * How much a fresh article is preferred to an old one of equal relevance. Only {@link
 * Order#RELEVANCE} heeds it.
 */
public sealed interface Recency {

  /** The engine's mild default. */
  Recency AUTO = new Auto();

  /** Age does not count. */
  Recency OFF = new Off();

  /** The engine's mild default. */
  record Auto() implements Recency {}

  /** Age does not count. */
  record Off() implements Recency {}

  /**
   * The preference for a fresh article halves with each such span of age.
   *
   * @param span more than zero
   */
  record HalfLife(Duration span) implements Recency {
    public HalfLife {
      if (span.isZero() || span.isNegative()) {
        throw new IllegalArgumentException("a half-life is longer than zero: " + span);
      }
    }
  }
}
