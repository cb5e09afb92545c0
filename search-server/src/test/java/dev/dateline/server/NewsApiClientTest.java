package dev.dateline.server;

import static dev.dateline.server.RunningServer.json;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.dateline.article.Article;
import dev.dateline.article.Source;
import dev.dateline.server.config.Setting;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** A client of NewsAPI, by its documented parameters, of which only the base address changed. */
class NewsApiClientTest {

  private static final String BASE = "/compat/newsapi";

  @TempDir static Path folder;
  static RunningServer server;

  @BeforeAll
  static void start() throws Exception {
    Newsroom.index(folder);
    server = RunningServer.on(folder, Map.of());
  }

  @AfterAll
  static void stop() throws Exception {
    server.close();
  }

  private static JsonNode ok(String address) throws Exception {
    HttpResponse<String> answer = server.get(BASE + address + "&apiKey=whatever");
    assertEquals(200, answer.statusCode(), answer.body());
    assertEquals("ok", json(answer).path("status").asString());
    return json(answer);
  }

  private static List<String> urls(String address) throws Exception {
    JsonNode answer = ok(address);
    return answer.path("articles").valueStream().map(each -> each.path("url").asString()).toList();
  }

  private static void isError(int status, String code, HttpResponse<String> answer) {
    assertEquals(status, answer.statusCode(), answer.body());
    assertEquals("error", json(answer).path("status").asString());
    assertEquals(code, json(answer).path("code").asString(), answer.body());
    assertTrue(json(answer).path("message").asString().length() > 10);
  }

  @Test
  void whereThereIsNothingItIsSaidAsThere() throws Exception {
    for (String address : List.of("/v2/everythin", "/v1/articles?apiKey=x", "", "/", "/v2//x")) {
      HttpResponse<String> none = server.get(BASE + address);
      isError(404, "parameterInvalid", none);
      assertTrue(json(none).path("message").asString().contains("nothing at /compat"), address);
    }
    HttpResponse<String> posted = server.post(BASE + "/v2/everything", "application/json", "{}");
    isError(405, "parameterInvalid", posted);
    assertEquals("GET, HEAD, OPTIONS", posted.headers().firstValue("Allow").orElseThrow());
  }

  private static final String DAM = "https://harbourpost.example/world/dam";
  private static final String FERRY = "https://news.seapost.example/ferry";
  private static final String FAEHRE = "https://hafenblatt.example/faehre";

  @Test
  void anArticleLooksAsThere() throws Exception {
    JsonNode answer = ok("/v2/everything?q=dam");
    assertEquals(1, answer.path("totalResults").asInt());
    JsonNode article = answer.path("articles").path(0);
    assertEquals("harbour-post", article.at("/source/id").asString());
    assertEquals("Harbour Post", article.at("/source/name").asString());
    assertEquals("Ann Lindqvist, Tom Reed", article.path("author").asString());
    assertEquals("The dam holds after a week of rain", article.path("title").asString());
    assertEquals("Engineers opened both gates on Tuesday.", article.path("description").asString());
    assertEquals("2026-11-20T09:30:00Z", article.path("publishedAt").asString());
    assertTrue(article.path("urlToImage").isNull());
    assertTrue(article.path("content").asString().startsWith("The water stood"));
  }

  @Test
  void everyParameterNarrowsOrOrders() throws Exception {
    String q = "/v2/everything?q=rain";
    assertEquals(List.of(FERRY, DAM), urls(q)); // publishedAt is the default
    assertEquals(2, urls(q + "&sortBy=popularity").size());
    assertEquals(List.of(DAM), urls("/v2/everything?q=%2Brain+-ferry"));
    assertEquals(List.of(DAM), urls("/v2/everything?q=rain+AND+NOT+ferry"));
    assertEquals(2, urls("/v2/everything?q=(dam+OR+%22ferry+strike%22)+AND+rain").size());
    assertEquals(List.of(), urls("/v2/everything?q=rain+volcano"));
    assertEquals(List.of(DAM), urls("/v2/everything?q=gates&searchIn=title,description"));
    assertEquals(List.of(), urls("/v2/everything?q=gates&searchIn=title,content"));
    assertEquals(List.of(DAM), urls("/v2/everything?qInTitle=dam"));
    assertEquals(List.of(FERRY, DAM), urls("/v2/everything?sources=harbour-post,sea-post"));
    assertEquals(List.of(FERRY), urls("/v2/everything?domains=seapost.example"));
    assertEquals(List.of(DAM), urls(q + "&excludeDomains=seapost.example"));
    assertEquals(List.of(FERRY), urls(q + "&from=2026-11-21"));
    assertEquals(List.of(FERRY), urls(q + "&from=2026-11-20T09:30:01&to=2026-11-21T18:00:01"));
    assertEquals(List.of(DAM), urls(q + "&to=2026-11-20"));
    assertEquals(List.of(FAEHRE), urls("/v2/everything?domains=hafenblatt.example&language=de"));
    assertEquals(List.of(DAM), urls(q + "&pageSize=1&page=2"));
  }

