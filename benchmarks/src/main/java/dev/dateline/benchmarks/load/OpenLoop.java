package dev.dateline.benchmarks.load;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** Sends requests at even distances, whether or not those before are answered. */
final class OpenLoop {

  private final Target target;
  private int next;

  OpenLoop(Target target) {
    this.target = target;
  }

  /**
   * Sends requests for a time, and waits for their answers.
   *
   * @param rate requests a second
   */
  LoadStep run(double rate, Duration span) throws InterruptedException {
    LoadStep step = new LoadStep(target.name(), rate, span);
    long start = System.nanoTime();
    int count = Math.toIntExact(Math.round(rate * span.toMillis() / 1000));
    CountDownLatch unanswered = new CountDownLatch(count);
    for (int number = 0; number < count; number++) {
      long due = start + Math.round(number * 1e9 / rate);
      while (due - System.nanoTime() > 0) {
        LockSupport.parkNanos(due - System.nanoTime());
      }
      send(step, start, due, unanswered);
    }
    unanswered.await();
    return step;
  }

  @SuppressWarnings("FutureReturnValueIgnored") // what became of it is noted
  private void send(LoadStep step, long start, long due, CountDownLatch unanswered) {
    long second = TimeUnit.NANOSECONDS.toSeconds(due - start);
    target
        .send(next++)
        .whenComplete(
            (status, failure) -> {
              step.note(failure == null ? status : 0, System.nanoTime() - due, second);
              unanswered.countDown();
            });
  }
}
