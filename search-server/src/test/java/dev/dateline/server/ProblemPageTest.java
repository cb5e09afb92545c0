package dev.dateline.server;

import static dev.dateline.server.RunningServer.json;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.dateline.server.config.Setting;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A person whose browser opens an address is told of a problem by a page, a program by JSON. */
class ProblemPageTest {

  /** What browsers send when somebody opens an address. */
  private static final String BROWSER =
      "text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,image/webp,*/*;q=0.8";

  @TempDir static Path folder;
  static RunningServer server;

  @BeforeAll
  static void start() throws Exception {
    server = RunningServer.writing(folder);
  }

  @AfterAll
  static void stop() throws Exception {
    server.close();
  }

  @Test
  void anUnknownAddressIsAPageInABrowser() throws Exception {
    HttpResponse<String> answer = page(server, "/nothing", 404);
    assertTrue(answer.body().contains("<h1>Not Found</h1>"), answer.body());
    assertTrue(answer.body().contains("there is nothing at /nothing"), answer.body());
    assertTrue(answer.body().contains("<a href=\"/\">See the newest articles</a>"), answer.body());
    assertTrue(header(answer, "Content-Security-Policy").contains("default-src 'none'"));
    assertEquals("no-store", header(answer, "Cache-Control"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "*/*",
        "application/json",
        "application/problem+json",
        "application/json, text/html;q=0.5",
        "text/html;q=0",
        ";;q=,"
      })
  void aProgramIsAnsweredInJson(String accept) throws Exception {
    for (String address : new String[] {"/nothing", "/article/none"}) {
      HttpResponse<String> answer = get(server, address, accept);
      assertEquals(404, answer.statusCode(), address);
      assertEquals("application/problem+json", header(answer, "Content-Type"), address);
      assertFalse(json(answer).path("code").asString().isEmpty(), address);
    }
  }

  @Test
  void whoNamesNoFormIsAnsweredInJson() throws Exception {
    assertEquals("application/problem+json", header(server.get("/nothing"), "Content-Type"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"/v1", "/v1/nothing", "/v1/articles/none", "/v1/search?page=abc"})
  void theApiSpeaksJsonInABrowserToo(String address) throws Exception {
    HttpResponse<String> answer = get(server, address, BROWSER);
    assertEquals("application/problem+json", header(answer, "Content-Type"));
    assertEquals(answer.statusCode(), json(answer).path("status").asInt());
  }

  @Test
  void whatAnAddressDoesNotTakeIsAPage() throws Exception {
    HttpResponse<String> answer =
        server.send(
            HttpRequest.newBuilder(server.uri("/"))
                .header("Accept", BROWSER)
                .POST(HttpRequest.BodyPublishers.noBody()));
    assertEquals(405, answer.statusCode());
    assertEquals("GET, HEAD, OPTIONS", header(answer, "Allow"));
    assertTrue(answer.body().contains("<h1>Method Not Allowed</h1>"), answer.body());
  }

  @Test
  void whoHasNoKeySeesAPageBehindTheQuestionForIt(@TempDir Path other) throws Exception {
    Map<Setting, String> settings =
        Map.of(Setting.API_KEY, RunningServer.KEY, Setting.READ_ACCESS, "key");
    try (RunningServer closed = RunningServer.with(other, settings)) {
      HttpResponse<String> answer = page(closed, "/", 401);
      assertTrue(header(answer, "WWW-Authenticate").contains("Basic"));
      assertTrue(answer.body().contains("this needs a key"), answer.body());
      assertFalse(answer.body().contains("bridge"), answer.body());
    }
  }

  @Test
  void whoAsksTooOftenSeesAPage(@TempDir Path other) throws Exception {
    try (RunningServer busy = RunningServer.with(other, Map.of(Setting.RATE_LIMIT, "1/m"))) {
      page(busy, "/", 200);
      HttpResponse<String> answer = page(busy, "/", 429);
      assertTrue(Integer.parseInt(header(answer, "Retry-After")) > 0);
      assertEquals(404, page(busy, "/nothing", 404).statusCode());
    }
  }

  @Test
  void anAddressIsTextOnThePage() throws Exception {
    RawExchange answer =
        RawExchange.of(
            server, "GET /<script>alert(1)</script> HTTP/1.1", "Accept: text/html, */*;q=0.1");
    assertEquals(404, answer.status());
    assertTrue(answer.body().contains("/&lt;script&gt;alert(1)"), answer.body());
    assertFalse(answer.body().contains("<script>"), answer.body());
  }

  @Test
  void thePageNamesItsProblemInTheHeadersToo() throws Exception {
    HttpResponse<String> answer = page(server, "/article/none", 404);
    assertFalse(header(answer, "X-Request-Id").isEmpty());
    HttpResponse<String> head =
        server.send(
            HttpRequest.newBuilder(server.uri("/nothing"))
                .header("Accept", BROWSER)
                .method("HEAD", HttpRequest.BodyPublishers.noBody()));
    assertEquals(404, head.statusCode());
    assertEquals("text/html;charset=utf-8", header(head, "Content-Type"));
    assertEquals("", head.body());
  }

  private static HttpResponse<String> page(RunningServer on, String address, int status)
      throws Exception {
    HttpResponse<String> answer = get(on, address, BROWSER);
    assertEquals(status, answer.statusCode(), answer.body());
    assertEquals("text/html;charset=utf-8", header(answer, "Content-Type"));
    return answer;
  }

  private static HttpResponse<String> get(RunningServer on, String address, String accept)
      throws Exception {
    return on.send(HttpRequest.newBuilder(on.uri(address)).header("Accept", accept));
  }

  private static String header(HttpResponse<?> answer, String name) {
    return answer.headers().firstValue(name).orElse("");
  }
}
