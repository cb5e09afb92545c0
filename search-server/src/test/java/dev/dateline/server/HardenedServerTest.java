package dev.dateline.server;

import static dev.dateline.server.RunningServer.json;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.dateline.server.config.ServerConfig;
import dev.dateline.server.config.Setting;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HardenedServerTest {

  @TempDir static Path folder;
  static RunningServer server;

  @BeforeAll
  static void start() throws Exception {
    server =
        RunningServer.with(
            folder,
            Map.of(
                Setting.API_KEY, RunningServer.KEY,
                Setting.MAX_BODY, "10k",
                Setting.HEAD_TIMEOUT, "2s",
                Setting.IDLE_TIMEOUT, "2s"));
  }

  @AfterAll
  static void stop() throws Exception {
    server.close();
  }

  @Test
  void everyAnswerHasALengthAndDoesNotNameTheServer() throws Exception {
    for (String address : List.of("/v1/search", "/", "/nothing", "/assets/dateline.css")) {
      RawExchange exchange = RawExchange.of(server, "GET " + address + " HTTP/1.1");
      assertEquals("", exchange.header("Server"), address);
      assertEquals("", exchange.header("X-Powered-By"), address);
      assertEquals("", exchange.header("Transfer-Encoding"), address);
      assertEquals("nosniff", exchange.header("X-Content-Type-Options"), address);
      int length = exchange.body().getBytes(UTF_8).length;
      assertEquals(Integer.toString(length), exchange.header("Content-Length"), address);
    }
  }

  @Test
  void aHeaderCannotTurnAReadIntoAWrite() throws Exception {
    HttpResponse<String> response =
        server.send(
            HttpRequest.newBuilder(server.uri("/v1/articles/bridge"))
                .header("X-Api-Key", RunningServer.KEY)
                .header("X-HTTP-Method-Override", "DELETE"));
    assertEquals(200, response.statusCode());
    assertEquals(200, server.get("/v1/articles/bridge").statusCode());
  }

  @Test
  void anOddAcceptHeaderDoesNoHarm() throws Exception {
    for (String accept : List.of("x", ";;q=,", "text/csv", "*", "a/b;q=1e999")) {
      RawExchange exchange = RawExchange.of(server, "GET /v1/stats HTTP/1.1", "Accept: " + accept);
      assertEquals(200, exchange.status(), accept);
    }
  }

  @Test
  void aBodyThatIsTooLargeIsRefused() throws Exception {
    String large = "{\"title\":\"" + "a".repeat(11_000) + "\"}";
    HttpResponse<String> response = server.post("/v1/articles", "application/json", large);
    assertEquals(413, response.statusCode());
    assertEquals("body-too-large", json(response).path("code").asString());
  }

  @Test
  void aBodyOfUnknownLengthIsRefusedWhereItGrowsTooLarge() throws Exception {
    byte[] large = new byte[50_000];
    HttpResponse<String> response =
        server.send(
            HttpRequest.newBuilder(server.uri("/v1/articles"))
                .header("X-Api-Key", RunningServer.KEY)
                .header("Content-Type", "application/json")
                .POST(
                    HttpRequest.BodyPublishers.ofInputStream(
                        () -> new ByteArrayInputStream(large))));
    assertEquals(413, response.statusCode());
  }

  @Test
  void aHeaderThatIsTooLargeIsRefused() throws Exception {
    RawExchange exchange =
        RawExchange.of(server, "GET /v1/search?q=" + "a".repeat(20_000) + " HTTP/1.1");
    assertEquals(414, exchange.status());
    assertTrue(exchange.body().contains("\"code\":\"header-too-large\""), exchange.body());
    RawExchange other = RawExchange.of(server, "GET / HTTP/1.1", "X-Long: " + "a".repeat(20_000));
    assertEquals(431, other.status());
  }

  @Test
  void anAddressIsReadAsItStands() throws Exception {
    RawExchange broken = RawExchange.of(server, "GET /v1/articles/%c0%af HTTP/1.1");
    assertEquals(400, broken.status());
    String key = "X-Api-Key: " + RunningServer.KEY;
    server.post("/v1/articles", "application/json", "{\"id\":\"similar\",\"title\":\"Kept\"}");
    for (String path : List.of("/v1/articles//similar", "//v1/articles/similar", "/article//x")) {
      assertEquals(404, RawExchange.of(server, "DELETE " + path + " HTTP/1.1", key).status(), path);
    }
    assertEquals(200, server.get("/v1/articles/similar").statusCode());
    RawExchange.of(server, "DELETE /v1/articles/similar HTTP/1.1", key);
  }

  @Test
  void whatIsNoHttpIsRefused() throws Exception {
    for (String line : List.of("GET /v1/articles/%zz HTTP/1.1", "GET /%00 HTTP/1.1", "nonsense")) {
      RawExchange exchange = RawExchange.of(server, line);
      assertEquals(400, exchange.status(), line);
      assertTrue(exchange.body().contains("\"code\":\"bad-request\""), exchange.body());
    }
    RawExchange spaced = RawExchange.of(server, "GET /v1/search?q=a b HTTP/1.1");
    assertTrue(spaced.body().contains("well-formed request: Illegal character"), spaced.body());
    RawExchange later = RawExchange.of(server, "GET / HTTP/9.9");
    assertEquals(505, later.status());
    assertTrue(later.body().contains("\"code\":\"http-version\""), later.body());
  }

  @Test
  void aClientThatFallsSilentIsCutOff() throws Exception {
    try (Socket socket = RawExchange.connect(server)) {
      RawExchange.send(socket, RawExchange.head("GET /v1/stats HTTP/1.1"));
      RawExchange answer = RawExchange.read(socket); // returns, as the server hangs up
      assertTrue(answer.isEmpty() || answer.status() == 408);
    }
  }

  @Test
  void aClientThatSendsAByteNowAndThenIsCutOff() throws Exception {
    try (Socket socket = RawExchange.connect(server)) {
      RawExchange.send(socket, "GET /v1/stats HTTP/1.1\r\nX-Long: ");
      assertThrows(
          IOException.class,
          () -> {
            while (true) {
              Thread.sleep(50);
              RawExchange.send(socket, "a");
            }
          });
    }
  }

  @Test
  void aClientThatIsBusyForLongIsNotCutOff() throws Exception {
    try (Socket socket = RawExchange.connect(server)) {
      for (int request = 0; request < 50; request++) {
        RawExchange.send(socket, RawExchange.head("GET /health/live HTTP/1.1") + "\r\n");
        Thread.sleep(50);
      }
      RawExchange.send(
          socket, RawExchange.head("GET /health/live HTTP/1.1", "Connection: close") + "\r\n");
      String answers = new String(socket.getInputStream().readAllBytes(), UTF_8);
      assertEquals(51, answers.split("HTTP/1.1 200", -1).length - 1, answers);
    }
  }

  @Test
  void aClientThatDoesNotReadIsCutOff() throws Exception {
    try (Socket socket = new Socket()) {
      socket.setReceiveBufferSize(4096);
      socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), server.server.port()));
      String request = RawExchange.head("GET /assets/dateline.css HTTP/1.1") + "\r\n";
      RawExchange.send(socket, request.repeat(5_000)); // more answers than all buffers hold
      assertThrows(
          IOException.class,
          () -> {
            while (true) {
              Thread.sleep(50);
              RawExchange.send(socket, request);
            }
          });
    }
    assertEquals(200, server.get("/health/ready").statusCode());
  }

  @Test
  void aBodyThatIsPackedIsNotUnpacked() throws Exception {
    HttpResponse<String> response =
        server.send(
            HttpRequest.newBuilder(server.uri("/v1/articles"))
                .header("X-Api-Key", RunningServer.KEY)
                .header("Content-Type", "application/json")
                .header("Content-Encoding", "gzip")
                .POST(HttpRequest.BodyPublishers.ofString("{}")));
    assertEquals(415, response.statusCode());
    assertEquals("unsupported-encoding", json(response).path("code").asString());
  }

  @Test
  void aBodyThatDoesNotArriveIsNotWaitedFor() throws Exception {
    try (Socket socket = RawExchange.connect(server)) {
      String head =
          RawExchange.head(
              "POST /v1/articles HTTP/1.1",
              "X-Api-Key: " + RunningServer.KEY,
              "Content-Type: application/json",
              "Content-Length: 100");
      RawExchange.send(socket, head + "\r\n{\"title\":");
      assertEquals(408, RawExchange.read(socket).status());
    }
  }

  @Test
  void whoIsSlowToSendASearchKeepsNobodyFromSearching(@TempDir Path other) throws Exception {
    try (RunningServer one = RunningServer.with(other, Map.of(Setting.SEARCHES, "1"));
        Socket first = RawExchange.connect(one);
        Socket second = RawExchange.connect(one)) {
      for (Socket socket : List.of(first, second)) {
        String head =
            RawExchange.head(
                "POST /v1/search HTTP/1.1",
                "Content-Type: application/json",
                "Content-Length: 100",
                "Connection: close");
        RawExchange.send(socket, head + "\r\n{\"q\":");
      }
      for (int search = 0; search < 20; search++) {
        assertEquals(200, one.get("/v1/search?q=bridge").statusCode());
      }
      RawExchange.send(first, "\"bridge\"" + " ".repeat(86) + "}");
      assertEquals(200, RawExchange.read(first).status());
    }
  }

  @Test
  void aBodyInBrokenPiecesIsTheFaultOfItsSender() throws Exception {
    try (Socket socket = RawExchange.connect(server)) {
      String head =
          RawExchange.head(
              "POST /v1/articles HTTP/1.1",
              "X-Api-Key: " + RunningServer.KEY,
              "Content-Type: application/json",
              "Transfer-Encoding: chunked");
      RawExchange.send(socket, head + "\r\nnot-a-number\r\n{}\r\n");
      int status = RawExchange.read(socket).status();
      assertTrue(status == 400 || status == 408, "status " + status);
    }
  }

  @Test
  void twoServersOnAnyFreePortDoNotMeet(@TempDir Path other) throws Exception {
    try (RunningServer second = RunningServer.reading(other)) {
      assertFalse(second.server.port() == server.server.port());
      assertEquals(200, second.get("/v1/stats").statusCode());
      assertEquals(200, server.get("/v1/stats").statusCode());
    }
  }

  @Test
  void aPortInUseIsAnExceptionAndLetsGoOfTheIndex(@TempDir Path other) throws Exception {
    ServerConfig config =
        ServerConfig.read(
            Map.of(Setting.INDEX, other.toString(), Setting.API_KEY, "k"), Map.of(), null);
    BindException failure =
        assertThrows(
            BindException.class,
            () -> SearchServer.start(config.withPort(server.server.port())).close());
    assertTrue(failure.getMessage().contains(":" + server.server.port()), failure.getMessage());
    SearchServer.start(config.withPort(0)).close();
  }
}
