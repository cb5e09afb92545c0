package dev.dateline.benchmarks.load;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * Sends requests at even distances, whether or not those before are answered, over as many
 * connections as that takes.
 */
final class OpenLoop implements AutoCloseable {

  /** Who would wait longer? */
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final List<URI> addresses;
  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(PATIENCE).build();
  private int next;

  /** A loop over these addresses, again and again. */
  OpenLoop(List<URI> addresses) {
    this.addresses = addresses;
  }

  /**
   * Sends requests for a time, and waits for their answers.
   *
   * @param rate requests a second
   */
  LoadStep run(double rate, Duration span) throws InterruptedException {
    LoadStep step = new LoadStep(rate, span);
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
    HttpRequest request =
        HttpRequest.newBuilder(addresses.get(next++ % addresses.size())).timeout(PATIENCE).build();
    client
        .sendAsync(request, BodyHandlers.discarding())
        .whenComplete(
            (response, failure) -> {
              int status = response == null ? 0 : response.statusCode();
              long second = TimeUnit.NANOSECONDS.toSeconds(due - start);
              step.note(status, System.nanoTime() - due, second);
              unanswered.countDown();
            });
  }

  @Override
  public void close() {
    client.shutdownNow();
  }
}
