package dev.dateline.server.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/**
 * The API for people, from its OpenAPI description.
 *
 * @param description of the whole, in sentences
 * @param groups the requests, by what they are for
 * @param shapes the objects that answers consist of
 */
public record DocsPage(String description, List<Group> groups, List<DocsShape> shapes) {

  /** Requests that are for the same. */
  public record Group(String name, String description, List<Operation> operations) {}

  /**
   * A request.
   *
   * @param id of its place on the page
   * @param needs who may make it
   * @param example the address of one, which answers anybody who may read; empty for none
   * @param bodies the media types of its body, if it has one
   */
  public record Operation(
      String id,
      String method,
      String path,
      String summary,
      String description,
      String needs,
      String example,
      String bodies,
      List<Parameter> parameters,
      List<Answer> answers) {}

  /** A parameter: in which place it stands, how values are written, what it does. */
  public record Parameter(String name, String place, String form, String description) {}

  /** An answer: its status, what it means, its headers, and what it consists of by media type. */
  public record Answer(String status, String description, String headers, List<Content> contents) {}

  /**
   * What an answer consists of.
   *
   * @param shape the name of a shape, or empty
   */
  public record Content(String type, String shape) {}

  static DocsPage of(JsonNode document) {
    List<Group> groups =
        document.path("tags").valueStream().map(tag -> group(document, tag)).toList();
    List<DocsShape> shapes =
        document.at("/components/schemas").properties().stream()
            .filter(each -> each.getValue().has("properties"))
            .map(each -> DocsShape.of(each.getKey(), each.getValue()))
            .toList();
    return new DocsPage(document.at("/info/description").asString(), groups, shapes);
  }

  private static Group group(JsonNode document, JsonNode tag) {
    List<Operation> operations = new ArrayList<>();
    for (var path : document.path("paths").properties()) {
      for (var each : path.getValue().properties()) {
        JsonNode operation = each.getValue();
        if (operation.at("/tags/0").asString("").equals(tag.path("name").asString())) {
          operations.add(operation(document, path.getKey(), path.getValue(), each.getKey()));
        }
      }
    }
    return new Group(tag.path("name").asString(), tag.path("description").asString(), operations);
  }

  private static Operation operation(
      JsonNode document, String address, JsonNode path, String method) {
    JsonNode operation = path.path(method);
    List<Parameter> parameters = new ArrayList<>();
    for (JsonNode list : List.of(path.path("parameters"), operation.path("parameters"))) {
      list.forEach(each -> parameters.add(parameter(resolved(document, each))));
    }
    List<Answer> answers =
        operation.path("responses").properties().stream()
            .sorted(Map.Entry.comparingByKey())
            .map(each -> answer(each.getKey(), resolved(document, each.getValue())))
            .toList();
    return new Operation(
        operation.path("operationId").asString(),
        method.toUpperCase(Locale.ROOT),
        address,
        operation.path("summary").asString(""),
        operation.path("description").asString(""),
        needs(operation.path("security")),
        operation.path("x-example").asString(""),
        String.join(", ", operation.at("/requestBody/content").propertyNames()),
        parameters,
        answers);
  }

  private static String needs(JsonNode security) {
    if (security.isEmpty()) {
      return "open to everybody";
    }
    String scope = security.path(security.size() - 1).iterator().next().path(0).asString();
    return security.path(0).isEmpty()
        ? "open, or a key that may " + scope + ", as the server was set up"
        : "a key that may " + scope;
  }

  private static Parameter parameter(JsonNode parameter) {
    String form = parameter.path("x-form").asString("");
    return new Parameter(
        parameter.path("name").asString(),
        parameter.path("in").asString(),
        form.isEmpty() ? DocsShape.type(parameter.path("schema")) : form.replace("|", " | "),
        parameter.path("description").asString(""));
  }

  private static Answer answer(String status, JsonNode answer) {
    String headers =
        answer.path("headers").propertyNames().stream()
            .filter(name -> !name.equals("X-Request-Id")) // which every answer has
            .collect(Collectors.joining(", "));
    List<Content> contents =
        answer.path("content").properties().stream()
            .map(each -> new Content(each.getKey(), shape(each.getValue())))
            .toList();
    return new Answer(status, answer.path("description").asString(), headers, contents);
  }

  private static String shape(JsonNode content) {
    return DocsShape.name(
        content.has("x-line-schema") ? content.path("x-line-schema") : content.path("schema"));
  }

  private static JsonNode resolved(JsonNode document, JsonNode node) {
    return node.has("$ref") ? document.at(node.path("$ref").asString().substring(1)) : node;
  }
}
