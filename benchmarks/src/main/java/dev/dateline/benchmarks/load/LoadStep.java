package dev.dateline.benchmarks.load;

import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;

/**
 * What became of the requests of one rate. Times go from when a request was due to the last byte of
 * its answer.
 */
final class LoadStep {

  static final String HEADER =
      String.format(
          Locale.ROOT,
          "%8s %8s | %8s %8s %8s | %8s %8s %8s %8s | %8s %8s | %12s",
          "",
          "asked/s",
          "200/s",
          "503/s",
          "other",
          "200: p50",
          "p99",
          "p99.9",
          "max ms",
          "503: p50",
          "p99 ms",
          "503 after 1s");

  private static final long MOST = TimeUnit.MINUTES.toMicros(2);
  private static final int DIGITS = 3;

  /** The share of what it is asked that a target answers as long as it keeps up. */
  private static final double KEEPS_UP = 0.95;

  private final String name;
  private final double rate;
  private final Duration span;
  private final Histogram answered = new ConcurrentHistogram(MOST, DIGITS);
  private final Histogram refused = new ConcurrentHistogram(MOST, DIGITS);
  private final Histogram other = new ConcurrentHistogram(MOST, DIGITS);
  private final Histogram refusedLater = new ConcurrentHistogram(MOST, DIGITS);

  LoadStep(String name, double rate, Duration span) {
    this.name = name;
    this.rate = rate;
    this.span = span;
  }

  /**
   * Notes a request that has ended.
   *
   * @param status 0 where there was no answer
   * @param second in which second of the step it was due
   */
  void note(int status, long nanoseconds, long second) {
    long micros = Math.min(MOST, TimeUnit.NANOSECONDS.toMicros(nanoseconds));
    switch (status) {
      case 200 -> answered.recordValue(micros);
      case 503 -> {
        refused.recordValue(micros);
        if (second >= 1) {
          refusedLater.recordValue(micros);
        }
      }
      default -> other.recordValue(micros);
    }
  }

  /** Whether nearly all were answered, half of them within a second. */
  boolean keptUp() {
    double asked = rate * span.toMillis() / 1000;
    return answered.getTotalCount() >= KEEPS_UP * asked && milliseconds(answered, 50) < 1_000;
  }

  /** How many were answered with 200. */
  long answered() {
    return answered.getTotalCount();
  }

  /** How many were answered with 503. */
  long refused() {
    return refused.getTotalCount();
  }

  /** How many were answered otherwise, or not at all. */
  long failed() {
    return other.getTotalCount();
  }

  /** The time within which that share of the answers came. */
  double milliseconds(double percentile) {
    return milliseconds(answered, percentile);
  }

  @Override
  public String toString() {
    double seconds = span.toMillis() / 1000.0;
    return String.format(
        Locale.ROOT,
        "%8s %8.1f | %8.1f %8.1f %8d | %8.1f %8.1f %8.1f %8.1f | %8.1f %8.1f | %12d",
        name,
        rate,
        answered.getTotalCount() / seconds,
        refused.getTotalCount() / seconds,
        other.getTotalCount(),
        milliseconds(answered, 50),
        milliseconds(answered, 99),
        milliseconds(answered, 99.9),
        milliseconds(answered, 100),
        milliseconds(refused, 50),
        milliseconds(refused, 99),
        refusedLater.getTotalCount());
  }

  private static double milliseconds(Histogram times, double percentile) {
    return times.getValueAtPercentile(percentile) / 1000.0;
  }
}
