package dev.dateline.server;

import static dev.dateline.server.RunningServer.json;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.dateline.Dateline;
import dev.dateline.article.Article;
import dev.dateline.index.ArticleWriter;
import dev.dateline.server.config.Setting;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Every hit over HTTP: as a stream, and by cursor. */
class ExportApiTest {

  private static final int ARTICLES = 3_000;

  /** So that a stream is more than the buffers of a connection hold. */
  private static final String LONG_TEXT = "The ferry sails. ".repeat(400);

  @TempDir static Path folder;
  static RunningServer server;

  @BeforeAll
  static void start() throws Exception {
    try (ArticleWriter writer = Dateline.openWriter(folder)) {
      Instant start = Instant.parse("2026-01-01T00:00:00Z");
      for (int i = 0; i < ARTICLES; i++) {
        writer.add(
            Article.builder()
                .id("a" + i)
                .title(i % 2 == 0 ? "Ferry " + i : "=Bridge " + i)
                .body(LONG_TEXT)
                .published(start.plusSeconds(i))
                .build());
      }
    }
    server = RunningServer.on(folder, Map.of(Setting.THREADS, "8", Setting.IDLE_TIMEOUT, "2s"));
  }

  @AfterAll
  static void stop() throws Exception {
    server.close();
  }

  private static HttpResponse<String> accepting(String type, String address) throws Exception {
    return server.send(HttpRequest.newBuilder(server.uri(address)).header("Accept", type));
  }

  private static List<String> ids(HttpResponse<String> ndjson) {
    return ndjson
        .body()
        .lines()
        .map(line -> JsonMapper.shared().readTree(line).path("id").asString(""))
        .filter(id -> !id.isEmpty())
        .toList();
  }

  private static String type(HttpResponse<String> response) {
    return response.headers().firstValue("Content-Type").orElse("");
  }

  @Test
  void everyArticleComesAsALineAndTheLastOneCountsThem() throws Exception {
    HttpResponse<String> response = server.get("/v1/search?q=intitle:ferry&format=ndjson");
    assertEquals(200, response.statusCode());
    assertEquals("application/x-ndjson", type(response));
    List<String> lines = response.body().lines().toList();
    assertEquals(ARTICLES / 2 + 1, lines.size());
    assertEquals("{\"count\":1500}", lines.getLast());
    assertEquals("1500", response.headers().firstValue("Dateline-Total").orElse(""));
    JsonNode first = JsonMapper.shared().readTree(lines.getFirst());
    assertEquals("a2998", first.path("id").asString());
    assertEquals(LONG_TEXT.strip(), first.path("body").path(0).asString().strip());
    assertTrue(first.path("score").isMissingNode());
  }

  @Test
  void noClientHoldsAllPlacesAndOneIsFreeWhenAnExportEnds() throws Exception {
    try (RunningServer patient = RunningServer.on(folder, Map.of());
        HttpClient http = HttpClient.newHttpClient()) {
      HttpRequest export = HttpRequest.newBuilder(patient.uri("/v1/search?format=ndjson")).build();
      List<InputStream> held = new ArrayList<>();
      for (int number = 0; number < 16; number++) {
        HttpResponse<InputStream> answer = http.send(export, BodyHandlers.ofInputStream());
        assertEquals(200, answer.statusCode());
        held.add(answer.body());
      }
      HttpResponse<String> refused = http.send(export, BodyHandlers.ofString());
      assertEquals(429, refused.statusCode());
      assertTrue(refused.body().contains("too-many-exports"), refused.body());
      assertEquals("30", refused.headers().firstValue("Retry-After").orElse(""));
      assertEquals(200, patient.get("/v1/search?q=ferry").statusCode());

      String whole = new String(held.removeFirst().readAllBytes(), StandardCharsets.UTF_8);
      assertTrue(whole.endsWith("{\"count\":" + ARTICLES + "}\n"));
      int status = 429;
      while (status == 429) {
        status = http.send(export, BodyHandlers.ofString()).statusCode();
      }
      assertEquals(200, status);
      for (InputStream each : held) {
        each.close();
      }
    }
  }

  @Test
  void aTableIsForSpreadsheetsAndRunsNothing() throws Exception {
    HttpResponse<String> response = server.get("/v1/search?format=csv&q=intitle:bridge");
    assertEquals(
        "text/csv;charset=utf-8", type(response).replace(" ", "").toLowerCase(Locale.ROOT));
    List<String> rows = response.body().lines().toList();
    assertEquals(ARTICLES / 2 + 1, rows.size());
    assertTrue(rows.get(0).startsWith("\uFEFFid,url,title,"), rows.get(0));
    assertTrue(rows.get(1).startsWith("a2999,,'=Bridge 2999,"), rows.get(1));
    assertEquals("1500", response.headers().firstValue("Dateline-Total").orElse(""));
    assertTrue(
        response.headers().firstValue("Content-Disposition").orElse("").contains("articles.csv"));
  }

