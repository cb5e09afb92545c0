package dev.dateline.server;

import static dev.dateline.server.RunningServer.json;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.dateline.server.config.Setting;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TransportTest {

  private static final String SITE = "https://news.example";

  @TempDir static Path folder;
  static RunningServer server;

  @BeforeAll
  static void start() throws Exception {
    server = RunningServer.with(folder, Map.of(Setting.CORS_ORIGIN, SITE + ", https://b.example"));
  }

  @AfterAll
  static void stop() throws Exception {
    server.close();
  }

  @Test
  void aLargeAnswerIsCompressedForThoseWhoTakeIt() throws Exception {
    String address = "/v1/search?order-by=newest&timeline=day";
    HttpResponse<byte[]> packed = bytes(address, "gzip");
    assertEquals("gzip", packed.headers().firstValue("Content-Encoding").orElse(""));
    assertTrue(packed.headers().allValues("Vary").contains("Accept-Encoding"));
    String unpacked =
        new String(
            new GZIPInputStream(new ByteArrayInputStream(packed.body())).readAllBytes(),
            StandardCharsets.UTF_8);
    assertEquals(3, json(unpacked).path("results").size());
    assertTrue(packed.body().length < unpacked.length());
    HttpResponse<byte[]> plain = bytes(address, "identity");
    assertTrue(plain.headers().firstValue("Content-Encoding").isEmpty());
    assertTrue(plain.headers().allValues("Vary").contains("Accept-Encoding"));
  }

  @Test
  void aSmallAnswerIsNotCompressed() throws Exception {
    HttpResponse<byte[]> small = bytes("/health/live", "gzip");
    assertTrue(small.headers().firstValue("Content-Encoding").isEmpty());
  }

  @Test
  void eachAnswerHasAnIdAndASaneOneIsKept() throws Exception {
    HttpResponse<String> one = server.get("/v1/stats");
    HttpResponse<String> other = server.get("/v1/stats");
    assertNotEquals(id(one), id(other));
    assertEquals("trace-7", id(withId("trace-7")));
    for (String odd : List.of("a b", "<script>", "a\"b", "x".repeat(200))) {
      assertNotEquals(odd, id(withId(odd)));
    }
  }

  @Test
  void aProblemNamesTheRequest() throws Exception {
    HttpResponse<String> response = server.get("/nothing");
    assertEquals(id(response), json(response).path("requestId").asString());
    RawExchange broken = RawExchange.of(server, "nonsense");
    assertTrue(broken.body().contains(broken.header("X-Request-Id")), broken.body());
    assertFalse(broken.header("X-Request-Id").isEmpty());
  }

  @Test
  void optionsSaysWhatAnAddressTakes() throws Exception {
    HttpResponse<String> search = options("/v1/search", Map.of());
    assertEquals(204, search.statusCode());
    assertEquals("GET, HEAD, OPTIONS, POST", search.headers().firstValue("Allow").orElse(""));
    assertEquals(404, options("/nothing", Map.of()).statusCode());
  }

  @Test
  void aPageOfAnAllowedSiteMayReadAnswers() throws Exception {
    HttpResponse<String> answer =
        server.send(HttpRequest.newBuilder(server.uri("/v1/stats")).header("Origin", SITE));
    assertEquals(SITE, answer.headers().firstValue("Access-Control-Allow-Origin").orElse(""));
    assertTrue(answer.headers().allValues("Vary").contains("Origin"));
    HttpResponse<String> preflight =
        options("/v1/articles", Map.of("Origin", SITE, "Access-Control-Request-Method", "POST"));
    assertEquals(204, preflight.statusCode());
    assertTrue(
        preflight
            .headers()
            .firstValue("Access-Control-Allow-Headers")
            .orElse("")
            .contains("X-Api-Key"));
  }

  @Test
  void aPageOfAnyOtherSiteMayNot() throws Exception {
    for (String origin : List.of("https://evil.example", "null", SITE + ".evil.example")) {
      HttpResponse<String> answer =
          server.send(HttpRequest.newBuilder(server.uri("/v1/stats")).header("Origin", origin));
      assertTrue(answer.headers().firstValue("Access-Control-Allow-Origin").isEmpty(), origin);
    }
  }

  @Test
  void statisticsSayWhatTheIndexHolds() throws Exception {
    HttpResponse<String> stats = server.get("/v1/stats");
    assertEquals(3, json(stats).path("articles").asInt());
    assertEquals("2026-02-01T12:00:00Z", json(stats).path("oldest").asString());
    assertEquals("2026-04-02", json(stats).path("newest").asString());
    assertTrue(json(stats).path("bytes").asLong() > 1000);
    assertFalse(json(stats).path("committedAt").asString().isEmpty());
  }

  private static String id(HttpResponse<?> response) {
    return response.headers().firstValue("X-Request-Id").orElseThrow();
  }

  private static HttpResponse<String> withId(String id) throws Exception {
    return server.send(HttpRequest.newBuilder(server.uri("/v1/stats")).header("X-Request-Id", id));
  }

  private static HttpResponse<String> options(String address, Map<String, String> headers)
      throws Exception {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(server.uri(address))
            .method("OPTIONS", HttpRequest.BodyPublishers.noBody());
    headers.forEach(request::header);
    return server.send(request);
  }

  private static HttpResponse<byte[]> bytes(String address, String encoding) throws Exception {
    URI uri = server.uri(address);
    try (HttpClient client = HttpClient.newHttpClient()) {
      return client.send(
          HttpRequest.newBuilder(uri).header("Accept-Encoding", encoding).build(),
          HttpResponse.BodyHandlers.ofByteArray());
    }
  }
}
