package dev.dateline.benchmarks.load;

import dev.dateline.article.Article;
import dev.dateline.benchmarks.corpus.Corpus;
import dev.dateline.json.ArticleJson;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/** Replaces articles of a corpus, deletes some and brings them back, at a rate, until closed. */
final class SteadyWrites implements AutoCloseable {

  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final AtomicLong written = new AtomicLong();
  private final AtomicLong failed = new AtomicLong();
  private final URI server;
  private final Corpus corpus;
  private final Random random = new Random(1);
  private final Thread thread;
  private volatile boolean closed;

  SteadyWrites(URI server, Corpus corpus, double rate) {
    this.server = server;
    this.corpus = corpus;
    this.thread = Thread.ofPlatform().daemon().start(() -> write(rate));
  }

  long written() {
    return written.get();
  }

  /** How many were not acknowledged. */
  long failed() {
    return failed.get();
  }

  private void write(double rate) {
    while (!closed) {
      try {
        int status = client.send(next(), BodyHandlers.discarding()).statusCode();
        (status < 300 ? written : failed).incrementAndGet();
      } catch (IOException | InterruptedException e) {
        failed.incrementAndGet();
      }
      LockSupport.parkNanos(Math.round(1e9 / rate));
    }
  }

  private HttpRequest next() {
    Article article = corpus.article(random.nextInt(corpus.size()));
    HttpRequest.Builder request =
        random.nextInt(5) == 0
            ? HttpRequest.newBuilder(server.resolve("/v1/articles/" + article.id())).DELETE()
            : HttpRequest.newBuilder(server.resolve("/v1/articles"))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofByteArray(ArticleJson.toBytes(article)));
    return request.header("X-Api-Key", ServerProcess.KEY).build();
  }

  @Override
  public void close() {
    closed = true;
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    client.shutdownNow();
  }
}
