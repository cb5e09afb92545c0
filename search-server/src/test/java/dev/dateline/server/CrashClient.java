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
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Adds, replaces and deletes articles of its own, and knows of each what it must be: as was
 * acknowledged last, or as was asked for last where a crash came before the answer. Used by one
 * thread at a time.
 */
final class CrashClient {

  static final String KEY = "k";

  private static final int ARTICLES = 40;

  /** What an article is that is not there. */
  private static final int NONE = 0;

  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final int number;
  private final Random random;

  /** The version of each article that was acknowledged last. */
  private final Map<String, Integer> known = new HashMap<>();

  /** What was asked for, and not answered: of one article at most. */
  private final Map<String, Integer> asked = new HashMap<>();

  private int version;
  private final AtomicLong acknowledged = new AtomicLong();

  CrashClient(int number, Random random) {
    this.number = number;
    this.random = random;
  }

  /** How many writes were acknowledged. */
  long acknowledged() {
    return acknowledged.get();
  }

  /**
   * Writes one article after another until the server is gone, and looks before each write whether
   * the article is what it must be.
   */
  Void writeUntilCutOff(URI server) throws InterruptedException {
    while (true) {
      String id = "client-" + number + "-" + random.nextInt(ARTICLES);
      int next = random.nextInt(4) == 0 ? NONE : ++version;
      try {
        check(server, id);
        asked.put(id, next);
        HttpResponse<String> answer =
            http.send(write(server, id, next), BodyHandlers.ofString(UTF_8));
        asked.remove(id);
        if (answer.statusCode() < 300) {
          known.put(id, next);
          acknowledged.incrementAndGet();
        } else if (answer.statusCode() != 503) {
          throw new AssertionError(answer.statusCode() + " " + answer.body());
        }
      } catch (IOException cutOff) {
        return null;
      }
    }
  }

  private void check(URI server, String id) throws IOException, InterruptedException {
    int found = version(server, id);
    int last = known.getOrDefault(id, NONE);
    if (found != last) {
      throw new AssertionError(id + " is " + found + ", acknowledged " + last + ", and no crash");
    }
  }

  /** Looks whether each article is what it must be. */
  void checkAfterCrash(URI server, String context) throws IOException, InterruptedException {
    Set<String> ids = new TreeSet<>(known.keySet());
    ids.addAll(asked.keySet());
    for (String id : ids) {
      int found = version(server, id);
      int last = known.getOrDefault(id, NONE);
      if (found != last && found != asked.getOrDefault(id, last)) {
        throw new AssertionError(
            context + ": " + id + " is " + found + ", acknowledged " + last + ", asked " + asked);
      }
      known.put(id, found);
    }
    asked.clear();
  }

  private int version(URI server, String id) throws IOException, InterruptedException {
    HttpResponse<String> answer =
        http.send(
            HttpRequest.newBuilder(server.resolve("/v1/articles/" + id))
                .timeout(Duration.ofMinutes(1))
                .build(),
            BodyHandlers.ofString(UTF_8));
    if (answer.statusCode() == 404) {
      return NONE;
    }
    if (answer.statusCode() != 200) {
      throw new AssertionError(answer.statusCode() + " " + answer.body());
    }
    return Integer.parseInt(answer.body().replaceFirst("(?s).*\"Version (\\d+)\".*", "$1"));
  }

  private static HttpRequest write(URI server, String id, int version) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(
                server.resolve(version == NONE ? "/v1/articles/" + id : "/v1/articles"))
            .header("Content-Type", "application/json")
            .header("X-Api-Key", KEY)
            .timeout(Duration.ofMinutes(1));
    return version == NONE
        ? request.DELETE().build()
        : request
            .POST(
                BodyPublishers.ofString(
                    "{\"id\":\"%s\",\"title\":\"Version %d\"}".formatted(id, version)))
            .build();
  }
}
