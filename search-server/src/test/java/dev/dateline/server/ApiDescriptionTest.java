package dev.dateline.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.dateline.index.ParameterSet;
import dev.dateline.index.SearchParameter;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.opentest4j.AssertionFailedError;
import tools.jackson.databind.JsonNode;

/** The description of the API, for programs and for people. */
class ApiDescriptionTest {

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
  void theServerGivesTheDescriptionThatTestsAreHeldTo() throws Exception {
    HttpResponse<String> answer = server.get("/openapi.json");
    assertEquals(200, answer.statusCode());
    JsonNode description = RunningServer.json(answer);
    assertEquals(DescribedApi.DESCRIPTION, description);
    assertTrue(description.path("openapi").asString().startsWith("3.1."));
  }

  @Test
  void eachReferenceLeadsSomewhereAndEachOperationHasAnIdOfItsOwn() {
    for (JsonNode reference : DescribedApi.DESCRIPTION.findValues("$ref")) {
      String pointer = reference.asString().substring(1);
      assertFalse(DescribedApi.DESCRIPTION.at(pointer).isMissingNode(), pointer);
    }
    Set<String> ids = new HashSet<>();
    for (JsonNode id : DescribedApi.DESCRIPTION.path("paths").findValues("operationId")) {
      assertTrue(ids.add(id.asString()), id.asString());
    }
  }

  @Test
  void eachParameterOfEachQuestionIsDescribedByItsName() {
    Map<String, ParameterSet> questions =
        Map.of(
            "/v1/search", ParameterSet.SEARCH,
            "/v1/suggest", ParameterSet.SUGGEST,
            "/v1/articles/{id}/similar", ParameterSet.SIMILAR);
    questions.forEach(
        (path, set) -> {
          List<String> names = new ArrayList<>();
          DescribedApi.DESCRIPTION
              .path("paths")
              .path(path)
              .at("/get/parameters")
              .forEach(each -> names.add(each.path("name").asString()));
          List<String> expected =
              new ArrayList<>(set.parameters().stream().map(SearchParameter::label).toList());
          if (set == ParameterSet.SEARCH) {
            expected.add("format");
          } else if (set == ParameterSet.SUGGEST) {
            expected.addFirst("format");
          }
          assertEquals(expected, names, path);
        });
  }

  @Test
  void anAnswerThatIsNotAsDescribedFailsATest() throws Exception {
    HttpResponse<String> stats = server.get("/v1/stats");
    DescribedApi.check(exchange(stats, 200, stats.body()));
    String more = stats.body().replace("{\"articles\"", "{\"news\":1,\"articles\"");
    String less = stats.body().replace("\"commit\"", "\"commits\"");
    for (Exchange wrong :
        List.of(
            exchange(stats, 200, more),
            exchange(stats, 200, less),
            exchange(stats, 500, stats.body()),
            exchange(stats, 404, stats.body()),
            new Exchange("GET", "/v1/stats", 200, Map.of(), stats.body()),
            new Exchange("PUT", "/v1/stats", 200, stats.headers().map(), "{}"),
            new Exchange("GET", "/v1/news", 200, stats.headers().map(), "{}"))) {
      assertThrows(AssertionFailedError.class, () -> DescribedApi.check(wrong), wrong.toString());
    }
  }

  private static Exchange exchange(HttpResponse<String> answer, int status, String body) {
    return new Exchange("GET", "/v1/stats", status, answer.headers().map(), body);
  }

  @Test
  void peopleReadOfEachRequestAndItsParametersOnOnePage() throws Exception {
    HttpResponse<String> page = server.get("/docs");
    assertEquals(200, page.statusCode());
    assertTrue(page.headers().firstValue("Content-Security-Policy").isPresent());
    for (var path : DescribedApi.DESCRIPTION.path("paths").properties()) {
      for (JsonNode operation : path.getValue()) {
        if (operation.has("operationId")) {
          String id = operation.path("operationId").asString();
          assertTrue(page.body().contains("<section id=\"" + id + "\">"), id);
        }
      }
    }
    assertTrue(page.body().contains("Also known as sortBy, sort"));
    assertTrue(server.get("/").body().contains("href=\"/docs\""));
  }
}
