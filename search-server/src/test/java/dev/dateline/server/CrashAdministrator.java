package dev.dateline.server;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

/** Has a server build its index anew and go back to the one before, in turns. */
final class CrashAdministrator {

  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final AtomicLong finished = new AtomicLong();

  /** How many reindexes and rollbacks were finished. */
  long finished() {
    return finished.get();
  }

  /** Goes on until the server is gone. */
  Void swapUntilCutOff(URI server) throws InterruptedException {
    try {
      while (true) {
        finish(server, "reindex");
        finish(server, "rollback");
      }
    } catch (IOException cutOff) {
      return null;
    }
  }

  private void finish(URI server, String job) throws IOException, InterruptedException {
    HttpResponse<String> started =
        send(request(server, "/v1/admin/" + job).POST(BodyPublishers.noBody()));
    if (started.statusCode() != 202) {
      throw new AssertionError(started.statusCode() + " " + started.body());
    }
    URI address = URI.create(started.headers().firstValue("Location").orElseThrow());
    String told;
    do {
      Thread.sleep(5);
      told = send(request(server, address.getPath())).body();
    } while (!told.contains("\"endedAt\""));
    if (!told.contains("\"succeeded\"")) {
      throw new AssertionError(told);
    }
    finished.incrementAndGet();
  }

  private static HttpRequest.Builder request(URI server, String path) {
    return HttpRequest.newBuilder(server.resolve(path))
        .header("X-Api-Key", CrashClient.KEY)
        .timeout(Duration.ofMinutes(1));
  }

  private HttpResponse<String> send(HttpRequest.Builder request)
      throws IOException, InterruptedException {
    return http.send(request.build(), BodyHandlers.ofString(UTF_8));
  }
}
