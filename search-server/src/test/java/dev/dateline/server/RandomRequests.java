package dev.dateline.server;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import tools.jackson.databind.JsonNode;

/** Requests made from the description of the API: good ones, nearly good ones, and hostile ones. */
final class RandomRequests {

  private static final List<String> METHODS =
      List.of("HEAD", "OPTIONS", "PUT", "PATCH", "TRACE", "DELETE", "POST", "GET", "BREW", "get");

  private static final List<String> TYPES =
      List.of(
          "application/json",
          "application/x-ndjson",
          "application/x-www-form-urlencoded",
          "text/plain",
          "application/json;charset=utf-16",
          "multipart/form-data",
          "",
          ";",
          "*/*");

  private static final List<String> BODIES =
      List.of(
          "{\"id\":\"kite\",\"title\":\"A kite\"}",
          "{\"id\":\"bridge\",\"title\":\"The bridge\",\"body\":[\"Open.\"],\"tags\":[\"roads\"]}",
          "{\"q\":\"bridge\",\"facets\":[\"source\",\"tag\"],\"page-size\":2}",
          "{\"q\":{\"a\":1}}",
          "{\"q\":null,\"page\":[[1]]}",
          "q=bridge&timeline=auto",
          "q=%zz&&=&",
          "{\"id\":\"a\",\"title\":\"A\"}\n{\"id\":7}\n\n{\"id\":\"b\",\"title\":\"B\"}",
          "",
          "{",
          "null",
          "[]",
          "7",
          "\"\"",
          "{\"title\":\"\\ud800\"}",
          "{\"id\":\"\",\"title\":\"\"}",
          "{\"title\":1e999}",
          "[".repeat(3000),
          "{\"a\":".repeat(1500),
          "\u0000\u0001",
          "\uFEFF{}",
          "{\"id\":\"" + "x".repeat(40_000) + "\",\"title\":\"T\"}",
          "{\"title\":\"T\",\"published\":\"2026-99-99\",\"url\":\"javascript:x\",\"lang\":\"§\"}");

  /**
   * A request.
   *
   * @param headers lines, without those that every request needs
   */
  record Request(String method, String target, List<String> headers, String body) {}

  private final Random random;
  private final RandomValues values;
  private final List<Map.Entry<String, JsonNode>> paths;

  RandomRequests(Random random) {
    this.random = random;
    this.values = new RandomValues(random);
    this.paths = List.copyOf(DescribedApi.DESCRIPTION.path("paths").properties());
  }

  Request next() {
    Map.Entry<String, JsonNode> path = one(paths);
    List<String> described =
        path.getValue().propertyNames().stream()
            .filter(name -> !name.equals("parameters"))
            .toList();
    String method = maybe(8) ? one(METHODS) : one(described).toUpperCase(Locale.ROOT);
    JsonNode operation = path.getValue().path(method.toLowerCase(Locale.ROOT));
    List<String> query = new ArrayList<>();
    List<String> headers = headers();
    for (JsonNode parameter : operation.path("parameters")) {
      JsonNode resolved = resolved(parameter);
      boolean inQuery = resolved.path("in").asString().equals("query");
      if (maybe(inQuery ? 9 : 4)) {
        String value = values.of(resolved);
        if (inQuery) {
          query.add(resolved.path("name").asString() + "=" + values.escaped(value));
        } else {
          headers.add(resolved.path("name").asString() + ": " + printable(value));
        }
      }
    }
    if (maybe(12)) {
      query.add(
          one(
              List.of(
                  "page-sise=2", "=", "&&", "%=1", "q", "sort=newest&sortBy=newest", "q=a&q=b")));
    }
    String target = target(path.getKey()) + (query.isEmpty() ? "" : "?" + String.join("&", query));
    boolean hasBody = operation.has("requestBody") ? !maybe(20) : maybe(30);
    return new Request(method, target, headers, hasBody ? one(BODIES) : "");
  }

  private String target(String template) {
    String path = template.replace("{id}", values.escaped(values.id()));
    return maybe(30) ? path + one(List.of("/", "//", "/x", ";a=b", "/..", "/%2e%2e", "%00")) : path;
  }

  private List<String> headers() {
    List<String> headers = new ArrayList<>();
    if (!maybe(5)) {
      headers.add("X-Api-Key: " + RunningServer.KEY);
    }
    headers.add("Content-Type: " + one(maybe(3) ? TYPES : TYPES.subList(0, 3)));
    if (maybe(4)) {
      headers.add(
          one(
              List.of(
                  "Accept: text/csv",
                  "Accept: application/x-ndjson;q=0.1, */*",
                  "Accept: ;;,q=",
                  "Accept: application/atom+xml",
                  "Accept: application/rss+xml, text/html",
                  "Accept: application/feed+json",
                  "If-None-Match: *",
                  "If-None-Match: \"",
                  "Authorization: Basic %%%",
                  "Authorization: Bearer",
                  "Authorization: x",
                  "Origin: null",
                  "Range: bytes=0-1",
                  "Content-Encoding: gzip",
                  "X-Request-Id: <x>",
                  "X-Forwarded-For: ' OR 1",
                  "Cookie: a=" + "b".repeat(3000),
                  "Expect: 100-continue",
                  "X-Long: " + "x".repeat(20_000),
                  "Accept-Language: " + "x,".repeat(500))));
    }
    return headers;
  }

  private static String printable(String value) {
    return value.replaceAll("[^ -~]", "?");
  }

  private static JsonNode resolved(JsonNode node) {
    return node.has("$ref")
        ? DescribedApi.DESCRIPTION.at(node.path("$ref").asString().substring(1))
        : node;
  }

  private boolean maybe(int oneIn) {
    return random.nextInt(oneIn) == 0;
  }

  private <T> T one(List<T> values) {
    return values.get(random.nextInt(values.size()));
  }
}
