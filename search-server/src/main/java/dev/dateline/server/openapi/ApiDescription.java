package dev.dateline.server.openapi;

import dev.dateline.index.ParameterSet;
import dev.dateline.server.config.Scope;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The OpenAPI 3.1 description of the API. Paths and schemas are written by hand in {@code
 * openapi.json} and {@code openapi-components.json}, those of other APIs in {@code
 * openapi-compat.json}; the parameters of searches, who may ask, and the problems that any request
 * may meet are added here. Cannot be changed.
 */
public final class ApiDescription {

  private static final ObjectMapper MAPPER = JsonMapper.builder().build();

  private static final Map<String, ParameterSet> SETS =
      Map.of(
          "search", ParameterSet.SEARCH,
          "conditions", ParameterSet.CONDITIONS,
          "similar", ParameterSet.SIMILAR,
          "suggest", ParameterSet.SUGGEST);

  private final ObjectNode document;

  private ApiDescription(ObjectNode document) {
    this.document = document;
  }

  /**
   * The description of this program's API.
   *
   * @param formats the names of the forms in which a search is answered
   */
  public static ApiDescription of(List<String> formats) {
    ObjectNode document = read("openapi.json");
    ObjectNode components = read("openapi-components.json");
    document.set("components", components);
    join(read("openapi-compat.json"), document, components);
    CommonAnswers.define(components);
    QueryParameters search = new QueryParameters(ParameterSet.SEARCH, formats);
    ((ObjectNode) components.path("schemas")).set("SearchForm", search.form());
    for (var path : document.path("paths").properties()) {
      for (var each : path.getValue().properties()) {
        if (each.getValue() instanceof ObjectNode operation) {
          complete(operation, formats, components);
        }
      }
    }
    return new ApiDescription(document);
  }

  /** The document. Not to be changed. */
  public JsonNode document() {
    return document;
  }

  /** The document as UTF-8 bytes. */
  public byte[] toBytes() {
    return MAPPER.writeValueAsBytes(document);
  }

  /** Adds the addresses of other APIs, which are written down apart from our own. */
  private static void join(ObjectNode compat, ObjectNode document, ObjectNode components) {
    document.withArray("tags").addAll((ArrayNode) compat.path("tags"));
    ((ObjectNode) document.path("paths")).setAll((ObjectNode) compat.path("paths"));
    for (String kind : List.of("schemas", "securitySchemes")) {
      ((ObjectNode) components.path(kind)).setAll((ObjectNode) compat.path(kind));
    }
  }

  private static void complete(ObjectNode operation, List<String> formats, ObjectNode components) {
    JsonNode takes = operation.remove("x-takes");
    JsonNode given = operation.remove("x-scope");
    Scope scope = given == null ? Scope.READ : Scope.named(given.asString());
    if (takes != null && !operation.has("requestBody")) {
      ParameterSet set = Objects.requireNonNull(SETS.get(takes.asString()));
      List<String> ofThis = set == ParameterSet.SEARCH ? formats : List.of();
      new QueryParameters(set, ofThis).addTo(operation);
    }
    CommonAnswers.addTo(operation, isOpen(operation) ? null : scope, components);
    JsonNode key = operation.remove("x-key");
    if (!isOpen(operation)) {
      operation.set("security", security(scope, key == null ? "basic" : key.asString()));
    }
  }

  private static boolean isOpen(ObjectNode operation) {
    return operation.path("security").isArray();
  }

  /**
   * Each element is one way; an empty one is a server that is open to read.
   *
   * @param forReading one more way, for reading alone
   */
  private static JsonNode security(Scope scope, String forReading) {
    List<String> may = List.of(scope.label());
    List<Map<String, List<String>>> ways =
        scope == Scope.READ
            ? List.of(Map.of(), Map.of("key", may), Map.of("bearer", may), Map.of(forReading, may))
            : List.of(Map.of("key", may), Map.of("bearer", may));
    return MAPPER.valueToTree(ways);
  }

  private static ObjectNode read(String name) {
    try (InputStream in =
        ApiDescription.class.getResourceAsStream("/dev/dateline/server/" + name)) {
      return (ObjectNode) MAPPER.readTree(Objects.requireNonNull(in, name));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
