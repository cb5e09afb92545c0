package dev.dateline.server.http;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Lets so many in at the same time, in the order in which they come. Whoever would wait too long is
 * turned away at once, so that those who are let in are answered soon however many come: work that
 * is begun later than its client waits is lost, and a longer queue makes nothing faster.
 *
 * <p>How long a newcomer would wait is the number of those before it times what one took lately
 * (the exponentially weighted mean), over the places. As that can be wrong, nobody waits longer
 * than the longest wait either. Thread-safe.
 */
final class Gate {

  /** How much the latest counts in the mean. Not fitted. */
  private static final double LATEST = 0.05;

  private final Semaphore places;
  private final int size;
  private final int mostWaiting;
  private final long longestWait;
  private final AtomicInteger waiting = new AtomicInteger();
  private volatile double mean;

  /**
   * A gate.
   *
   * @param size how many are let in at the same time
   * @param mostWaiting how many may wait
   * @param longestWait how long each may wait
   */
  Gate(int size, int mostWaiting, Duration longestWait) {
    this.size = size;
    this.places = new Semaphore(size, true);
    this.mostWaiting = mostWaiting;
    this.longestWait = longestWait.toNanos();
  }

  /** One who was let in, and leaves by closing. */
  final class Pass implements AutoCloseable {

    private final long entered = System.nanoTime();
    private final long came;

    private Pass(long came) {
      this.came = came;
    }

    /** How long it waited. */
    Duration waited() {
      return Duration.ofNanos(entered - came);
    }

    @Override
    public void close() {
      places.release();
      learn(System.nanoTime() - entered);
    }
  }

  /**
   * Lets one in, now or after others.
   *
   * @throws ProblemException if too many are before it
   */
  Pass enter() {
    long came = System.nanoTime();
    if (!takePlace(0) && !waitForPlace()) {
      throw new ProblemException(
          Problem.of(503, "overloaded", "too many requests are being answered; try again soon")
              .header("Retry-After", "1"));
    }
    return new Pass(came);
  }

  /** How many wait now. */
  int waiting() {
    return waiting.get();
  }

  private boolean waitForPlace() {
    int before = waiting.incrementAndGet();
    try {
      return before <= mostWaiting
          && (before - 0.5) * mean / size <= longestWait
          && takePlace(longestWait);
    } finally {
      waiting.decrementAndGet();
    }
  }

  /** With a time even if it is 0: without one a newcomer would overtake those who wait. */
  private boolean takePlace(long nanoseconds) {
    try {
      return places.tryAcquire(nanoseconds, TimeUnit.NANOSECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /** Two at once may lose one of them, which the mean does not mind. */
  @SuppressWarnings("NonAtomicVolatileUpdate")
  private void learn(long took) {
    mean += LATEST * (took - mean);
  }
}
