package dev.dateline.server;

import static dev.dateline.server.RunningServer.json;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.dateline.Dateline;
import dev.dateline.index.ArticleIndex;
import dev.dateline.server.config.Setting;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class WriteApiTest {

  private static final String KITE =
      "{\"id\":\"kite\",\"title\":\"A kite over the hill\",\"body\":\"It flew.\"}";

  @TempDir Path folder;
  RunningServer server;

  @BeforeEach
  void start() throws Exception {
    server = RunningServer.writing(folder.resolve("index"));
  }

  @AfterEach
  void stop() throws Exception {
    server.close();
  }

  @Test
  void aPostedArticleIsFoundWhenTheAnswerArrives() throws Exception {
    HttpResponse<String> response = server.post("/v1/articles", "application/json", KITE);
    assertEquals(201, response.statusCode());
    assertEquals("no-store", response.headers().firstValue("Cache-Control").orElse(""));
    assertEquals("kite", json(response).path("id").asString());
    assertEquals(List.of("kite"), server.found("q=kite"));
    assertEquals(200, server.get("/v1/articles/kite").statusCode());
  }

  @Test
  void anArticleWithAKnownIdIsReplaced() throws Exception {
    server.post("/v1/articles", "application/json", KITE);
    HttpResponse<String> response =
        server.post(
            "/v1/articles", "application/json", "{\"id\":\"kite\",\"title\":\"A balloon\"}");
    assertEquals(200, response.statusCode());
    assertEquals(List.of("kite"), server.found("q=balloon"));
    assertEquals(List.of(), server.found("q=kite&match=all"));
  }

  @Test
  void aPostedArticleWithoutAnIdIsGivenOne() throws Exception {
    HttpResponse<String> response =
        server.post("/v1/articles", "application/json", "{\"title\":\"A walrus\"}");
    assertEquals(201, response.statusCode());
    assertEquals(List.of(json(response).path("id").asString()), server.found("q=walrus"));
  }

  @Test
  void whatIsNoArticleIsRefusedWithTheReason() throws Exception {
    for (String body : List.of("", "{", "[]", "{}", "{\"id\":7,\"title\":{}}", "\u0000")) {
      HttpResponse<String> response = server.post("/v1/articles", "application/json", body);
      assertEquals(400, response.statusCode(), body);
      assertEquals("invalid-article", json(response).path("code").asString(), body);
      assertFalse(json(response).path("detail").asString().isBlank(), body);
    }
    assertEquals(415, server.post("/v1/articles", "text/plain", KITE).statusCode());
  }

  @Test
  void aBatchIsAnsweredLineByLineAndABadLineHarmsNoOther() throws Exception {
    String lines =
        KITE
            + "\n{\"title\":\n\n{\"id\":\"bridge\",\"title\":\"A newer bridge\"}\r\n"
            + KITE.replace("hill", "lake");
    HttpResponse<String> response = server.post("/v1/articles", "application/x-ndjson", lines);
    assertEquals(200, response.statusCode());
    assertEquals("application/x-ndjson", response.headers().firstValue("Content-Type").orElse(""));
    List<JsonNode> answers =
        response.body().lines().map(JsonMapper.builder().build()::readTree).toList();
    assertEquals(
        List.of(1, 2, 4, 5), answers.stream().map(each -> each.path("line").asInt()).toList());
    assertEquals(
        List.of(201, 400, 200, 200),
        answers.stream().map(each -> each.path("status").asInt()).toList());
    assertEquals("kite", answers.getFirst().path("id").asString());
    assertFalse(answers.get(1).path("detail").asString().isBlank());
    assertEquals(List.of("kite"), server.found("q=lake"));
    assertEquals(List.of("bridge"), server.found("q=newer"));
  }

  @Test
  void anExportIsPostedBackAsItIsAndItsCountIsNoArticle() throws Exception {
    String export = server.get("/v1/search?format=ndjson").body();
    assertTrue(export.endsWith("{\"count\":3}\n"), export);
    HttpResponse<String> response =
        server.post("/v1/articles", "application/x-ndjson", export.replace("\n", "\r\n"));
    List<JsonNode> answers =
        response.body().lines().map(JsonMapper.builder().build()::readTree).toList();
    assertEquals(
        List.of(200, 200, 200),
        answers.stream().map(each -> each.path("status").asInt()).toList(),
        response.body());
    assertEquals(export, server.get("/v1/search?format=ndjson").body());
  }

  @Test
  void aDeletedArticleIsGone() throws Exception {
    assertEquals(204, delete("storm%2Fcoast").statusCode());
    assertEquals(404, server.get("/v1/articles/storm%2Fcoast").statusCode());
    assertEquals(List.of(), server.found("q=storm"));
    assertEquals(204, delete("storm%2Fcoast").statusCode());
  }

  @Test
  void aWriteNeedsAKey() throws Exception {
    HttpRequest.Builder[] requests = {
      post(), post().header("X-Api-Key", "wrong"), post().header("Authorization", "Basic abc")
    };
    for (HttpRequest.Builder request : requests) {
      HttpResponse<String> response = server.send(request);
      assertEquals(401, response.statusCode());
      assertEquals("key-required", json(response).path("code").asString());
      assertTrue(response.headers().firstValue("WWW-Authenticate").orElse("").startsWith("Bearer"));
    }
    assertEquals(
        201,
        server.send(post().header("Authorization", "bearer " + RunningServer.KEY)).statusCode());
  }

  @Test
  void keysCanLieInAFile() throws Exception {
    Path keys = folder.resolve("keys");
    Files.writeString(keys, "# those of the newsroom\n\nfirst-key\nsecond-key\n");
    server.close();
    server =
        RunningServer.on(folder.resolve("index"), Map.of(Setting.API_KEY_FILE, keys.toString()));
    assertEquals(201, server.send(post().header("X-Api-Key", "second-key")).statusCode());
    assertEquals(401, server.send(post().header("X-Api-Key", RunningServer.KEY)).statusCode());
  }

  @Test
  void aServerWithoutAKeyTakesNoWritesAndShowsWhatOthersWrite() throws Exception {
    try (RunningServer reader = RunningServer.on(folder.resolve("index"), Map.of())) {
      HttpResponse<String> response = reader.post("/v1/articles", "application/json", KITE);
      assertEquals(403, response.statusCode());
      assertEquals("writes-off", json(response).path("code").asString());
      server.post("/v1/articles", "application/json", KITE);
      for (int tries = 0; reader.found("q=kite").isEmpty(); tries++) {
        assertTrue(tries < 600, "what was committed is shown soon");
        Thread.sleep(100);
      }
    }
  }

  @Test
  void anArticleUnderEmbargoIsNotShownBeforeItsTime() throws Exception {
    String embargoed =
        "{\"id\":\"secret\",\"title\":\"A secret\",\"embargoedUntil\":\"2999-01-01T00:00:00Z\"}";
    server.post("/v1/articles", "application/json", embargoed);
    assertEquals(404, server.get("/v1/articles/secret").statusCode());
    assertEquals(404, server.get("/article/secret").statusCode());
    assertEquals(List.of(), server.found("q=secret"));
  }

  @Test
  void anAcknowledgedWriteIsThereAfterARestart() throws Exception {
    server.post("/v1/articles", "application/json", KITE);
    server.close();
    try (ArticleIndex index = Dateline.open(folder.resolve("index"))) {
      assertTrue(index.find("kite").isPresent());
    }
  }

  @Test
  void aServerWithAKeyMakesTheIndexWhereThereIsNone() throws Exception {
    try (RunningServer fresh =
        RunningServer.on(folder.resolve("new"), Map.of(Setting.API_KEY, RunningServer.KEY))) {
      assertEquals(List.of(), fresh.found(""));
      assertEquals(201, fresh.post("/v1/articles", "application/json", KITE).statusCode());
      assertEquals(List.of("kite"), fresh.found(""));
    }
  }

  private HttpRequest.Builder post() {
    return HttpRequest.newBuilder(server.uri("/v1/articles"))
        .header("Content-Type", "application/json")
        .POST(HttpRequest.BodyPublishers.ofString(KITE));
  }

  private HttpResponse<String> delete(String id) throws Exception {
    return server.send(
        HttpRequest.newBuilder(server.uri("/v1/articles/" + id))
            .header("X-Api-Key", RunningServer.KEY)
            .DELETE());
  }
}
