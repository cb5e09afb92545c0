package dev.dateline.server;

import static dev.dateline.server.RunningServer.json;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.dateline.Dateline;
import dev.dateline.article.Article;
import dev.dateline.index.ArticleIndex;
import dev.dateline.index.ArticleWriter;
import dev.dateline.server.config.ApiKey;
import dev.dateline.server.config.KeyFile;
import dev.dateline.server.config.Scope;
import dev.dateline.server.config.Setting;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** What administrators do to an index while it is served. */
class AdminApiTest {

  @TempDir Path folder;
  RunningServer server;
  Administrator chief;

  @BeforeEach
  void start() throws Exception {
    use(RunningServer.with(folder.resolve("index"), settings()));
  }

  private void use(RunningServer other) {
    server = other;
    chief = new Administrator(other);
  }

  @AfterEach
  void stop() throws Exception {
    server.close();
  }

  private Map<Setting, String> settings() {
    Map<Setting, String> settings = new EnumMap<>(Setting.class);
    settings.put(Setting.API_KEY, RunningServer.KEY);
    settings.put(Setting.BACKUP_FOLDER, folder.resolve("backups").toString());
    return settings;
  }

  @Test
  void aServerThatWritesReindexesByItself() throws Exception {
    HttpResponse<String> started = chief.post("reindex");
    assertEquals(202, started.statusCode());
    JsonNode job = chief.ended(started);
    assertEquals("succeeded", job.path("state").asString(), job.toString());
    assertEquals(3, job.at("/result/articles").asInt());
    assertEquals(3, job.at("/progress/done").asInt());
    assertEquals("2", job.at("/result/generation").asString());
    assertEquals("2", json(server.get("/v1/stats")).path("generation").asString());
    assertEquals(List.of("bridge", "storm/coast"), server.found("q=bridge"));
    server.post("/v1/articles", "application/json", "{\"id\":\"k\",\"title\":\"A kite\"}");
    assertEquals(List.of("k"), server.found("q=kite&match=all"));
  }

  @Test
  void theGenerationBeforeAReindexCanBePutInUseAgain() throws Exception {
    assertEquals("no-previous", json(chief.post("rollback")).path("code").asString());
    chief.ended(chief.post("reindex"));
    assertEquals("1", json(server.get("/v1/stats")).path("previousGeneration").asString());
    server.post("/v1/articles", "application/json", "{\"id\":\"k\",\"title\":\"A kite\"}");
    JsonNode job = chief.ended(chief.post("rollback"));
    assertEquals("succeeded", job.path("state").asString(), job.toString());
    assertEquals("1", job.at("/result/generation").asString());
    assertEquals(1, job.at("/result/added").asInt());
    assertEquals(List.of("k"), server.found("q=kite&match=all"));
    chief.ended(chief.post("reindex?keep-previous=false"));
    assertTrue(json(server.get("/v1/stats")).path("previousGeneration").isMissingNode());
    assertEquals(409, chief.post("rollback").statusCode());
  }

  @Test
  void whatIsWrittenWhileAnIndexIsBuiltAnewIsInIt() throws Exception {
    fill(2_000);
    HttpResponse<String> started = chief.post("reindex");
    int written = 0;
    while (chief.isRunning(started)) {
      String article = "{\"id\":\"meanwhile" + written + "\",\"title\":\"Meanwhile\"}";
      assertEquals(201, server.post("/v1/articles", "application/json", article).statusCode());
      written++;
    }
    assertEquals("succeeded", chief.ended(started).path("state").asString());
    JsonNode found = json(server.get("/v1/search?q=meanwhile&match=all"));
    assertEquals(written, found.at("/total/articles").asInt());
    assertEquals(2_003 + written, json(server.get("/v1/stats")).path("articles").asInt());
  }

  @Test
  void oneJobOfAKindRunsAtATimeAndCanBeCancelled() throws Exception {
    fill(5_000);
    HttpResponse<String> started = chief.post("reindex");
    HttpResponse<String> second = chief.post("reindex");
    assertEquals(409, second.statusCode());
    assertEquals("job-running", json(second).path("code").asString());
    assertEquals(chief.location(started), chief.location(second));
    HttpResponse<String> cancelled =
        chief.ask(HttpRequest.newBuilder(server.uri(chief.location(started))).DELETE());
    assertEquals(202, cancelled.statusCode());
    assertEquals("cancelled", chief.ended(started).path("state").asString());
    assertEquals("1", json(server.get("/v1/stats")).path("generation").asString());
    assertEquals("succeeded", chief.ended(chief.post("reindex")).path("state").asString());
    assertEquals(
        200,
        chief
            .ask(HttpRequest.newBuilder(server.uri(chief.location(started))).DELETE())
            .statusCode());
  }

  @Test
  void aBackupGoesIntoTheFolderOfTheOperatorAndIsAnIndex() throws Exception {
    JsonNode job = chief.ended(chief.post("backup"));
    assertEquals("succeeded", job.path("state").asString(), job.toString());
    assertEquals(3, job.at("/result/articles").asInt());
    Path backup = folder.resolve("backups").resolve(job.at("/result/backup").asString());
    try (ArticleIndex index = Dateline.open(backup)) {
      assertTrue(index.find("bridge").isPresent());
    }
    JsonNode next = chief.ended(chief.post("backup?keep=1"));
    assertEquals(job.at("/result/backup").asString(), next.at("/result/removed/0").asString());
    assertTrue(Files.notExists(backup));
  }

