package dev.dateline.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Nobody overwrites what he has not seen. */
class ConditionalWriteTest {

  @TempDir Path folder;
  RunningServer server;

  @BeforeEach
  void start() throws Exception {
    server = RunningServer.writing(folder);
  }

  @AfterEach
  void stop() throws Exception {
    server.close();
  }

  @Test
  void anArticleIsReplacedOnlyAsItWasRead() throws Exception {
    String read = tag(server.get("/v1/articles/bridge"));
    assertEquals(200, post("bridge", "Mine", "If-Match", read).statusCode());
    HttpResponse<String> late = post("bridge", "Yours", "If-Match", read);
    assertEquals(412, late.statusCode());
    assertEquals("precondition-failed", RunningServer.json(late).path("code").asString());
    assertEquals(List.of("bridge"), server.found("q=mine&match=all"));
    assertEquals(412, post("kite", "A kite", "If-Match", "*").statusCode());
    assertEquals(200, post("bridge", "Ours", "If-Match", "*").statusCode());
  }

  @Test
  void theAnswerToAWriteHasTheTagOfTheArticle() throws Exception {
    HttpResponse<String> written = post("kite", "A kite", "If-None-Match", "*");
    assertEquals(201, written.statusCode());
    assertEquals(tag(server.get("/v1/articles/kite")), tag(written));
    assertEquals(200, post("kite", "A balloon", "If-Match", tag(written)).statusCode());
  }

  @Test
  void aTagOfACompressedAnswerIsTheSame() throws Exception {
    post("long", "Rain ".repeat(600), "X-Request-Id", "a");
    HttpResponse<String> packed =
        server.send(
            HttpRequest.newBuilder(server.uri("/v1/articles/long"))
                .header("Accept-Encoding", "gzip"));
    assertEquals("gzip", packed.headers().firstValue("Content-Encoding").orElse(""));
    assertEquals(200, post("long", "Sun", "If-Match", tag(packed)).statusCode());
  }

  @Test
  void anArticleCanBeWrittenOnlyIfThereIsNone() throws Exception {
    assertEquals(412, post("bridge", "Another", "If-None-Match", "*").statusCode());
    assertEquals(List.of(), server.found("q=another&match=all"));
  }

  @Test
  void anArticleIsRemovedOnlyAsItWasRead() throws Exception {
    String read = tag(server.get("/v1/articles/bridge"));
    post("bridge", "Changed", "X-Request-Id", "a");
    assertEquals(412, delete("bridge", read).statusCode());
    assertEquals(204, delete("bridge", tag(server.get("/v1/articles/bridge"))).statusCode());
    assertEquals(412, delete("bridge", "*").statusCode());
  }

  /** Replaced and then deleted, or deleted and then not replaced: it is gone in any case. */
  @Test
  void whatAJobDeletesDoesNotComeBackByAWriteThatSawItBefore() throws Exception {
    Administrator administrator = new Administrator(server);
    try (ExecutorService thread = Executors.newSingleThreadExecutor()) {
      for (int round = 0; round < 30; round++) {
        String read = tag(post("kite", "A kite " + round, "If-None-Match", "*"));
        Future<HttpResponse<String>> written =
            thread.submit(() -> post("kite", "A balloon", "If-Match", read));
        administrator.ended(administrator.post("delete?id=kite"));
        int status = written.get().statusCode();
        assertTrue(status == 200 || status == 412, "status " + status);
        assertEquals(404, server.get("/v1/articles/kite").statusCode());
      }
    }
  }

  @Test
  void aBatchTakesNoCondition() throws Exception {
    HttpResponse<String> answer =
        server.send(
            HttpRequest.newBuilder(server.uri("/v1/articles"))
                .header("X-Api-Key", RunningServer.KEY)
                .header("If-Match", "*")
                .header("Content-Type", "application/x-ndjson")
                .POST(HttpRequest.BodyPublishers.ofString("{\"id\":\"b\",\"title\":\"B\"}")));
    assertEquals(400, answer.statusCode());
    assertEquals(404, server.get("/v1/articles/b").statusCode());
  }

  @Test
  void theSameArticleAgainIsTheSameArticle() throws Exception {
    String article = "{\"title\":\"A walrus\",\"body\":\"It swam.\"}";
    assertEquals(201, server.post("/v1/articles", "application/json", article).statusCode());
    assertEquals(200, server.post("/v1/articles", "application/json", article).statusCode());
    assertEquals(1, server.found("q=walrus").size());
  }

  @Test
  void ofManyAtOnceOneWins() throws Exception {
    String read = tag(server.get("/v1/articles/bridge"));
    try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
      List<Callable<Integer>> writes =
          IntStream.range(0, 8)
              .<Callable<Integer>>mapToObj(
                  i -> () -> post("bridge", "Version " + i, "If-Match", read).statusCode())
              .toList();
      List<Integer> statuses =
          threads.invokeAll(writes).stream().map(each -> each.resultNow()).sorted().toList();
      assertEquals(List.of(200, 412, 412, 412, 412, 412, 412, 412), statuses);
    }
  }

  private HttpResponse<String> post(String id, String title, String header, String value)
      throws Exception {
    String article = "{\"id\":\"" + id + "\",\"title\":\"" + title + "\"}";
    return server.send(
        HttpRequest.newBuilder(server.uri("/v1/articles"))
            .header("X-Api-Key", RunningServer.KEY)
            .header("Content-Type", "application/json")
            .header(header, value)
            .POST(HttpRequest.BodyPublishers.ofString(article)));
  }

  private HttpResponse<String> delete(String id, String tag) throws Exception {
    return server.send(
        HttpRequest.newBuilder(server.uri("/v1/articles/" + id))
            .header("X-Api-Key", RunningServer.KEY)
            .header("If-Match", tag)
            .DELETE());
  }

  private static String tag(HttpResponse<String> answer) {
    return answer.headers().firstValue("ETag").orElseThrow();
  }
}
