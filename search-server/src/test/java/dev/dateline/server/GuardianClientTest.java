package dev.dateline.server;

import static dev.dateline.server.RunningServer.json;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.dateline.article.Article;
import dev.dateline.server.config.Setting;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/**
 * A client of the Guardian's Open Platform, by its documented parameters, of which only the base
 * address changed.
 */
class GuardianClientTest {

  private static final String SEARCH = "/compat/guardian/search?api-key=test&";
  private static final String DAM = "world/2026/nov/20/dam";

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

  private static JsonNode response(String address) throws Exception {
    HttpResponse<String> answer = server.get(address);
    assertEquals(200, answer.statusCode(), answer.body());
    assertEquals("ok", json(answer).at("/response/status").asString());
    return json(answer).path("response");
  }

  private static List<String> ids(String parameters) throws Exception {
    return response(SEARCH + parameters)
        .path("results")
        .valueStream()
        .map(each -> each.path("id").asString())
        .toList();
  }

  @Test
  void aPageOfResultsSaysWhereItIs() throws Exception {
    JsonNode page = response(SEARCH + "q=rain&order-by=newest&page-size=1&page=2");
    assertEquals("developer", page.path("userTier").asString());
    assertEquals(2, page.path("total").asInt());
    assertEquals(2, page.path("startIndex").asInt());
    assertEquals(1, page.path("pageSize").asInt());
    assertEquals(2, page.path("currentPage").asInt());
    assertEquals(2, page.path("pages").asInt());
    assertEquals("newest", page.path("orderBy").asString());
    JsonNode dam = page.at("/results/0");
    assertEquals(DAM, dam.path("id").asString());
    assertEquals("article", dam.path("type").asString());
    assertEquals("world-news", dam.path("sectionId").asString());
    assertEquals("World news", dam.path("sectionName").asString());
    assertEquals("2026-11-20T09:30:00Z", dam.path("webPublicationDate").asString());
    assertEquals("The dam holds after a week of rain", dam.path("webTitle").asString());
    assertEquals("https://harbourpost.example/world/dam", dam.path("webUrl").asString());
    assertTrue(dam.path("fields").isMissingNode());
    assertTrue(dam.path("tags").isMissingNode());
    assertEquals(10, response(SEARCH).path("pageSize").asInt());
    assertEquals(0, response(SEARCH + "q=volcano").path("total").asInt());
  }

  @Test
  void everyParameterNarrowsOrOrders() throws Exception {
    assertEquals(List.of("faehre", "ferry", DAM), ids(""));
    assertEquals(List.of(DAM, "ferry", "faehre"), ids("order-by=oldest"));
    assertEquals(List.of(DAM), ids("q=rain%20AND%20NOT%20ferry"));
    assertEquals(List.of(DAM), ids("q=rain%20AND%20(dam%20OR%20volcano)"));
    assertEquals(List.of("ferry"), ids("q=%22ferry%20strike%22"));
    assertEquals(List.of(), ids("q=rain%20volcano"));
    assertEquals(List.of(DAM), ids("q=dam&query-fields=headline"));
    assertEquals(List.of(), ids("q=gates&query-fields=headline,body"));
    assertEquals(List.of("ferry", DAM), ids("section=world-news%7Cbusiness&order-by=newest"));
    assertEquals(List.of("faehre", DAM), ids("section=-business"));
    assertEquals(List.of(DAM), ids("tag=environment/climate-change,environment/rivers"));
    assertEquals(List.of(), ids("tag=environment/climate-change,travel/ferries"));
    assertEquals(List.of("ferry"), ids("tag=profile/mara-olsen"));
    assertEquals(List.of("ferry"), ids("from-date=2026-11-21&to-date=2026-11-21"));
    assertEquals(List.of("faehre"), ids("from-date=2026-11-21T18:00:01Z"));
    assertEquals(List.of("faehre"), ids("lang=de"));
    assertEquals(List.of("ferry"), ids("page=2&page-size=1"));
  }

  @Test
  void anItemIsAnsweredByItsId() throws Exception {
    JsonNode found = response(SEARCH + "q=dam").at("/results/0");
    String own = found.path("apiUrl").asString().replaceFirst("^http://[^/]*", "");
    for (String address : List.of("/compat/guardian/" + DAM, own)) {
      JsonNode item = response(address + "?show-fields=headline,bodyText");
      assertEquals(DAM, item.at("/content/id").asString());
      assertEquals(2, item.at("/content/fields").size());
    }
    HttpResponse<String> none = server.get("/compat/guardian/world/nothing");
    assertEquals(404, none.statusCode());
    assertEquals("error", json(none).at("/response/status").asString());
  }

  @Test
  void whereThereIsNothingItIsSaidAsThere() throws Exception {
    for (String address : List.of("/compat/guardian", "/compat/guardian/a//b")) {
      HttpResponse<String> none = server.get(address);
      assertEquals(404, none.statusCode(), address);
      assertEquals("error", json(none).at("/response/status").asString(), address);
    }
    HttpResponse<String> posted = server.post(SEARCH, "application/json", "{}");
    assertEquals(405, posted.statusCode());
    assertEquals("error", json(posted).at("/response/status").asString());
  }

  @Test
  void whatIsWrongIsSaidAsThere() throws Exception {
    for (String wrong :
        List.of(
            "page-size=many",
            "page-size=500",
            "order-by=best",
            "from-date=soon",
            "page=99",
            "use-date=last-modified",
            "star-rating=5",
            "query-fields=pictures")) {
      HttpResponse<String> answer = server.get(SEARCH + wrong);
      assertEquals(400, answer.statusCode(), wrong);
      assertEquals("error", json(answer).at("/response/status").asString(), wrong);
      assertTrue(json(answer).at("/response/message").asString().length() > 10, wrong);
    }
  }

  @Test
  void aKeyIsTakenWhereTheyShowIt() throws Exception {
    Path closed = folder.resolve("closed");
    Newsroom.index(closed);
    Map<Setting, String> settings =
        Map.of(Setting.API_KEY, RunningServer.KEY, Setting.READ_ACCESS, "key");
    try (RunningServer keyed = RunningServer.on(closed, settings)) {
      HttpResponse<String> refused = keyed.get(SEARCH + "q=rain");
      assertEquals(401, refused.statusCode());
      assertEquals("Unauthorized", json(refused).path("message").asString());
      String address = "/compat/guardian/search?q=rain&api-key=" + RunningServer.KEY;
      assertEquals(200, keyed.get(address).statusCode());
    }
  }

  @Test
  void anAnswerIsReadBackAsTheSameArticles() throws Exception {
    String all = "show-fields=all&show-tags=all&order-by=oldest";
    List<Article> back = Newsroom.readBack("answer.json", server.get(SEARCH + all).body());
    assertEquals(Newsroom.articles().size(), back.size());
    for (int i = 0; i < back.size(); i++) {
      Article original = Newsroom.articles().get(i);
      Article read = back.get(i);
      assertEquals(
          original.with().id(read.id()).status(read.status()).build(),
          read.with().metadata(original.metadata()).provenance(original.provenance()).build());
    }
  }
}
