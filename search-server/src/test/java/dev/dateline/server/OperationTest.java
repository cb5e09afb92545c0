package dev.dateline.server;

import static dev.dateline.server.RunningServer.json;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.dateline.server.config.Setting;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** What an operator sees of the work. */
class OperationTest {

  @TempDir Path folder;

  @Test
  void eachRequestIsALineOfTheAccessLog() throws Exception {
    Path log = folder.resolve("access.log");
    try (RunningServer server =
        RunningServer.with(folder.resolve("index"), Map.of(Setting.ACCESS_LOG, log.toString()))) {
      server.send(
          HttpRequest.newBuilder(server.uri("/v1/search?q=rain%20%22snow"))
              .header("X-Request-Id", "one")
              .header("User-Agent", "a \"quoted\" agent\\"));
      await(log, 1);
      server.get("/v1/search?q=a&wrong=1");
      await(log, 2);
      RawExchange.of(server, "GET /%0a%0dInjected HTTP/1.1");
      JsonNode line = json(await(log, 3).getFirst());
      assertEquals("one", line.path("id").asString());
      assertEquals("127.0.0.1", line.path("client").asString());
      assertEquals("GET", line.path("method").asString());
      assertEquals("/v1/search?q=rain%20%22snow", line.path("address").asString());
      assertEquals(200, line.path("status").asInt());
      assertEquals("a \"quoted\" agent\\", line.path("agent").asString());
      assertTrue(line.path("bytes").asLong() > 100);
      assertTrue(line.path("ms").asDouble() > 0);
      assertEquals("invalid-parameter", json(await(log, 3).get(1)).path("problem").asString());
    }
    assertEquals(3, Files.readAllLines(log).size());
  }

  @Test
  void whatStrangersSendIsALineOfPlainSigns() throws Exception {
    Path log = folder.resolve("access.log");
    try (RunningServer server =
        RunningServer.with(folder.resolve("index"), Map.of(Setting.ACCESS_LOG, log.toString()))) {
      RawExchange.of(
          server,
          "GET /v1/search?q=%1b]0;x%07%0aGET%20/ HTTP/1.1",
          "User-Agent: \u001b[2J\u009b2J \u202egnp",
          "Referer: http://a.example/\u009b31m\u2028");
      String line = await(log, 1).getFirst();
      assertTrue(line.chars().allMatch(sign -> sign >= ' ' && sign <= '~'), line);
      assertEquals(1, Files.readAllLines(log).size());
      assertTrue(json(line).path("address").asString().contains("%1b]0;x%07%0aGET"), line);
    }
  }

  @Test
  void anAccessLogThatCannotBeWrittenIsSaidAtTheStart() {
    String file = folder.resolve("nowhere/access.log").toString();
    IOException failure =
        assertThrows(
            IOException.class,
            () -> RunningServer.with(folder, Map.of(Setting.ACCESS_LOG, file)).close());
    assertEquals("the access log " + file + " cannot be written", failure.getMessage());
  }

  @Test
  void noKeyStandsInTheAccessLog() throws Exception {
    Path log = folder.resolve("access.log");
    try (RunningServer server =
        RunningServer.with(
            folder.resolve("index"),
            Map.of(Setting.ACCESS_LOG, log.toString(), Setting.API_KEY, "hush"))) {
      for (String address :
          List.of(
              "/v1/search?apiKey=hush",
              "/v1/search?q=a&api-key=hush&page=2",
              "/v1/search?api_key=hush%20hush",
              "/v1/search?%61pi%4bey=hush",
              "/v1/stats?access_token=hush",
              "http://user:hush@localhost/v1/stats")) {
        RawExchange.of(
            server,
            "GET " + address + " HTTP/1.1",
            "X-Api-Key: hush",
            "Authorization: Bearer hush",
            "Referer: http://a.example/?token=hush");
      }
      List<String> lines = await(log, 6);
      assertFalse(String.join("\n", lines).contains("hush"), lines.toString());
      assertTrue(
          lines.stream().anyMatch(line -> line.contains("/v1/search?q=a&api-key=...&page=2")),
          lines.toString());
      assertTrue(lines.stream().anyMatch(line -> line.contains("\"key\":\"api-key\"")));
    }
  }

