package dev.dateline.server;

import static dev.dateline.server.RunningServer.json;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.dateline.Dateline;
import dev.dateline.index.ArticleIndex;
import dev.dateline.server.config.ApiKey;
import dev.dateline.server.config.KeyFile;
import dev.dateline.server.config.Scope;
import dev.dateline.server.config.Setting;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** What must go, from an index that is served. */
class DeleteApiTest {

  private static final List<String> ALL = List.of("storm/coast", "bridge", "marché");

  @TempDir Path folder;
  RunningServer server;
  Administrator chief;

  @BeforeEach
  void start() throws Exception {
    Path keys = folder.resolve("keys");
    KeyFile.add(keys, ApiKey.ofSecret("desk", Scope.WRITE, "desk"));
    KeyFile.add(keys, ApiKey.ofSecret("chief", Scope.ADMIN, RunningServer.KEY));
    use(
        RunningServer.with(
            folder.resolve("index"),
            Map.of(
                Setting.API_KEY_FILE,
                keys.toString(),
                Setting.BACKUP_FOLDER,
                folder.resolve("backups").toString())));
  }

  private void use(RunningServer other) {
    server = other;
    chief = new Administrator(other);
  }

  @AfterEach
  void stop() throws Exception {
    server.close();
  }

  private JsonNode result(HttpResponse<String> started) throws Exception {
    assertEquals(202, started.statusCode(), started.body());
    JsonNode job = chief.ended(started);
    assertEquals("succeeded", job.path("state").asString(), job.toString());
    return job.path("result");
  }

  private HttpResponse<String> delete(String address) throws Exception {
    return chief.ask(HttpRequest.newBuilder(server.uri(address)).DELETE());
  }

  private static List<String> texts(JsonNode list) {
    return list.valueStream().map(JsonNode::asString).toList();
  }

