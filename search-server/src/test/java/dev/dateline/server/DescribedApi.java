package dev.dateline.server;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.dateline.server.api.Api;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Holds answers to the description of the API: a status, a header, a media type or a field that it
 * does not know fails the test, and so does one that it promises and that is not there.
 */
final class DescribedApi {

  static final JsonNode DESCRIPTION = Api.description().document();

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final SchemaRegistry REGISTRY =
      SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
  private static final Map<JsonNode, Schema> SCHEMAS = new ConcurrentHashMap<>();
  private static final JsonNode PROBLEM = reference("Problem");

  /** The schemas of errors of other APIs, by where their addresses start. */
  private static final Map<String, String> IN_OTHER_WORDS =
      Map.of("/compat/newsapi", "NewsApiError", "/compat/guardian", "GuardianError");

  /** Headers of HTTP itself, which any answer may have. */
  private static final Set<String> OF_HTTP =
      Set.of(
          "date",
          "connection",
          "content-length",
          "content-type",
          "content-encoding",
          "transfer-encoding",
          "vary",
          "x-content-type-options",
          "access-control-allow-origin",
          "access-control-expose-headers");

  /** What HTTP's own machinery answers before it looks which address was meant. */
  private static final Set<Integer> BEFORE_ROUTES = Set.of(400, 408, 414, 431, 503);

  private DescribedApi() {}

  /**
   * Holds an exchange to the description.
   *
   * @throws org.opentest4j.AssertionFailedError if it is not as described
   */
  static void check(Exchange exchange) {
    Optional<JsonNode> item = item(exchange.path());
    if (item.isEmpty() || exchange.method().equals("OPTIONS")) {
      unrouted(exchange, item.isPresent());
      return;
    }
    String method = exchange.method().equals("HEAD") ? "GET" : exchange.method();
    JsonNode operation = item.get().path(method.toLowerCase(Locale.ROOT));
    if (operation.isMissingNode()) {
      require(
          exchange,
          BEFORE_ROUTES.contains(exchange.status()) || exchange.status() == 405,
          "the method is not described");
      unrouted(exchange, true);
      return;
    }
    JsonNode answer =
        resolved(operation.path("responses").path(Integer.toString(exchange.status())));
    require(exchange, !answer.isMissingNode(), "the status is not described");
    if (!isProblemPage(exchange)) {
      headers(exchange, answer.path("headers"));
      body(exchange, answer.path("content"));
    }
  }

  /** The methods and answers of a path, if it is described. */
  static Optional<JsonNode> item(String path) {
    JsonNode paths = DESCRIPTION.path("paths");
    if (paths.has(path)) {
      return Optional.of(paths.path(path));
    }
    return paths.properties().stream()
        .filter(each -> matches(each.getKey(), path))
        .map(Map.Entry::getValue)
        .findFirst();
  }

  private static boolean matches(String template, String path) {
    String[] expected = template.split("/", -1);
    String[] given = path.split("/", -1);
    return expected.length == given.length
        && IntStream.range(0, given.length)
            .allMatch(
                i ->
                    expected[i].startsWith("{")
                        ? !given[i].isEmpty()
                        : expected[i].equals(given[i]));
  }

  /** Where no operation answers: what there is, or a problem, or a page, which is not described. */
  private static void unrouted(Exchange exchange, boolean known) {
    if (exchange.method().equals("OPTIONS") && exchange.status() == 204) {
      require(exchange, exchange.header("Allow").isPresent(), "there is no Allow");
    } else if (exchange.status() == 405) {
      require(exchange, exchange.header("Allow").isPresent(), "there is no Allow");
      problem(exchange);
    } else if (known || exchange.path().startsWith("/v1")) {
      require(exchange, exchange.status() >= 400, "the address is not described");
      problem(exchange);
    } else if (exchange.path().startsWith("/compat") && exchange.status() >= 400) {
      problem(exchange);
    }
  }

  /** A browser that opened an address of another kind than the API's is shown a page. */
  private static boolean isProblemPage(Exchange exchange) {
    return exchange.status() >= 400
        && exchange.mediaType().equals("text/html")
        && !exchange.path().startsWith("/v1");
  }

  private static void problem(Exchange exchange) {
    if (!exchange.hasBody() || isProblemPage(exchange)) {
      return;
    }
    Optional<String> words =
        IN_OTHER_WORDS.keySet().stream().filter(exchange.path()::startsWith).findFirst();
    if (words.isPresent() && exchange.mediaType().equals("application/json")) {
      validate(exchange, reference(IN_OTHER_WORDS.get(words.get())), exchange.body());
    } else {
      require(exchange, exchange.mediaType().equals("application/problem+json"), "no problem");
      validate(exchange, PROBLEM, exchange.body());
    }
  }

  private static JsonNode reference(String schema) {
    return JSON.createObjectNode().put("$ref", "#/components/schemas/" + schema);
  }

  private static void headers(Exchange exchange, JsonNode described) {
    for (var each : described.properties()) {
      JsonNode header = resolved(each.getValue());
      Optional<String> value = exchange.header(each.getKey());
      require(
          exchange,
          value.isPresent() || !header.path("required").asBoolean(false),
          "there is no " + each.getKey());
      value.ifPresent(
          text -> validate(exchange, header.path("schema"), JSON.writeValueAsString(text)));
    }
    Set<String> names =
        described.propertyNames().stream()
            .map(name -> name.toLowerCase(Locale.ROOT))
            .collect(Collectors.toSet());
    for (String name : exchange.headers().keySet()) {
      String lower = name.toLowerCase(Locale.ROOT);
      require(
          exchange,
          OF_HTTP.contains(lower) || names.contains(lower),
          "the header " + name + " is not described");
    }
  }

  private static void body(Exchange exchange, JsonNode described) {
    if (!exchange.hasBody()) {
      require(exchange, exchange.body().isEmpty(), "there is a body");
      return;
    }
    JsonNode content = described.path(exchange.mediaType());
    require(exchange, !content.isMissingNode(), "the media type is not described");
    if (exchange.header("Content-Encoding").isPresent()) {
      return; // the same as without
    }
    if (content.has("x-line-schema")) {
      exchange
          .body()
          .lines()
          .forEach(line -> validate(exchange, content.path("x-line-schema"), line));
    } else if (exchange.mediaType().endsWith("json")) {
      validate(exchange, content.path("schema"), exchange.body());
    }
  }

  private static void validate(Exchange exchange, JsonNode schema, String json) {
    List<Error> errors =
        SCHEMAS.computeIfAbsent(schema, DescribedApi::schema).validate(JSON.readTree(json));
    require(exchange, errors.isEmpty(), errors.toString());
  }

  private static Schema schema(JsonNode schema) {
    ObjectNode whole = JSON.createObjectNode();
    whole.setAll((ObjectNode) schema);
    whole.set("components", DESCRIPTION.path("components"));
    return REGISTRY.getSchema(whole);
  }

  private static JsonNode resolved(JsonNode node) {
    return node.has("$ref") ? DESCRIPTION.at(node.path("$ref").asString().substring(1)) : node;
  }

  private static void require(Exchange exchange, boolean condition, String otherwise) {
    if (!condition) {
      throw exchange.failure(otherwise);
    }
  }
}
