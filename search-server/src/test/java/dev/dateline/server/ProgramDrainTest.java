package dev.dateline.server;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.dateline.Dateline;
import dev.dateline.index.ArticleIndex;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The program is told to end while many write and search. */
class ProgramDrainTest {

  private static final int CLIENTS = 8;

  @TempDir Path folder;

  private final Set<String> acknowledged = ConcurrentHashMap.newKeySet();
  private final Set<Integer> statuses = ConcurrentHashMap.newKeySet();
  private final AtomicInteger cutOff = new AtomicInteger();

  @Test
  void noRequestThatWasTakenFailsAndEveryAcknowledgedWriteIsThere() throws Exception {
    String index = folder.resolve("index").toString();
    try (Program program =
            Program.start(
                folder.resolve("out"),
                Map.of("DATELINE_API_KEY", "k"),
                "serve",
                "--index",
                index,
                "--port",
                "0");
        HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
        ExecutorService clients = Executors.newFixedThreadPool(CLIENTS)) {
      program.awaitPrinted("Dateline serves");
      String printed = program.printed();
      URI server = URI.create(printed.substring(printed.indexOf("http://")).strip());
      List<? extends Future<?>> running =
          IntStream.range(0, CLIENTS)
              .mapToObj(client -> clients.submit(() -> work(http, server, client)))
              .toList();
      while (acknowledged.size() < 50) {
        Thread.sleep(10);
      }
      assertEquals(0, program.terminate());
      for (Future<?> each : running) {
        each.get();
      }
    }
    assertTrue(Set.of(200, 201, 503).containsAll(statuses), statuses.toString());
    assertEquals(0, cutOff.get(), "answers that were begun and not ended");
    try (ArticleIndex articles = Dateline.open(Path.of(index))) {
      for (String id : acknowledged) {
        assertTrue(articles.find(id).isPresent(), id + " of " + acknowledged.size());
      }
    }
  }

  /** Writes and searches by turns until the server is gone. */
  private Void work(HttpClient http, URI server, int client) throws InterruptedException {
    for (int number = 0; ; number++) {
      String id = client + "-" + number;
      try {
        int written = send(http, write(server, id));
        if (written < 300) {
          acknowledged.add(id);
        }
        send(http, HttpRequest.newBuilder(server.resolve("/v1/search?q=article")));
      } catch (IOException e) {
        if (String.valueOf(e.getMessage()).contains("fixed content-length")) {
          cutOff.incrementAndGet();
        }
        return null;
      }
    }
  }

  private int send(HttpClient http, HttpRequest.Builder request)
      throws IOException, InterruptedException {
    HttpResponse<String> response =
        http.send(
            request.timeout(Duration.ofMinutes(1)).build(),
            HttpResponse.BodyHandlers.ofString(UTF_8));
    statuses.add(response.statusCode());
    return response.statusCode();
  }

  private static HttpRequest.Builder write(URI server, String id) {
    String article = "{\"id\":\"" + id + "\",\"title\":\"Article " + id + "\"}";
    return HttpRequest.newBuilder(server.resolve("/v1/articles"))
        .header("Content-Type", "application/json")
        .header("X-Api-Key", "k")
        .POST(HttpRequest.BodyPublishers.ofString(article));
  }
}
