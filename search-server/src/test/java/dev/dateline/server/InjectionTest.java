package dev.dateline.server;

import static dev.dateline.server.RunningServer.json;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.dateline.server.config.Setting;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/** What clients send comes back as text: never as a header, a redirect, or markup of a feed. */
class InjectionTest {

  @TempDir static Path folder;
  static RunningServer server;
  static RunningServer behindProxy;

  @BeforeAll
  static void start() throws Exception {
    server =
        RunningServer.with(
            folder.resolve("one"),
            Map.of(
                Setting.API_KEY,
                RunningServer.KEY,
                Setting.BACKUP_FOLDER,
                folder.resolve("backups").toString()));
    behindProxy = RunningServer.with(folder.resolve("two"), Map.of(Setting.TRUST_PROXY, "true"));
  }

  @AfterAll
  static void stop() throws Exception {
    server.close();
    behindProxy.close();
  }

  @Test
  void anIdMakesNoHeaderOfItsAddress() throws Exception {
    for (String id :
        List.of("a\u0085b", "a/../b", "é \u2028", "\u560a\u560d", "%0d%0aX: y", "\"<>")) {
      String article = "{\"id\":" + quoted(id) + ",\"title\":\"T\"}";
      HttpResponse<String> answer = server.post("/v1/articles", "application/json", article);
      answer
          .headers()
          .firstValue("Location")
          .ifPresent(
              location -> {
                assertTrue(location.startsWith(server.uri("/v1/articles/").toString()), location);
                assertTrue(location.chars().allMatch(sign -> sign > ' ' && sign < 0x7f), location);
              });
      assertTrue(answer.statusCode() == 201 || answer.statusCode() == 400, id);
    }
    HttpResponse<String> broken =
        server.post(
            "/v1/articles", "application/json", "{\"id\":\"a\\r\\nX-Evil: 1\",\"title\":\"T\"}");
    assertTrue(broken.headers().firstValue("X-Evil").isEmpty());
  }

  @Test
  void noAddressAndNoHeaderOfARequestBecomesAHeader() throws Exception {
    for (String line :
        List.of(
            "GET /v1/articles/%0d%0aX-Evil:%201 HTTP/1.1",
            "GET /%0d%0aX-Evil:%201 HTTP/1.1",
            "GET /v1/search?format=csv&q=%0d%0aX-Evil:%201 HTTP/1.1",
            "GET /v1/search?q=%E5%98%8A%E5%98%8DX-Evil:%201 HTTP/1.1",
            "GET /article/%0d%0aX-Evil:%201 HTTP/1.1")) {
      for (String header :
          List.of(
              "X-Request-Id: a%0d%0aX-Evil: 1", "Origin: a\u560a\u560dX-Evil: 1", "Accept: a")) {
        assertEquals("", RawExchange.of(server, line, header).header("X-Evil"), line + header);
      }
    }
  }

  @Test
  void nothingLeadsToAnotherSite() throws Exception {
    for (String path :
        List.of(
            "//evil.example",
            "//evil.example/%2f..",
            "/\\evil.example",
            "/%5cevil.example",
            "/v1/stats/")) {
      RawExchange answer = RawExchange.of(server, "GET " + path + " HTTP/1.1");
      assertTrue(answer.status() == 404 || answer.status() == 400, path + " " + answer.status());
      assertEquals("", answer.header("Location"), path);
    }
  }

  @Test
  void theHostOfARequestIsTextInWhatIsMadeOfIt() throws Exception {
    String evil = "evil.example\"><script>alert(1)</script>";
    for (String address :
        List.of("/v1/search?format=atom", "/v1/search?format=rss", "/opensearch.xml")) {
      for (String header : List.of("Host: ", "Host: a\r\nX-Forwarded-Host: ")) {
        String answer = get(behindProxy, address, header + evil);
        assertFalse(answer.contains("<script>"), answer);
      }
    }
    String page = get(behindProxy, "/?q=a", "Host: " + evil);
    assertFalse(page.contains("evil.example"), page);
  }

  @Test
  void withoutAProxyForwardedHeadersAreInNoAnswer() throws Exception {
    for (String header :
        List.of(
            "X-Forwarded-Host",
            "X-Forwarded-Proto",
            "Forwarded",
            "X-Original-URL",
            "X-Rewrite-URL")) {
      String answer =
          get(server, "/v1/search?format=atom", "Host: localhost\r\n" + header + ": evil.example");
      assertFalse(answer.contains("evil.example"), answer);
    }
  }

  @Test
  void aJobTakesNoPathOfItsCaller() throws Exception {
    Administrator chief = new Administrator(server);
    for (String job :
        List.of(
            "backup?folder=/tmp/evil",
            "backup?path=../../evil",
            "backup?keep=../1",
            "reindex?from=/etc",
            "verify?index=/etc",
            "rollback?generation=../..")) {
      HttpResponse<String> answer = chief.post(job);
      assertTrue(answer.statusCode() == 400 || answer.statusCode() == 409, job);
    }
    for (String id : List.of("..", "..%2f..%2fetc", "%2e%2e", "verify-..%2f")) {
      RawExchange answer =
          RawExchange.of(
              server, "GET /v1/admin/jobs/" + id + " HTTP/1.1", "X-Api-Key: " + RunningServer.KEY);
      assertTrue(answer.status() == 404 || answer.status() == 400, id + " " + answer.status());
    }
  }

  @Test
  void noFileIsServedButThePagesOwn() throws Exception {
    for (String path :
        List.of(
            "/assets/../../../../etc/passwd",
            "/assets/%2e%2e/%2e%2e/etc/passwd",
            "/assets/..%2f..%2fetc%2fpasswd",
            "/..;/etc/passwd",
            "/file:///etc/passwd",
            "/WEB-INF/web.xml",
            "/.git/config",
            "/dev/dateline/server/openapi.json")) {
      RawExchange answer = RawExchange.of(server, "GET " + path + " HTTP/1.1");
      assertTrue(answer.status() == 404 || answer.status() == 400, path + " " + answer.status());
      assertFalse(answer.body().contains("root:"), path);
    }
  }

  @Test
  void aFaultTellsNothingOfTheMachine() throws Exception {
    for (String address :
        List.of(
            "/v1/search?cursor=AAAA",
            "/v1/articles/%00",
            "/v1/search?from=x",
            "/nothing",
            "/%zz")) {
      RawExchange answer = RawExchange.of(server, "GET " + address + " HTTP/1.1");
      assertFalse(answer.body().contains(folder.toString()), answer.body());
      assertFalse(answer.body().contains("dev.dateline"), answer.body());
      assertFalse(answer.body().contains("Exception"), answer.body());
    }
    HttpResponse<String> broken = server.post("/v1/articles", "application/json", "{\"title\":");
    assertEquals("invalid-article", json(broken).path("code").asString());
    assertFalse(broken.body().contains("jackson"), broken.body());
  }

  private static String get(RunningServer of, String address, String headers) throws Exception {
    try (Socket socket = RawExchange.connect(of)) {
      RawExchange.send(
          socket, "GET " + address + " HTTP/1.1\r\n" + headers + "\r\nConnection: close\r\n\r\n");
      return new String(socket.getInputStream().readAllBytes(), UTF_8);
    }
  }

  private static String quoted(String text) {
    return JsonMapper.builder().build().writeValueAsString(text);
  }
}
