package dev.dateline.server.admin;

import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicLong;

/** How far a job is, and whether it is to end. Thread-safe. */
final class Progress {

  private final AtomicLong done = new AtomicLong();
  private volatile boolean cancelled;

  /**
   * Notes that so much was done in all.
   *
   * @throws CancellationException if the job is to end
   */
  void reach(long amount) {
    done.set(amount);
    check();
  }

  /**
   * Notes that so much more was done.
   *
   * @throws CancellationException if the job is to end
   */
  void add(long amount) {
    done.addAndGet(amount);
    check();
  }

  /**
   * Notes that something goes on that is not counted.
   *
   * @throws CancellationException if the job is to end
   */
  void check() {
    if (cancelled) {
      throw new CancellationException();
    }
  }

  /** Lets the job end at the next moment at which it can. */
  void cancel() {
    cancelled = true;
  }

  boolean isCancelled() {
    return cancelled;
  }

  long done() {
    return done.get();
  }
}