  @Test
  void headlinesAreTheNewestOfACategory() throws Exception {
    assertEquals(List.of(FERRY), urls("/v2/top-headlines?category=business"));
    assertEquals(List.of(FERRY, DAM), urls("/v2/top-headlines?q=rain"));
    assertEquals(List.of(FAEHRE), urls("/v2/top-headlines?sources=hafenblatt"));
  }

  @Test
  void whoPublishesCanBeAskedForByTheIdsThatAreGiven() throws Exception {
    JsonNode sources = ok("/v2/top-headlines/sources?language=en").path("sources");
    assertEquals(2, sources.size());
    for (JsonNode source : sources) {
      assertEquals(1, urls("/v2/everything?sources=" + source.path("id").asString()).size());
    }
    assertEquals(
        "Sea Post",
        ok("/v2/top-headlines/sources?category=business").at("/sources/0/name").asString());
  }

  @Test
  void whatIsWrongIsSaidAsThere() throws Exception {
    isError(400, "parametersMissing", server.get(BASE + "/v2/everything?language=en"));
    isError(400, "parametersMissing", server.get(BASE + "/v2/top-headlines"));
    for (String wrong :
        List.of(
            "sortBy=best", "searchIn=body", "pageSize=101", "page=0", "from=soon", "page=%FF")) {
      isError(400, "parameterInvalid", server.get(BASE + "/v2/everything?q=rain&" + wrong));
    }
    isError(400, "parameterInvalid", server.get(BASE + "/v2/top-headlines?country=us"));
    isError(400, "sourcesTooMany", server.get(BASE + "/v2/everything?sources=" + "a,".repeat(21)));
  }

  @Test
  void aKeyIsTakenWhereTheyShowIt() throws Exception {
    Path closed = folder.resolve("closed");
    Newsroom.index(closed);
    Map<Setting, String> settings =
        Map.of(Setting.API_KEY, RunningServer.KEY, Setting.READ_ACCESS, "key");
    try (RunningServer keyed = RunningServer.on(closed, settings)) {
      String address = BASE + "/v2/everything?q=rain";
      isError(401, "apiKeyMissing", keyed.get(address));
      isError(401, "apiKeyInvalid", keyed.get(address + "&apiKey=wrong"));
      assertEquals(200, keyed.get(address + "&apiKey=" + RunningServer.KEY).statusCode());
      for (String header : List.of("X-Api-Key", "Authorization")) {
        HttpRequest.Builder request =
            HttpRequest.newBuilder(keyed.uri(address)).header(header, RunningServer.KEY);
        assertEquals(200, keyed.send(request).statusCode(), header);
      }
      // Our own addresses take a key in no parameter, where logs and histories keep it.
      assertEquals(401, keyed.get("/v1/search?apiKey=" + RunningServer.KEY).statusCode());
    }
  }

  @Test
  void anAnswerIsReadBackAsTheSameArticles() throws Exception {
    HttpResponse<String> answer =
        server.get(BASE + "/v2/everything?sources=harbour-post,sea-post&sortBy=publishedAt");
    List<Article> back = Newsroom.readBack("answer.json", answer.body());
    List<Article> originals = List.of(Newsroom.articles().get(1), Newsroom.articles().get(0));
    assertEquals(originals.size(), back.size());
    for (int i = 0; i < back.size(); i++) {
      Article original = originals.get(i);
      assertEquals(original.url(), back.get(i).url());
      assertEquals(original.title(), back.get(i).title());
      assertEquals(original.summary(), back.get(i).summary());
      assertEquals(original.body(), back.get(i).body());
      assertEquals(original.authors(), back.get(i).authors());
      assertEquals(original.published(), back.get(i).published());
      Source source = back.get(i).source();
      assertEquals(original.source().name(), source == null ? null : source.name());
    }
  }
}