  @Test
  void theFormCanBeChosenByWhatTheClientAccepts() throws Exception {
    String address = "/v1/search?q=intitle:%22ferry+2%22";
    assertEquals("application/x-ndjson", type(accepting("application/x-ndjson", address)));
    assertTrue(type(accepting("text/csv;q=0.9, application/json;q=0.1", address)).contains("csv"));
    for (String other : List.of("*/*", "text/html, */*;q=0.1", "application/json", "\"", "a/b;;")) {
      HttpResponse<String> response = accepting(other, address);
      assertEquals("application/json", type(response), other);
      assertEquals("Accept", response.headers().firstValue("Vary").orElse(""));
    }
    assertEquals(
        "application/json", type(accepting("application/x-ndjson", address + "&format=json")));
  }

  @Test
  void aFormThatThereIsNotAndWhatIsAboutPagesAreRefused() throws Exception {
    HttpResponse<String> unknown = server.get("/v1/search?format=xml");
    assertEquals(400, unknown.statusCode());
    assertEquals("format", json(unknown).at("/errors/0/parameter").asString());
    HttpResponse<String> pages = server.get("/v1/search?format=csv&limit=10&page=2&facets=source");
    assertEquals(400, pages.statusCode());
    assertEquals(3, json(pages).path("errors").size());
    assertEquals("limit", json(pages).at("/errors/0/parameter").asString());
  }

  @Test
  void theHeadAloneIsAnsweredWithoutTheArticles() throws Exception {
    HttpResponse<String> head =
        server.send(
            HttpRequest.newBuilder(server.uri("/v1/search?format=ndjson"))
                .method("HEAD", HttpRequest.BodyPublishers.noBody()));
    assertEquals(200, head.statusCode());
    assertEquals("3000", head.headers().firstValue("Dateline-Total").orElse(""));
    assertEquals("", head.body());
  }

  @Test
  void byCursorEveryArticleComesOnceInEachOrder() throws Exception {
    for (String order : List.of("newest", "oldest", "relevance")) {
      String search = "/v1/search?q=ferry&highlight=false&page-size=200&order-by=" + order;
      List<String> walked = new ArrayList<>();
      String cursor = "";
      do {
        JsonNode answer = json(server.get(search + cursor));
        answer.path("results").forEach(hit -> walked.add(hit.path("id").asString()));
        assertEquals(ARTICLES, answer.at("/total/articles").asInt());
        cursor = answer.has("next") ? "&cursor=" + answer.path("next").asString() : "";
      } while (!cursor.isEmpty());
      assertEquals(
          ids(server.get("/v1/search?q=ferry&format=ndjson&order-by=" + order)), walked, order);
    }
  }

  @Test
  void aCursorThatIsNoneIsRefusedAndAnExpiredOneIsGone() throws Exception {
    String search = "/v1/search?q=ferry&page-size=1";
    HttpResponse<String> none = server.get(search + "&cursor=none");
    assertEquals(400, none.statusCode());
    assertEquals("invalid-parameter", json(none).path("code").asString());
    String next = json(server.get(search)).path("next").asString();
    assertEquals(200, server.get(search + "&cursor=" + next).statusCode());
    assertEquals(400, server.get(search + "&page=2&cursor=" + next).statusCode());
    try (RunningServer restarted = RunningServer.on(folder, Map.of())) {
      HttpResponse<String> expired = restarted.get(search + "&cursor=" + next);
      assertEquals(410, expired.statusCode());
      assertEquals("cursor-expired", json(expired).path("code").asString());
      assertTrue(json(expired).path("detail").asString().contains("start again"));
    }
  }

  @Test
  void whoStartsAgainIsGivenACursorThatHolds() throws Exception {
    String search = "/v1/search?q=ferry&page-size=1&as-of=2026-11-22T08:00:00Z&order-by=";
    assertTrue(server.get(search + "relevance").headers().firstValue("ETag").isEmpty());
    String minute = search.replaceFirst("as-of=[^&]*&", "");
    assertTrue(server.get(minute + "relevance").headers().firstValue("ETag").isPresent());
    assertTrue(server.get(search + "newest").headers().firstValue("ETag").isPresent());
  }

  @Test
  void slowClientsHoldNobodyUpAndAreCutOffWithoutTheCount() throws Exception {
    List<Socket> slow = new ArrayList<>();
    try {
      for (int i = 0; i < 20; i++) { // more than there are threads
        Socket socket = RawExchange.connect(server);
        slow.add(socket);
        RawExchange.send(
            socket, RawExchange.head("GET /v1/search?format=ndjson HTTP/1.1") + "\r\n");
        assertEquals('H', socket.getInputStream().read());
      }
      assertEquals(200, server.get("/v1/search?q=ferry").statusCode());
      Thread.sleep(3_000); // longer than a connection may be silent
      assertFalse(rest(slow.getFirst()).contains("{\"count\":"));
    } finally {
      for (Socket socket : slow) {
        socket.close();
      }
    }
    assertEquals(ARTICLES, ids(server.get("/v1/search?format=ndjson")).size());
  }

  /** What had been sent; the end may be a reset. */
  private static String rest(Socket socket) throws IOException {
    StringBuilder rest = new StringBuilder();
    byte[] buffer = new byte[1 << 16];
    InputStream in = socket.getInputStream();
    try {
      for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
        rest.append(new String(buffer, 0, n, ISO_8859_1));
      }
    } catch (SocketException reset) {
      // Cut off.
    }
    assertFalse(rest.toString().endsWith("0\r\n\r\n"), "the end of a whole body");
    return rest.toString();
  }
}