  @Test
  void withoutAFolderThereAreNoBackups() throws Exception {
    server.close();
    use(RunningServer.on(folder.resolve("index"), Map.of(Setting.API_KEY, RunningServer.KEY)));
    HttpResponse<String> refused = chief.post("backup");
    assertEquals(403, refused.statusCode());
    assertEquals("backups-off", json(refused).path("code").asString());
  }

  @Test
  void aDamagedIndexIsToldOfAndMakesNoBackup() throws Exception {
    assertTrue(chief.ended(chief.post("verify")).at("/result/sound").asBoolean());
    JsonNode compared = chief.ended(chief.post("verify?compare=2"));
    assertEquals(2, compared.at("/result/compared").asInt());
    damage();
    JsonNode job = chief.ended(chief.post("verify"));
    assertEquals("succeeded", job.path("state").asString());
    assertFalse(job.at("/result/sound").asBoolean(), job.toString());
    assertTrue(server.get("/metrics").body().contains("\ndateline_index_sound 0.0\n"));
    assertTrue(job.at("/result/damages/0/file").asString().startsWith("generations/"));
    JsonNode backup = chief.ended(chief.post("backup"));
    assertEquals("failed", backup.path("state").asString());
    assertTrue(backup.path("error").asString().contains("not those that were written"));
  }

  @Test
  void jobsAreListedTheLatestFirst() throws Exception {
    chief.ended(chief.post("verify"));
    chief.ended(chief.post("reindex"));
    HttpResponse<String> jobs = chief.ask(HttpRequest.newBuilder(server.uri("/v1/admin/jobs")));
    assertEquals("reindex", json(jobs).at("/jobs/0/kind").asString());
    assertEquals("verify", json(jobs).at("/jobs/1/kind").asString());
    HttpResponse<String> none =
        chief.ask(HttpRequest.newBuilder(server.uri("/v1/admin/jobs/reindex-1")));
    assertEquals("no-such-job", json(none).path("code").asString());
  }

  @Test
  void whatIsNoParameterIsRefused() throws Exception {
    for (String wrong :
        List.of(
            "verify?compar=1",
            "verify?compare=x",
            "backup?keep=0",
            "backup?path=/tmp",
            "reindex?keep=1",
            "reindex?keep-previous=yes",
            "rollback?to=1",
            "backup?keep=1&keep=2")) {
      HttpResponse<String> refused = chief.post(wrong);
      assertEquals(400, refused.statusCode(), wrong);
      assertEquals("invalid-parameter", json(refused).path("code").asString(), wrong);
    }
    assertTrue(Files.notExists(folder.resolve("backups")));
  }

  @Test
  void whoMayWriteMayNotDoIt() throws Exception {
    server.close();
    Path keys = folder.resolve("keys");
    KeyFile.add(keys, ApiKey.ofSecret("desk", Scope.WRITE, "desk"));
    KeyFile.add(keys, ApiKey.ofSecret("chief", Scope.ADMIN, RunningServer.KEY));
    use(RunningServer.on(folder.resolve("index"), Map.of(Setting.API_KEY_FILE, keys.toString())));
    for (String address :
        List.of(
            "/v1/admin/reindex",
            "/v1/admin/rollback",
            "/v1/admin/verify",
            "/v1/admin/backup",
            "/v1/admin/delete")) {
      HttpRequest.Builder request =
          HttpRequest.newBuilder(server.uri(address)).POST(HttpRequest.BodyPublishers.noBody());
      assertEquals(401, server.send(request.copy()).statusCode());
      HttpResponse<String> refused = server.send(request.copy().header("X-Api-Key", "desk"));
      assertEquals("key-insufficient", json(refused).path("code").asString());
    }
    assertEquals(202, chief.post("verify").statusCode());
  }

  @Test
  void aServerThatStopsCancelsItsJobsAndLeavesTheIndexWhole() throws Exception {
    fill(5_000);
    chief.post("reindex");
    server.close();
    try (ArticleIndex index = Dateline.open(folder.resolve("index"))) {
      assertEquals(5_003, index.stats().articles());
    }
    use(RunningServer.on(folder.resolve("index"), settings()));
    assertEquals("succeeded", chief.ended(chief.post("reindex")).path("state").asString());
  }

  private void fill(int articles) throws Exception {
    server.close();
    try (ArticleWriter writer = Dateline.openWriter(folder.resolve("index"))) {
      for (int i = 0; i < articles; i++) {
        writer.add(Article.builder().id("a" + i).title("Article " + i).body("Rain.").build());
      }
    }
    use(RunningServer.on(folder.resolve("index"), settings()));
  }

  /** Another byte in the middle of the largest file. */
  private void damage() throws Exception {
    Path largest;
    try (Stream<Path> files = Files.walk(folder.resolve("index/generations"))) {
      largest =
          files
              .filter(Files::isRegularFile)
              .max((one, other) -> Long.compare(one.toFile().length(), other.toFile().length()))
              .orElseThrow();
    }
    byte[] bytes = Files.readAllBytes(largest);
    bytes[bytes.length / 2] ^= 1;
    // In place: the server has the file open.
    Files.write(largest, bytes, StandardOpenOption.WRITE);
  }
}
