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
   * Half of the preference for a fresh article is left at such an age.
   *
   * @param span a millisecond or more
   */
  record HalfLife(Duration span) implements Recency {
    public HalfLife {
      if (span.compareTo(Duration.ofMillis(1)) < 0) {
        throw new IllegalArgumentException("a half-life is a millisecond or more: " + span);
      }
    }
  }
}
