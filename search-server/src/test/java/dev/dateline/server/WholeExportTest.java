package dev.dateline.server;

import static dev.dateline.server.RunningServer.json;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.dateline.Dateline;
import dev.dateline.article.Article;
import dev.dateline.article.Published;
import dev.dateline.index.ArticleWriter;
import dev.dateline.server.config.Setting;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * All of an index is exported while another client adds and deletes: every article that was there
 * throughout comes exactly once. 20,000 articles in a deep check, else 2,000.
 */
class WholeExportTest {

  private static final int ARTICLES = Boolean.getBoolean("dateline.deep") ? 20_000 : 2_000;

  private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

  @TempDir Path folder;

  private final long seed = Long.getLong("dateline.seed", new Random().nextLong());
  private final Random random = new Random(seed);
  private final AtomicBoolean done = new AtomicBoolean();
  private RunningServer server;
  private CompletableFuture<Integer> otherClient;

  @BeforeEach
  void start() throws IOException {
    try (ArticleWriter writer = Dateline.openWriter(folder)) {
      for (int i = 0; i < ARTICLES; i++) {
        writer.add(article(i % 2 == 0 ? "stays" + i : "goes" + i));
      }
    }
    server = RunningServer.on(folder, Map.of(Setting.API_KEY, RunningServer.KEY));
    otherClient = CompletableFuture.supplyAsync(this::write);
  }

  @AfterEach
  void stop() throws IOException {
    done.set(true);
    otherClient.join();
    server.close();
  }

  /** Some at the same second, some undated. */
  private Article article(String id) {
    Published published =
        random.nextInt(20) == 0
            ? null
            : Published.at(START.plusSeconds(random.nextInt(ARTICLES / 2)));
    return Article.builder()
        .id(id)
        .title("Ferry " + "harbour ".repeat(random.nextInt(5)))
        .published(published)
        .build();
  }

  /** Adds, replaces and deletes until the exports are done; how often it did. */
  private int write() {
    Random others = new Random(seed + 1);
    int rounds = 0;
    for (; !done.get(); rounds++) {
      try {
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i < 10; i++) {
          String id = others.nextBoolean() ? "new" + others.nextInt() : goes(others);
          lines.append(
              "{\"id\":\"%s\",\"title\":\"Ferry\",\"published\":\"%s\"}\n"
                  .formatted(id, START.plusSeconds(others.nextInt(ARTICLES / 2))));
        }
        assertEquals(
            200,
            server.post("/v1/articles", "application/x-ndjson", lines.toString()).statusCode());
        for (int i = 0; i < 5; i++) {
          assertEquals(
              204,
              server
                  .send(
                      HttpRequest.newBuilder(server.uri("/v1/articles/" + goes(others)))
                          .header("X-Api-Key", RunningServer.KEY)
                          .DELETE())
                  .statusCode());
        }
      } catch (IOException | InterruptedException e) {
        throw new AssertionError(e);
      }
    }
    return rounds;
  }

  private static String goes(Random random) {
    return "goes" + (2 * random.nextInt(ARTICLES / 2) + 1);
  }

  @Test
  void byCursorAndByStreamInEachOrder() throws Exception {
    for (String order : List.of("newest", "oldest", "relevance")) {
      check(byCursor("/v1/search?q=ferry&page-size=100&order-by=" + order), "cursor, " + order);
      check(byStream("/v1/search?q=ferry&format=ndjson&order-by=" + order), "stream, " + order);
    }
    check(byStream("/v1/search?format=ndjson"), "stream of everything");
    done.set(true);
    assertTrue(otherClient.join() > 0);
  }

  private void check(List<String> ids, String which) {
    List<String> stayed = ids.stream().filter(id -> id.startsWith("stays")).sorted().toList();
    List<String> expected = new ArrayList<>();
    for (int i = 0; i < ARTICLES; i += 2) {
      expected.add("stays" + i);
    }
    assertEquals(expected.stream().sorted().toList(), stayed, which + ", dateline.seed=" + seed);
  }

  private List<String> byCursor(String search) throws Exception {
    List<String> ids = new ArrayList<>();
    String cursor = "";
    do {
      JsonNode answer = json(server.get(search + "&highlight=false&total=none" + cursor));
      answer.path("results").forEach(hit -> ids.add(hit.path("id").asString()));
      cursor = answer.has("next") ? "&cursor=" + answer.path("next").asString() : "";
    } while (!cursor.isEmpty());
    return ids;
  }

  private List<String> byStream(String search) throws Exception {
    List<String> lines = server.get(search).body().lines().toList();
    assertEquals("{\"count\":" + (lines.size() - 1) + "}", lines.getLast());
    return lines.subList(0, lines.size() - 1).stream()
        .map(line -> JsonMapper.shared().readTree(line).path("id").asString())
        .toList();
  }
}
