package dev.dateline.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConditionalRequestTest {

  private static final String BY_DATE = "/v1/search?order-by=newest";
  private static final String FIXED = "/v1/search?q=bridge&as-of=2026-11-01T00:00:00Z";

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
  void whatHasNotChangedIsNotSentAgain() throws Exception {
    for (String address : List.of(BY_DATE, FIXED, "/v1/articles/bridge", "/v1/stats")) {
      HttpResponse<String> first = server.get(address);
      HttpResponse<String> again = ifNoneMatch(address, tag(first));
      assertEquals(304, again.statusCode(), address);
      assertEquals("", again.body(), address);
      assertEquals(tag(first), tag(again), address);
      assertEquals("no-cache", again.headers().firstValue("Cache-Control").orElse(""), address);
      assertTrue(again.headers().firstValue("Content-Type").isEmpty(), address);
    }
  }

  @Test
  void aCommitChangesTheAnswersOfSearches() throws Exception {
    for (String address : List.of(BY_DATE, FIXED)) {
      String before = tag(server.get(address));
      server.post("/v1/articles", "application/json", "{\"id\":\"k\",\"title\":\"A bridge\"}");
      HttpResponse<String> after = ifNoneMatch(address, before);
      assertEquals(200, after.statusCode(), address);
      assertNotEquals(before, tag(after), address);
    }
  }

  @Test
  void anArticleStaysTheSameWhenAnotherChanges() throws Exception {
    String tag = tag(server.get("/v1/articles/bridge"));
    server.post("/v1/articles", "application/json", "{\"id\":\"k\",\"title\":\"A kite\"}");
    assertEquals(304, ifNoneMatch("/v1/articles/bridge", tag).statusCode());
    server.post("/v1/articles", "application/json", "{\"id\":\"bridge\",\"title\":\"Shut\"}");
    assertEquals(200, ifNoneMatch("/v1/articles/bridge", tag).statusCode());
  }

  @Test
  void anotherQuestionHasAnotherTag() throws Exception {
    String tag = tag(server.get(BY_DATE));
    assertEquals(200, ifNoneMatch(BY_DATE + "&page-size=1", tag).statusCode());
    assertEquals(200, ifNoneMatch(FIXED, tag).statusCode());
  }

  @Test
  void anyOfSeveralTagsWillDo() throws Exception {
    String tag = tag(server.get(BY_DATE));
    assertEquals(304, ifNoneMatch(BY_DATE, "\"x\", " + tag).statusCode());
    assertEquals(304, ifNoneMatch(BY_DATE, "*").statusCode());
    assertEquals(200, ifNoneMatch(BY_DATE, "\"x\"").statusCode());
  }

  @Test
  void aCompressedAnswerIsKnownByItsTagToo() throws Exception {
    String large = "/v1/search?order-by=newest&timeline=day";
    HttpResponse<String> packed =
        server.send(HttpRequest.newBuilder(server.uri(large)).header("Accept-Encoding", "gzip"));
    assertEquals("gzip", packed.headers().firstValue("Content-Encoding").orElse(""));
    HttpResponse<String> again =
        server.send(
            HttpRequest.newBuilder(server.uri(large))
                .header("Accept-Encoding", "gzip")
                .header("If-None-Match", tag(packed)));
    assertEquals(304, again.statusCode());
  }

  @Test
  void aHeadIsTheHeadOfTheGet() throws Exception {
    HttpResponse<String> get = server.get(BY_DATE);
    HttpResponse<String> head =
        server.send(
            HttpRequest.newBuilder(server.uri(BY_DATE))
                .method("HEAD", HttpRequest.BodyPublishers.noBody()));
    assertEquals(200, head.statusCode());
    assertEquals("", head.body());
    assertEquals(tag(get), tag(head));
    assertEquals("application/json", head.headers().firstValue("Content-Type").orElse(""));
  }

  @Test
  void anAnswerToAPostIsAlwaysSent() throws Exception {
    HttpResponse<String> post =
        server.send(
            HttpRequest.newBuilder(server.uri("/v1/search"))
                .header("If-None-Match", "*")
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString("{\"q\":\"bridge\"}")));
    assertEquals(200, post.statusCode());
    assertTrue(post.body().contains("bridge"));
  }

  private HttpResponse<String> ifNoneMatch(String address, String tag) throws Exception {
    return server.send(HttpRequest.newBuilder(server.uri(address)).header("If-None-Match", tag));
  }

  private static String tag(HttpResponse<String> response) {
    return response.headers().firstValue("ETag").orElseThrow();
  }
}