  /** Whether a text is in the bytes of any file in a folder. */
  private static boolean holds(Path folder, String text) throws Exception {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        if (new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1).contains(text)) {
          return true;
        }
      }
      return false;
    }
  }

  @Test
  void aDryRunTellsWhatWouldGoAndLeavesIt() throws Exception {
    JsonNode told = result(chief.post("delete?q=bridge&lang=en&dry-run=true&id=none"));
    assertEquals(3, told.path("count").asInt());
    JsonNode listed = told.path("wouldDelete");
    assertEquals("none", listed.at("/0/id").asString());
    assertEquals("storm/coast", listed.at("/1/id").asString());
    assertEquals("2026-03-01T08:30:00Z", listed.at("/2/published").asString());
    assertEquals("The Alder Courier", listed.at("/2/source").asString());
    assertEquals(ALL, server.found(""));
  }

  @Test
  void whatASearchFindsIsGoneWhenTheJobHasEnded() throws Exception {
    JsonNode deleted = result(chief.post("delete?source=Sea+Post&id=march%C3%A9&id=nowhere"));
    assertEquals(2, deleted.path("deleted").asInt());
    assertEquals(List.of("nowhere"), texts(deleted.path("missing")));
    assertEquals(List.of("bridge"), server.found(""));
  }

  @Test
  void nothingIsRelaxed() throws Exception {
    assertEquals(0, result(chief.post("delete?q=bridge+volcano")).path("deleted").asInt());
    assertEquals(ALL, server.found(""));
  }

  @Test
  void neverIsAllDeletedForWantOfACondition() throws Exception {
    for (String all : List.of("", "?q=", "?q=*", "?q=*:*", "?match=any", "?id=", "?purge=true")) {
      HttpResponse<String> refused = chief.post("delete" + all);
      assertEquals(400, refused.statusCode(), all);
      assertEquals("no-condition", json(refused).path("code").asString(), all);
    }
    for (String wrong : List.of("?q=a&page=2", "?sorce=x", "?q=a&dry-run=yes", "?q=a&from=x")) {
      HttpResponse<String> refused = chief.post("delete" + wrong);
      assertEquals(400, refused.statusCode(), wrong);
      assertEquals("invalid-parameter", json(refused).path("code").asString(), wrong);
    }
    assertEquals("purge-needed", json(chief.post("delete?withdrawn=true")).at("/code").asString());
    assertEquals(0, result(chief.post("delete?q=%3F%3F")).path("deleted").asInt());
    assertEquals(ALL, server.found(""));
  }

  @Test
  void aPurgedArticleIsGoneFromTheIndexTheOneBeforeAndTheBackups() throws Exception {
    chief.ended(chief.post("backup"));
    chief.ended(chief.post("reindex"));
    assertTrue(holds(folder, "The old bridge opens again"));

    JsonNode purged = result(delete("/v1/articles/bridge?purge=true"));

    assertEquals(1, purged.path("purged").asInt());
    assertEquals(List.of(), texts(purged.path("remains")));
    assertEquals(404, server.get("/v1/articles/bridge").statusCode());
    String again = "{\"id\":\"bridge\",\"title\":\"The old bridge opens again\"}";
    assertEquals(409, server.post("/v1/articles", "application/json", again).statusCode());
    server.close(); // its views hold what they showed
    assertFalse(holds(folder, "The old bridge opens again"));
    try (Stream<Path> backups = Files.list(folder.resolve("backups"))) {
      Path backup = backups.filter(Files::isDirectory).findFirst().orElseThrow();
      try (ArticleIndex index = Dateline.open(backup)) {
        assertTrue(index.find("marché").isPresent());
        assertTrue(index.find("bridge").isEmpty());
      }
    }
    use(RunningServer.on(folder.resolve("index"), Map.of(Setting.API_KEY, RunningServer.KEY)));
  }

  @Test
  void whereItMayRemainIsSaid() throws Exception {
    server.close();
    use(RunningServer.on(folder.resolve("index"), Map.of(Setting.API_KEY, RunningServer.KEY)));
    JsonNode purged = result(chief.post("delete?id=bridge&purge=true"));
    assertTrue(purged.at("/remains/0").asString().startsWith("backups: "), purged.toString());
  }

  @Test
  void whatIsWithdrawnIsPurgedOnRequest() throws Exception {
    String kill = "{\"id\":\"marché\",\"title\":\"Le marché\",\"status\":\"withdrawn\"}";
    server.post("/v1/articles", "application/json", kill);
    assertEquals(1, result(chief.post("delete?withdrawn=true&purge=true")).path("purged").asInt());
  }

  @Test
  void whoMayWriteMayDeleteOneArticleAndNoMore() throws Exception {
    for (String value : List.of("?purge=true", "?purge=TRUE", "?purge")) {
      HttpRequest.Builder purge =
          HttpRequest.newBuilder(server.uri("/v1/articles/bridge" + value)).DELETE();
      assertEquals(401, server.send(purge.copy()).statusCode());
      HttpResponse<String> refused = server.send(purge.copy().header("X-Api-Key", "desk"));
      assertEquals("key-insufficient", json(refused).path("code").asString());
    }
    HttpRequest.Builder job =
        HttpRequest.newBuilder(server.uri("/v1/admin/delete?q=bridge"))
            .POST(HttpRequest.BodyPublishers.noBody());
    assertEquals(403, server.send(job.header("X-Api-Key", "desk")).statusCode());
    assertEquals(ALL, server.found(""));
    HttpRequest.Builder delete =
        HttpRequest.newBuilder(server.uri("/v1/articles/bridge?purge=false")).DELETE();
    assertEquals(204, server.send(delete.header("X-Api-Key", "desk")).statusCode());
  }

  @Test
  void aWordThatIsNoParameterDeletesNothing() throws Exception {
    HttpResponse<String> refused = delete("/v1/articles/bridge?dry-run=true");
    assertEquals("invalid-parameter", json(refused).path("code").asString());
    assertEquals(400, delete("/v1/articles/bridge?purge=yes").statusCode());
    HttpRequest.Builder conditional =
        HttpRequest.newBuilder(server.uri("/v1/articles/bridge?purge=true"))
            .header("If-Match", "\"x\"")
            .DELETE();
    assertEquals(400, chief.ask(conditional).statusCode());
    assertEquals(ALL, server.found(""));
  }
}
