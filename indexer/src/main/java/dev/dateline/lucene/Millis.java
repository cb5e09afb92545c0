package dev.dateline.lucene;

import java.time.Instant;

/** Instants as the index keeps them. */
final class Millis {

  private Millis() {}

  /** Milliseconds since 1970; the least or the most there are for an instant beyond them. */
  static long of(Instant instant) {
    try {
      return instant.toEpochMilli();
    } catch (ArithmeticException e) {
      return instant.isBefore(Instant.EPOCH) ? Long.MIN_VALUE : Long.MAX_VALUE;
    }
  }

  /** {@code from} minus {@code span}, or the least or the most there are. */
  static long minus(long from, long span) {
    long difference = from - span;
    boolean overflow = ((from ^ span) & (from ^ difference)) < 0;
    if (overflow) {
      return from < 0 ? Long.MIN_VALUE : Long.MAX_VALUE;
    }
    return difference;
  }
}
