package dev.dateline.server;

import static dev.dateline.server.RunningServer.json;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.dateline.server.config.ApiKey;
import dev.dateline.server.config.KeyFile;
import dev.dateline.server.config.Scope;
import dev.dateline.server.config.Setting;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AccessTest {

  private static final String KITE = "{\"id\":\"kite\",\"title\":\"A kite\"}";

  @TempDir Path folder;
  Path keys;

  @BeforeEach
  void makeKeys() throws Exception {
    keys = folder.resolve("keys.txt");
    for (Scope scope : Scope.values()) {
      KeyFile.add(keys, ApiKey.ofSecret("the-" + scope.label(), scope, scope.label()));
    }
  }

  @Test
  void aKeyMayDoWhatItsScopeSays() throws Exception {
    try (RunningServer server = server(Map.of())) {
      assertEquals(401, write(server, null).statusCode());
      assertEquals(401, write(server, "guessed").statusCode());
      HttpResponse<String> refused = write(server, "read");
      assertEquals(403, refused.statusCode());
      assertEquals("key-insufficient", json(refused).path("code").asString());
      assertEquals(201, write(server, "write").statusCode());
      assertEquals(200, write(server, "admin").statusCode());
    }
  }

  @Test
  void readingCanBeKeptForThoseWithAKey() throws Exception {
    try (RunningServer server = server(Map.of(Setting.READ_ACCESS, "key"))) {
      HttpResponse<String> refused = server.get("/v1/search");
      assertEquals(401, refused.statusCode());
      assertTrue(refused.headers().firstValue("WWW-Authenticate").orElse("").contains("Basic"));
      assertEquals(401, server.get("/").statusCode());
      assertEquals(401, server.get("/metrics").statusCode());
      assertEquals(200, read(server, "X-Api-Key", "read").statusCode());
      assertEquals(200, read(server, "Authorization", "Bearer write").statusCode());
      assertEquals(200, read(server, "Authorization", basic("read")).statusCode());
      assertEquals(401, read(server, "Authorization", "Basic %%%").statusCode());
      assertEquals(200, server.get("/health/ready").statusCode());
    }
  }

  @Test
  void whatABrowserSendsByItselfDoesNotWrite() throws Exception {
    try (RunningServer server = server(Map.of())) {
      HttpResponse<String> response =
          server.send(
              HttpRequest.newBuilder(server.uri("/v1/articles/bridge"))
                  .header("Authorization", basic("admin"))
                  .DELETE());
      assertEquals(401, response.statusCode());
    }
  }

  @Test
  void aKeyThatIsRevokedIsRefusedSoonAndAnAddedOneIsTaken() throws Exception {
    try (RunningServer server = server(Map.of())) {
      assertEquals(201, write(server, "write").statusCode());
      assertTrue(KeyFile.remove(keys, "the-write"));
      KeyFile.add(keys, ApiKey.ofSecret("late", Scope.WRITE, "late"));
      await(server, "late", 200);
      assertEquals(401, write(server, "write").statusCode());
      Files.delete(keys); // as an editor does for a moment: nobody is locked out
      Thread.sleep(1100);
      assertEquals(200, write(server, "late").statusCode());
    }
  }

  @Test
  void aClientThatAsksTooOftenIsToldWhenToComeAgain() throws Exception {
    try (RunningServer server = server(Map.of(Setting.RATE_LIMIT, "3/h"))) {
      for (int request = 0; request < 3; request++) {
        assertEquals(200, server.get("/v1/stats").statusCode());
      }
      HttpResponse<String> refused = server.get("/v1/stats");
      assertEquals(429, refused.statusCode());
      assertEquals("rate-limited", json(refused).path("code").asString());
      long wait = Long.parseLong(refused.headers().firstValue("Retry-After").orElseThrow());
      assertTrue(wait > 1000 && wait <= 1201, "after " + wait);
      assertEquals(200, server.get("/health/live").statusCode());
      assertEquals(200, read(server, "X-Api-Key", "read").statusCode()); // another client
    }
  }

  @Test
  void forwardedHeadersAreBelievedOfAProxyAlone() throws Exception {
    Map<Setting, String> limited = Map.of(Setting.RATE_LIMIT, "1/h");
    try (RunningServer server = server(limited)) {
      assertEquals(200, read(server, "X-Forwarded-For", "192.0.2.1").statusCode());
      assertEquals(429, read(server, "X-Forwarded-For", "192.0.2.2").statusCode());
    }
    Map<Setting, String> trusting = Map.of(Setting.RATE_LIMIT, "1/h", Setting.TRUST_PROXY, "true");
    try (RunningServer server = on(trusting)) {
      assertEquals(200, read(server, "X-Forwarded-For", "192.0.2.1").statusCode());
      assertEquals(200, read(server, "X-Forwarded-For", "192.0.2.2").statusCode());
      assertEquals(429, read(server, "X-Forwarded-For", "192.0.2.2").statusCode());
      assertEquals(200, read(server, "X-Forwarded-For", "2001:db8::1").statusCode());
      assertEquals(429, read(server, "X-Forwarded-For", "2001:db8::2").statusCode());
      assertEquals(200, read(server, "X-Forwarded-For", "unknown").statusCode());
    }
  }

  @Test
  void whatAProxyPassesOnUnseenNamesNobody() throws Exception {
    Map<Setting, String> trusting = Map.of(Setting.RATE_LIMIT, "1/h", Setting.TRUST_PROXY, "true");
    try (RunningServer server = server(trusting)) {
      assertEquals(200, read(server, "Forwarded", "for=192.0.2.1").statusCode());
      assertEquals(429, read(server, "Forwarded", "for=192.0.2.2").statusCode());
    }
    try (RunningServer server = on(Map.of(Setting.TRUST_PROXY, "true"))) {
      Map<String, String> unseen =
          Map.of(
              "Forwarded", "host=evil.example;proto=https",
              "X-Forwarded-Server", "evil.example",
              "X-Forwarded-Port", "99",
              "X-Proxied-Https", "on");
      String self = server.uri("/v1/search?format=atom").toString();
      for (Map.Entry<String, String> header : unseen.entrySet()) {
        String feed =
            server
                .send(
                    HttpRequest.newBuilder(server.uri("/v1/search?format=atom"))
                        .header(header.getKey(), header.getValue()))
                .body();
        assertTrue(feed.contains("href=\"" + self + "\""), header + " " + feed);
      }
    }
  }

  @Test
  void addressesAreThoseThatClientsOfTheProxyKnow() throws Exception {
    String article = "{\"id\":\"a b/c\",\"title\":\"Rain\"}";
    try (RunningServer server = server(Map.of(Setting.TRUST_PROXY, "true"))) {
      HttpResponse<String> response =
          server.send(
              HttpRequest.newBuilder(server.uri("/v1/articles"))
                  .header("X-Api-Key", "write")
                  .header("Content-Type", "application/json")
                  .header("X-Forwarded-Proto", "https")
                  .header("X-Forwarded-Host", "news.example")
                  .POST(HttpRequest.BodyPublishers.ofString(article)));
      String location = response.headers().firstValue("Location").orElse("");
      assertEquals("https://news.example/v1/articles/a%20b%2Fc", location);
      assertEquals(
          200, server.get(location.substring("https://news.example".length())).statusCode());
    }
    try (RunningServer server = on(Map.of())) {
      HttpResponse<String> response = write(server, "write");
      assertEquals(
          server.uri("/v1/articles/kite").toString(),
          response.headers().firstValue("Location").orElse(""));
    }
  }

  @Test
  void aSiteThatPosesAsThisMachineWritesNothing() throws Exception {
    try (RunningServer server = server(Map.of())) {
      assertEquals(421, delete(server, "evil.example"));
      assertEquals(421, delete(server, "127.0.0.1.evil.example"));
      assertEquals(204, delete(server, "localhost:8080"));
      assertEquals(204, delete(server, "[::1]"));
    }
    try (RunningServer server = on(Map.of(Setting.TRUST_PROXY, "true"))) {
      assertEquals(204, delete(server, "news.example"));
    }
  }

  @Test
  void aSiteThatPosesAsThisMachineReadsNothing() throws Exception {
    try (RunningServer server = server(Map.of())) {
      List<String> reads =
          List.of(
              "/",
              "/article/bridge",
              "/v1/search?q=bridge",
              "/v1/articles/bridge",
              "/v1/suggest?q=b",
              "/v1/stats",
              "/metrics",
              "/v1/search?format=ndjson",
              "/compat/guardian/search?q=bridge");
      for (String address : reads) {
        for (String host :
            List.of("evil.example", "127.0.0.1.evil.example", "localhost.evil.example")) {
          assertEquals(421, ask(server, "GET " + address, host), address + " of " + host);
        }
        assertEquals(200, ask(server, "GET " + address, "127.0.0.1:8080"), address);
        assertEquals(200, ask(server, "GET " + address, "LOCALHOST"), address);
      }
      assertEquals(421, ask(server, "GET http://evil.example/v1/stats", "localhost"));
    }
    try (RunningServer server = on(Map.of(Setting.TRUST_PROXY, "true"))) {
      assertEquals(200, ask(server, "GET /v1/stats", "news.example"));
    }
  }

  private static int delete(RunningServer server, String host) throws Exception {
    return ask(server, "DELETE /v1/articles/x", host);
  }

  private static int ask(RunningServer server, String request, String host) throws Exception {
    try (var socket = RawExchange.connect(server)) {
      RawExchange.send(
          socket,
          request
              + " HTTP/1.1\r\nHost: "
              + host
              + "\r\nX-Api-Key: write\r\nConnection: close\r\n\r\n");
      return RawExchange.read(socket).status();
    }
  }

  private void await(RunningServer server, String key, int status) throws Exception {
    for (int tries = 0; write(server, key).statusCode() != status; tries++) {
      assertTrue(tries < 1_200, "the file is read again");
      Thread.sleep(50);
    }
  }

  private RunningServer server(Map<Setting, String> more) throws Exception {
    Map<Setting, String> settings = new EnumMap<>(Setting.class);
    settings.put(Setting.API_KEY_FILE, keys.toString());
    settings.putAll(more);
    return RunningServer.with(folder.resolve("index"), settings);
  }

  /** A server over the index of another. */
  private RunningServer on(Map<Setting, String> more) throws Exception {
    Map<Setting, String> settings = new EnumMap<>(Setting.class);
    settings.put(Setting.API_KEY_FILE, keys.toString());
    settings.putAll(more);
    return RunningServer.on(folder.resolve("index"), settings);
  }

  private static HttpResponse<String> write(RunningServer server, String key) throws Exception {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(server.uri("/v1/articles"))
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(KITE));
    return server.send(key == null ? request : request.header("X-Api-Key", key));
  }

  private static HttpResponse<String> read(RunningServer server, String header, String value)
      throws Exception {
    return server.send(HttpRequest.newBuilder(server.uri("/v1/search")).header(header, value));
  }

  private static String basic(String password) {
    byte[] pair = ("reader:" + password).getBytes(StandardCharsets.UTF_8);
    return "Basic " + Base64.getEncoder().encodeToString(pair);
  }
}
