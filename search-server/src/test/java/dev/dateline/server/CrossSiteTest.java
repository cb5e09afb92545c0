package dev.dateline.server;

import static dev.dateline.server.RunningServer.json;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.dateline.server.config.Setting;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a page of another site can make a browser send: it changes nothing, and reads nothing. */
class CrossSiteTest {

  private static final String EVIL = "https://evil.example";

  /** The types that a form, or a script without asking first, may send. */
  private static final List<String> SIMPLE_TYPES =
      List.of("application/x-www-form-urlencoded", "multipart/form-data; boundary=x", "text/plain");

  @TempDir static Path folder;
  static RunningServer server;

  @BeforeAll
  static void start() throws Exception {
    server =
        RunningServer.with(
            folder, Map.of(Setting.API_KEY, "hush", Setting.CORS_ORIGIN, "https://good.example"));
  }

  @AfterAll
  static void stop() throws Exception {
    server.close();
  }

  @Test
  void aFormOfAnotherSiteWritesNothingAlsoWithThePasswordThatABrowserKnows() throws Exception {
    String article = "{\"id\":\"forged\",\"title\":\"Forged\"}\n";
    for (String address : List.of("/v1/articles", "/v1/admin/reindex", "/v1/admin/verify")) {
      for (String type : SIMPLE_TYPES) {
        for (boolean password : List.of(false, true)) {
          HttpRequest.Builder request =
              HttpRequest.newBuilder(server.uri(address))
                  .header("Origin", EVIL)
                  .header("Content-Type", type)
                  .POST(HttpRequest.BodyPublishers.ofString(article));
          HttpResponse<String> answer =
              server.send(password ? request.header("Authorization", basic()) : request);
          assertEquals(401, answer.statusCode(), address + " " + type);
        }
      }
    }
    assertEquals(404, server.get("/v1/articles/forged").statusCode());
  }

  @Test
  void evenWithAKeyALineOfPlainTextIsNoArticle() throws Exception {
    for (String type : SIMPLE_TYPES) {
      HttpResponse<String> answer =
          server.send(
              HttpRequest.newBuilder(server.uri("/v1/articles"))
                  .header("X-Api-Key", "hush")
                  .header("Content-Type", type)
                  .POST(HttpRequest.BodyPublishers.ofString("{\"title\":\"Forged\"}\n")));
      assertEquals(415, answer.statusCode(), type);
    }
  }

  @Test
  void noAnswerIsForThePagesOfOtherSites() throws Exception {
    for (String address :
        List.of("/", "/v1/search", "/v1/stats", "/v1/articles/bridge", "/metrics", "/nothing")) {
      HttpResponse<String> answer =
          server.send(HttpRequest.newBuilder(server.uri(address)).header("Origin", EVIL));
      assertTrue(answer.headers().firstValue("Access-Control-Allow-Origin").isEmpty(), address);
      assertTrue(answer.headers().firstValue("Access-Control-Allow-Credentials").isEmpty());
      // Nor as a script or a style of theirs.
      assertEquals("nosniff", answer.headers().firstValue("X-Content-Type-Options").orElse(""));
    }
    HttpResponse<String> preflight =
        server.send(
            HttpRequest.newBuilder(server.uri("/v1/articles"))
                .header("Origin", EVIL)
                .header("Access-Control-Request-Method", "POST")
                .header("Access-Control-Request-Headers", "x-api-key,content-type")
                .method("OPTIONS", HttpRequest.BodyPublishers.noBody()));
    assertTrue(preflight.headers().firstValue("Access-Control-Allow-Headers").isEmpty());
  }

  @Test
  void aKeyInAnAddressOpensNothingOfOurs() throws Exception {
    for (String name :
        List.of("key", "apiKey", "api-key", "api_key", "X-Api-Key", "access_token")) {
      HttpResponse<String> answer =
          server.send(
              HttpRequest.newBuilder(server.uri("/v1/articles/bridge?" + name + "=hush")).DELETE());
      assertEquals("key-required", json(answer).path("code").asString(), name);
    }
  }

  private static String basic() {
    return "Basic " + Base64.getEncoder().encodeToString("a:hush".getBytes(StandardCharsets.UTF_8));
  }
}