  @Test
  void aSlowSearchIsLoggedWithWhereItsTimeWent() throws Exception {
    List<String> messages = new CopyOnWriteArrayList<>();
    Handler handler = gather(messages);
    Logger logger = Logger.getLogger("dev.dateline.server.metrics.SlowSearches");
    logger.addHandler(handler);
    try (RunningServer server = RunningServer.with(folder, Map.of(Setting.SLOW_QUERY, "1ms"))) {
      server.get("/?q=bridge%0Alorries");
      server.get("/health/live");
      for (int tries = 0; messages.isEmpty() && tries < 200; tries++) {
        server.get("/v1/search?q=bridge%0Alorries&facets=source,section&timeline=day");
      }
      String message = messages.getFirst();
      assertTrue(
          message.matches(
              "slow search: \\d+ ms \\(waited \\d+, find \\d+, count \\d+, show \\d+, rest \\d+\\),"
                  + " \\d+ articles, /.*, \"bridge\\\\nlorries\", page 1 of 20, .*, request .*"),
          message);
    } finally {
      logger.removeHandler(handler);
    }
  }

  @Test
  void aQueryDoesNotActOnTheTerminalThatShowsTheLog() throws Exception {
    List<String> messages = new CopyOnWriteArrayList<>();
    Handler handler = gather(messages);
    Logger logger = Logger.getLogger("dev.dateline.server.metrics.SlowSearches");
    logger.addHandler(handler);
    try (RunningServer server = RunningServer.with(folder, Map.of(Setting.SLOW_QUERY, "1ms"))) {
      for (int tries = 0; messages.isEmpty() && tries < 200; tries++) {
        server.get(
            "/v1/search?q=br%C3%BCcke+%1b%5B2J%C2%9B2J%E2%80%AE%7F&facets=source&timeline=day");
      }
      String message = messages.getFirst();
      assertTrue(message.contains("brücke"), message);
      assertTrue(
          message.chars().allMatch(sign -> (sign >= ' ' && sign < 0x7f) || sign == 'ü'), message);
    } finally {
      logger.removeHandler(handler);
    }
  }

  @Test
  void metricsTellOfRequestsSearchesAndTheIndex() throws Exception {
    try (RunningServer server = RunningServer.writing(folder)) {
      server.get("/v1/search?q=bridge");
      server.get("/v1/search?q=nothing-like-it&match=all");
      server.get("/v1/articles/bridge");
      server.get("/v1/articles/none");
      server.get("/made-up-" + System.nanoTime());
      String metrics = awaitMetric(server, "route=\"none\"");
      for (String expected :
          List.of(
              "dateline_http_requests_seconds_count{method=\"GET\",route=\"/v1/search\",status=\"200\"}"
                  + " 2",
              "dateline_http_requests_seconds_count{method=\"GET\",route=\"/v1/articles/:id\",status=\"404\"}"
                  + " 1",
              "dateline_http_requests_seconds_bucket{method=\"GET\",route=\"/v1/search\",status=\"200\",le=\"0.25\"}",
              "dateline_search_stage_seconds_count{stage=\"find\"} 2",
              "dateline_search_stage_seconds_count{stage=\"wait\"}",
              "dateline_search_articles_count 2",
              "dateline_search_articles_bucket{le=\"0.5\"} 1",
              "dateline_index_articles 3.0",
              "dateline_index_generation 1.0",
              "dateline_index_bytes ",
              "dateline_index_commit_age_seconds ",
              "jvm_memory_used_bytes{",
              "dateline_http_threads_busy ")) {
        assertTrue(metrics.contains(expected), expected + "\n" + metrics);
      }
    }
  }

  @Test
  void whatWasRefusedIsCounted() throws Exception {
    try (RunningServer server =
        RunningServer.with(folder, Map.of(Setting.RATE_LIMIT, "2/h", Setting.API_KEY, "k"))) {
      for (int request = 0; request < 5; request++) {
        server.get("/v1/stats");
      }
      String metrics =
          server
              .send(HttpRequest.newBuilder(server.uri("/metrics")).header("X-Api-Key", "k"))
              .body();
      assertTrue(
          metrics.contains("dateline_http_rejected_total{reason=\"rate-limited\"} 3"), metrics);
    }
  }

  private static String awaitMetric(RunningServer server, String text) throws Exception {
    String metrics = "";
    for (int tries = 0; !metrics.contains(text) && tries < 1_000; tries++) {
      metrics = server.get("/metrics").body();
    }
    return metrics;
  }

  private static List<String> await(Path log, int lines) throws Exception {
    for (int tries = 0; Files.readAllLines(log).size() < lines; tries++) {
      assertTrue(tries < 2_400, () -> "the log has " + lines + " lines");
      Thread.sleep(25);
    }
    return Files.readAllLines(log);
  }

  private static Handler gather(List<String> messages) {
    return new Handler() {
      @Override
      public void publish(LogRecord message) {
        messages.add(message.getMessage());
      }

      @Override
      public void flush() {}

      @Override
      public void close() {}
    };
  }
}
