package dev.dateline.server;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.dateline.server.config.Setting;
import java.net.Socket;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * No request hides in another (request smuggling): where a proxy and this server could see the end
 * of a request at two places, it is refused, or nothing that follows it is heard.
 */
class FramingTest {

  private static final String HIDDEN = "GET /v1/search HTTP/1.1\r\nHost: localhost\r\n\r\n";

  private static final String POST =
      "POST /v1/search HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n";

  private static final String CHUNK = "2\r\n{}\r\n0\r\n\r\n";

  @TempDir static Path folder;
  static RunningServer server;

  @BeforeAll
  static void start() throws Exception {
    server = RunningServer.with(folder, Map.of(Setting.IDLE_TIMEOUT, "1s"));
  }

  @AfterAll
  static void stop() throws Exception {
    server.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Content-Length: 2\r\nTransfer-Encoding: chunked",
        "Transfer-Encoding: chunked\r\nContent-Length: 2",
        "Content-Length: 2\r\nContent-Length: 3",
        "Content-Length: 2\r\nContent-Length: 2",
        "Content-Length: 2, 2",
        "Content-Length: +2",
        "Content-Length: 0x2",
        "Content-Length: -2",
        "Content-Length: 99999999999999999999",
        "Content-Length : 2",
        "X-Folded: a\r\n b\r\nContent-Length: 2",
        "Transfer-Encoding:\r\n chunked",
        "Transfer-Encoding: xchunked",
        "Transfer-Encoding: chunked, identity",
        "Transfer-Encoding: identity, chunked",
        "Transfer-Encoding: gzip, chunked",
        "Transfer-Encoding: chunked\r\nTransfer-Encoding: identity",
        "Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked",
        "Transfer-Encoding: \u000bchunked",
        "Transfer-Encoding: \"chunked\"",
        "X-Bare: a\rContent-Length: 2",
        "Content-Length: 2\r\nHost: other.example"
      })
  void whatCanBeReadInTwoWaysIsRefused(String headers) throws Exception {
    String answers = send(POST + headers + "\r\n\r\n" + CHUNK + HIDDEN);
    assertTrue(answers.startsWith("HTTP/1.1 400 "), answers);
    assertFalse(answers.contains("HTTP/1.1 200"), answers);
  }

  @Test
  void chunksAreOfHttp11Alone() throws Exception {
    String post = POST.replace("HTTP/1.1", "HTTP/1.0");
    String headers = "Connection: keep-alive\r\nTransfer-Encoding: chunked\r\n\r\n";
    String answers = send(post + headers + CHUNK + HIDDEN);
    assertTrue(answers.startsWith("HTTP/1.1 400 "), answers);
    assertFalse(answers.contains("HTTP/1.1 200"), answers);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2\r\n{}\r\n0\r\n\r\n",
        "2;a=b\r\n{}\r\n0\r\n\r\n",
        "2;a=\"b\r\n{}\r\n0\r\n\r\n", // CVE-2026-2332
        "2;\n{}\r\n0\r\n\r\n",
        "2\n{}\n0\n\n",
        "2\r\n{}\r\n0\r\nContent-Length: 9\r\n\r\n",
        "-2\r\n{}\r\n0\r\n\r\n",
        "fffffffff2\r\n{}\r\n0\r\n\r\n",
        "0x2\r\n{}\r\n0\r\n\r\n",
        "2\r\n{}XX0\r\n\r\n"
      })
  void afterABodyInChunksNothingIsHeard(String body) throws Exception {
    String answers = send(POST + "Transfer-Encoding: chunked\r\n\r\n" + body + HIDDEN);
    assertEquals(2, answers.split("HTTP/1.1 ", -1).length, answers);
    assertTrue(answers.contains("\r\nConnection: close\r\n"), answers);
  }

  @Test
  void aBodyThatNobodyReadsIsNoRequest() throws Exception {
    for (String line : new String[] {"GET /v1/stats", "POST /nothing", "POST /v1/articles"}) {
      String request =
          line + " HTTP/1.1\r\nHost: localhost\r\nContent-Length: " + HIDDEN.length() + "\r\n\r\n";
      String answers = send(request + HIDDEN);
      assertEquals(2, answers.split("HTTP/1.1 ", -1).length, line + answers);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "GET /v1/stats\r\n\r\n",
        "GET /v1/stats HTTP/0.9\r\n\r\n",
        "GET /v1/stats HTTP/1.1\r\n\r\n",
        "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n",
        "CONNECT localhost:80 HTTP/1.1\r\nHost: localhost\r\n\r\n",
        "TRACE /v1/stats HTTP/1.1\r\nHost: localhost\r\nX-Api-Key: hush\r\n\r\n",
        "TRACK / HTTP/1.1\r\nHost: localhost\r\nX-Api-Key: hush\r\n\r\n",
        "GET http://a:b@localhost/v1/stats HTTP/1.1\r\nHost: localhost\r\n\r\n"
      })
  void otherVersionsAndMethodsAreRefusedAndEchoNothing(String request) throws Exception {
    String answer = send(request);
    assertTrue(answer.startsWith("HTTP/1.1 4") || answer.startsWith("HTTP/1.1 505 "), answer);
    assertFalse(answer.contains("hush"), answer);
  }

  @Test
  void noProtocolIsChanged() throws Exception {
    for (String protocol : new String[] {"h2c", "websocket"}) {
      String answer =
          send(
              "GET /v1/stats HTTP/1.1\r\nHost: localhost\r\nConnection: Upgrade\r\nUpgrade: "
                  + protocol
                  + "\r\nSec-WebSocket-Version: 13\r\n\r\n");
      assertTrue(answer.startsWith("HTTP/1.1 200 "), answer);
    }
  }

  /** Sends this, and reads until the server closes, as it does after a second of silence. */
  private static String send(String request) throws Exception {
    try (Socket socket = RawExchange.connect(server)) {
      RawExchange.send(socket, request);
      return new String(socket.getInputStream().readAllBytes(), UTF_8);
    }
  }
}
