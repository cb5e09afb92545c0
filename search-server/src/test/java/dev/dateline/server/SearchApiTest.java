package dev.dateline.server;

import static dev.dateline.server.RunningServer.json;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class SearchApiTest {

  @TempDir static Path folder;
  static RunningServer server;

  @BeforeAll
  static void start() throws Exception {
    server = RunningServer.reading(folder);
  }

  @AfterAll
  static void stop() throws Exception {
    server.close();
  }

  @Test
  void aSearchAnswersWithRankedArticles() throws Exception {
    HttpResponse<String> response = server.get("/v1/search?q=bridge");
    assertEquals(200, response.statusCode());
    assertEquals("application/json", response.headers().firstValue("Content-Type").orElse(""));
    assertEquals("no-cache", response.headers().firstValue("Cache-Control").orElse(""));
    JsonNode answer = json(response);
    assertEquals(2, answer.path("total").path("articles").asInt());
    assertEquals("bridge", answer.path("results").path(0).path("id").asString());
    assertTrue(answer.path("results").path(0).path("highlights").path("title").isArray());
  }

  @Test
  void aSearchWithoutAQueryShowsTheNewestFirst() throws Exception {
    assertEquals(List.of("storm/coast", "bridge", "marché"), server.found(""));
  }

  @Test
  void aSearchThatFindsNothingIsNoError() throws Exception {
    HttpResponse<String> response = server.get("/v1/search?q=zeppelin&match=all");
    assertEquals(200, response.statusCode());
    assertEquals(0, json(response).path("results").size());
  }

  @Test
  void wordsOfAnyLanguageAreReadFromTheAddress() throws Exception {
    assertEquals(List.of("marché"), server.found("q=p%C3%AAcheurs"));
    assertEquals(List.of("bridge"), server.found("q=bridge+market"));
  }

  @Test
  void aSearchCanBePostedAsAForm() throws Exception {
    HttpResponse<String> response =
        server.post(
            "/v1/search",
            "application/x-www-form-urlencoded; charset=utf-8",
            "q=bridge&page-size=1");
    assertEquals(200, response.statusCode());
    assertEquals(1, json(response).path("results").size());
  }

  @Test
  void aSearchCanBePostedAsJson() throws Exception {
    HttpResponse<String> response =
        server.post(
            "/v1/search",
            "application/json",
            "{\"q\":\"bridge\",\"pageSize\":1,\"highlight\":false,\"lang\":[\"en\",\"fr\"],\"from\":null}");
    assertEquals(200, response.statusCode());
    assertEquals(1, json(response).path("results").size());
    assertTrue(json(response).path("results").path(0).path("highlights").isMissingNode());
  }

  @Test
  void valuesAreCountedAndStayToBeChosenFrom() throws Exception {
    JsonNode answer =
        json(server.get("/v1/search?q=bridge&facets=source,lang&source=sea+post&fields=tags"));
    assertEquals(1, answer.at("/total/articles").asInt());
    assertEquals(
        "{\"source\":[{\"value\":\"Sea Post\",\"articles\":1},"
            + "{\"value\":\"The Alder Courier\",\"articles\":1}],"
            + "\"lang\":[{\"value\":\"en\",\"articles\":1}]}",
        answer.path("facets").toString());
    assertTrue(answer.path("timeline").isMissingNode());
    assertTrue(json(server.get("/v1/search?q=bridge")).path("facets").isMissingNode());
  }

  @Test
  void aTimelineCountsByTheCalendarOfAZone() throws Exception {
    JsonNode months = json(server.get("/v1/search?timeline=month&tz=Europe/Berlin"));
    assertEquals("month", months.path("timelineInterval").asString());
    assertEquals(
        "[{\"from\":\"2026-02-01\",\"articles\":1},{\"from\":\"2026-03-01\",\"articles\":1},"
            + "{\"from\":\"2026-04-01\",\"articles\":1}]",
        months.path("timeline").toString());
    assertEquals(0, months.path("undated").asInt());
    JsonNode hours = json(server.get("/v1/search?q=lorries+intitle:opens&timeline=auto&tz=-03:30"));
    assertEquals("hour", hours.path("timelineInterval").asString());
    assertEquals("2026-03-01T05:00:00-03:30", hours.at("/timeline/0/from").asString());
  }

  @Test
  void countsCanBeAskedForInAPostedSearch() throws Exception {
    String asked = "{\"facets\":[\"author\",\"domain\"],\"facet-size\":1,\"timeline\":\"year\"}";
    HttpResponse<String> response = server.post("/v1/search", "application/json", asked);
    assertEquals(200, response.statusCode());
    assertEquals("Ines Marlow", json(response).at("/facets/author/0/value").asString());
    assertEquals(1, json(response).at("/facets/author").size());
    assertEquals("courier.example", json(response).at("/facets/domain/0/value").asString());
    assertEquals("2026-01-01", json(response).at("/timeline/0/from").asString());
  }

  @Test
  void aFacetThatThereIsNotIsRefusedWithTheRightOne() throws Exception {
    HttpResponse<String> response = server.get("/v1/search?facets=source,sectoin&timeline=weeks");
    assertEquals(400, response.statusCode());
    assertEquals("section", json(response).at("/errors/0/suggestion").asString());
    assertEquals("week", json(response).at("/errors/1/suggestion").asString());
  }

  @Test
  void aPostedSearchThatIsNoJsonObjectIsRefused() throws Exception {
    for (String body : List.of("", "[1]", "{\"q\":", "{\"q\":{\"a\":1}}", "null")) {
      HttpResponse<String> response = server.post("/v1/search", "application/json", body);
      assertEquals(400, response.statusCode(), body);
      assertEquals("invalid-json", json(response).path("code").asString(), body);
    }
    HttpResponse<String> cutOff = server.post("/v1/search", "application/json", "{\"q\":");
    assertEquals(
        "not valid JSON: it is cut off before its end", json(cutOff).path("detail").asString());
    assertEquals(415, server.post("/v1/search", "text/plain", "q=bridge").statusCode());
  }

  @Test
  void anUnknownParameterIsRefusedWithTheRightName() throws Exception {
    HttpResponse<String> response = server.get("/v1/search?q=bridge&ordr-by=newest");
    assertEquals(400, response.statusCode());
    assertEquals(
        "application/problem+json", response.headers().firstValue("Content-Type").orElse(""));
    JsonNode problem = json(response);
    assertEquals("invalid-parameter", problem.path("code").asString());
    assertEquals(400, problem.path("status").asInt());
    assertEquals("Bad Request", problem.path("title").asString());
    JsonNode error = problem.path("errors").path(0);
    assertEquals("ordr-by", error.path("parameter").asString());
    assertEquals("newest", error.path("value").asString());
    assertEquals("order-by", error.path("suggestion").asString());
  }

  @Test
  void everythingThatIsWrongWithARequestIsSaidAtOnce() throws Exception {
    JsonNode problem = json(server.get("/v1/search?page=abc&match=al&from=tomorrow"));
    assertEquals(3, problem.path("errors").size());
  }

  @Test
  void whatIsNotWellEncodedIsRefused() throws Exception {
    for (String query : List.of("q=%zz", "q=%", "q=%C3%28", "q=a&%ff=b")) {
      RawExchange exchange = RawExchange.of(server, "GET /v1/search?" + query + " HTTP/1.1");
      assertEquals(400, exchange.status(), query);
      assertTrue(exchange.body().contains("\"code\":\"invalid-parameter\""), exchange.body());
    }
  }

  @Test
  void anArticleIsFoundByItsIdWhateverIsInIt() throws Exception {
    HttpResponse<String> response = server.get("/v1/articles/storm%2Fcoast");
    assertEquals(200, response.statusCode());
    assertEquals("2026-04-02", json(response).path("publishedAt").asString());
    assertTrue(json(response).path("body").isArray());
    assertEquals(200, server.get("/v1/articles/march%C3%A9").statusCode());
    HttpResponse<String> none = server.get("/v1/articles/none");
    assertEquals(404, none.statusCode());
    assertEquals("no-such-article", json(none).path("code").asString());
  }

  @Test
  void theStatisticsTellHowManyArticlesThereAre() throws Exception {
    assertEquals(3, json(server.get("/v1/stats")).path("articles").asInt());
  }

  @Test
  void healthIsToldApart() throws Exception {
    assertEquals("live", json(server.get("/health/live")).path("status").asString());
    assertEquals("ready", json(server.get("/health/ready")).path("status").asString());
  }

  @Test
  void headAnswersWithTheLengthAndWithoutTheBody() throws Exception {
    int length = server.get("/v1/articles/bridge").body().getBytes(UTF_8).length;
    HttpResponse<String> head =
        server.send(
            HttpRequest.newBuilder(server.uri("/v1/articles/bridge"))
                .method("HEAD", HttpRequest.BodyPublishers.noBody()));
    assertEquals(200, head.statusCode());
    assertEquals(length, head.headers().firstValueAsLong("Content-Length").orElse(-1));
    assertEquals("", head.body());
  }

  @Test
  void anAddressThatDoesNotExistIsSaidToBeSo() throws Exception {
    HttpResponse<String> response = server.get("/v2/search");
    assertEquals(404, response.statusCode());
    assertEquals("no-such-address", json(response).path("code").asString());
    assertTrue(server.get("/v1/serch").body().contains("/v1/serch; /docs lists what there is"));
  }

  @Test
  void aMethodThatIsNotTakenIsRefusedWithThoseThatAre() throws Exception {
    for (String method : List.of("PUT", "DELETE", "TRACE", "PROPFIND")) {
      RawExchange exchange = RawExchange.of(server, method + " /v1/search HTTP/1.1");
      assertEquals(405, exchange.status(), method);
      assertEquals("GET, HEAD, OPTIONS, POST", exchange.header("Allow"), method);
    }
  }

  @Test
  void aMisspeltQueryIsAnsweredWithTheOneThatMayHaveBeenMeant() throws Exception {
    JsonNode query = json(server.get("/v1/search?q=brigde")).path("query");
    assertEquals("bridge", query.path("didYouMean").asString());
    assertTrue(
        json(server.get("/v1/search?q=bridge")).path("query").path("didYouMean").isMissingNode());
  }

  @Test
  void whatIsTypedIsCompleted() throws Exception {
    HttpResponse<String> response = server.get("/v1/suggest?q=bri&kinds=title&limit=5");
    assertEquals(200, response.statusCode());
    assertEquals("no-cache", response.headers().firstValue("Cache-Control").orElse(""));
    JsonNode first = json(response).path("suggestions").path(0);
    assertEquals("title", first.path("kind").asString());
    assertEquals("bridge", first.path("id").asString());
    assertEquals(1, first.path("articles").asInt());
    assertEquals(0, json(server.get("/v1/suggest?q=")).path("suggestions").size());
  }

  @Test
  void similarArticlesAreAskedForByAnyId() throws Exception {
    HttpResponse<String> response = server.get("/v1/articles/storm%2Fcoast/similar?page-size=3");
    assertEquals(200, response.statusCode());
    JsonNode answer = json(response);
    assertEquals(3, answer.path("pageSize").asInt());
    assertTrue(answer.path("results").isArray());
    assertTrue(answer.path("total").isMissingNode());
    assertEquals(404, server.get("/v1/articles/nowhere/similar").statusCode());
  }

  @Test
  void eachQuestionRefusesTheParametersOfOthers() throws Exception {
    for (String[] each :
        new String[][] {
          {"/v1/suggest?q=a&kind=title&limt=3", "limt", "limit"},
          {"/v1/suggest?q=a&kinds=titl", "kinds", "title"},
          {"/v1/articles/bridge/similar?backgroud=true", "backgroud", "background"},
          {"/v1/articles/bridge/similar?page-size=51", "page-size", "50"}
        }) {
      HttpResponse<String> response = server.get(each[0]);
      assertEquals(400, response.statusCode(), each[0]);
      JsonNode error = json(response).path("errors").path(0);
      assertEquals(each[1], error.path("parameter").asString());
      assertEquals(each[2], error.path("suggestion").asString());
    }
    assertEquals(400, server.get("/v1/search?background=true").statusCode());
    assertEquals(400, server.get("/v1/suggest?page=2").statusCode());
    assertEquals(400, server.get("/v1/articles/bridge/similar?q=x").statusCode());
  }
}
