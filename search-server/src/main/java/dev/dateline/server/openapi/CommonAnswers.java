package dev.dateline.server.openapi;

import dev.dateline.server.config.Scope;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The answers that any request may meet, and the headers that every answer has. */
final class CommonAnswers {

  private static final String COMPONENT = "problem-";
  private static final String REQUEST_ID = "X-Request-Id";

  private static final Set<String> ANY = Set.of("400", "408", "414", "431", "503");
  private static final Set<String> GUARDED = Set.of("401", "403", "421", "429");
  private static final Set<String> WITH_BODY = Set.of("413", "415");
  private static final Set<String> CHANGING = Set.of("507");
  private static final Set<String> LATER = Set.of("429", "503");

  private CommonAnswers() {}

  /**
   * Makes an answer of each problem that the components list.
   *
   * @param components with {@code problems}, by their status, which OpenAPI does not know
   */
  static void define(ObjectNode components) {
    ObjectNode responses = (ObjectNode) components.path("responses");
    for (var problem : components.remove("problems").properties()) {
      String status = problem.getKey();
      ObjectNode response = responses.putObject(COMPONENT + status);
      response.put("description", problem.getValue().asString());
      ObjectNode headers = response.putObject("headers");
      reference(headers.putObject("Cache-Control"), "headers/Cache-Control");
      if (LATER.contains(status)) {
        reference(headers.putObject("Retry-After"), "headers/Retry-After");
      }
      header(headers, status);
      ObjectNode type = response.putObject("content").putObject("application/problem+json");
      reference(type.putObject("schema"), "schemas/Problem");
    }
    responses.properties().forEach(each -> named((ObjectNode) each.getValue()));
  }

  private static void header(ObjectNode headers, String status) {
    switch (status) {
      case "401" -> text(headers, "WWW-Authenticate", "how a key is shown", true);
      case "415" -> text(headers, "Accept-Encoding", "how a body may be sent", false);
      case "409" -> text(headers, "Location", "the job that is running", false);
      default -> {}
    }
  }

  private static void text(ObjectNode headers, String name, String description, boolean required) {
    ObjectNode header = headers.putObject(name);
    header.put("description", description).put("required", required);
    header.putObject("schema").put("type", "string");
  }

  /**
   * Adds to an operation what any request of its kind may meet.
   *
   * @param scope what its client must be allowed to do; null where everybody may
   * @param components with the answers that {@link #define} has made
   */
  static void addTo(ObjectNode operation, @Nullable Scope scope, ObjectNode components) {
    ObjectNode responses = (ObjectNode) operation.path("responses");
    responses.properties().stream()
        .map(each -> (ObjectNode) each.getValue())
        .filter(response -> !response.has("$ref"))
        .forEach(CommonAnswers::named);
    Set<String> statuses = new TreeSet<>(ANY);
    if (scope != null) {
      statuses.addAll(GUARDED);
    }
    if (scope != null && scope != Scope.READ) {
      statuses.addAll(CHANGING);
    }
    if (operation.has("requestBody")) {
      statuses.addAll(WITH_BODY);
    }
    for (String status : statuses) {
      if (!responses.has(status)) {
        reference(responses.putObject(status), "responses/" + COMPONENT + status);
      }
    }
    JsonNode errors = operation.remove("x-errors");
    if (errors != null) {
      speak(errors.asString(), responses, components);
    }
  }

  /** Describes problems as clients of another API are told of them: most are in their words. */
  private static void speak(String errors, ObjectNode responses, ObjectNode components) {
    for (String status : List.copyOf(responses.propertyNames())) {
      String name = responses.path(status).path("$ref").asString("").replaceAll(".*/", "");
      if (name.startsWith(COMPONENT)) {
        ObjectNode problem = (ObjectNode) components.path("responses").path(name).deepCopy();
        ObjectNode type = ((ObjectNode) problem.path("content")).putObject("application/json");
        reference(type.putObject("schema"), "schemas/" + errors);
        responses.set(status, problem);
      }
    }
  }

  private static void named(ObjectNode response) {
    JsonNode headers = response.path("headers");
    ObjectNode all = headers.isObject() ? (ObjectNode) headers : response.putObject("headers");
    reference(all.putObject(REQUEST_ID), "headers/" + REQUEST_ID);
  }

  private static void reference(ObjectNode node, String component) {
    node.put("$ref", "#/components/" + component);
  }
}
