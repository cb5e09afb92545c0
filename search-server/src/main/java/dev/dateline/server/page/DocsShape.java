package dev.dateline.server.page;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** An object of the API: its properties, those within them too, as {@code query.q}. */
public record DocsShape(String name, String description, List<Property> properties) {

  /**
   * A property.
   *
   * @param type in words, such as {@code list of string}
   * @param shape the name of the shape that it is of, or empty
   * @param always whether it is always there
   */
  public record Property(
      String name, String type, String shape, boolean always, String description) {}

  static DocsShape of(String name, JsonNode schema) {
    List<Property> properties = new ArrayList<>();
    schema
        .path("allOf")
        .forEach(
            part ->
                properties.add(new Property("…", "all of", name(part), true, "and what follows")));
    gather("", schema, properties);
    return new DocsShape(name, schema.path("description").asString(""), properties);
  }

  private static void gather(String prefix, JsonNode schema, List<Property> properties) {
    List<String> required = schema.path("required").valueStream().map(JsonNode::asString).toList();
    for (var each : schema.path("properties").properties()) {
      String name = prefix + each.getKey();
      JsonNode property = each.getValue();
      properties.add(
          new Property(
              name,
              type(property),
              name(property.has("items") ? property.path("items") : property),
              required.contains(each.getKey()),
              property.path("description").asString("")));
      gather(name + ".", property, properties);
      gather(name + "[].", property.path("items"), properties);
    }
  }

  /** The name of the component that a schema points at; empty if it points at none. */
  static String name(JsonNode schema) {
    JsonNode first = schema.has("anyOf") ? schema.at("/anyOf/0") : schema;
    String reference = first.path("$ref").asString("");
    return reference.substring(reference.lastIndexOf('/') + 1);
  }

  /** What a schema says of a value, in words. */
  static String type(JsonNode schema) {
    if (schema.has("enum")) {
      return words(schema.path("enum"), " | ");
    }
    if (schema.has("const")) {
      return schema.path("const").asString();
    }
    if (schema.has("items")) {
      return "list of " + type(schema.path("items"));
    }
    if (schema.path("type").isArray()) {
      return words(schema.path("type"), " or ");
    }
    String named = name(schema);
    return named.isEmpty() ? schema.path("type").asString("object") : named;
  }

  private static String words(JsonNode values, String between) {
    return values.valueStream().map(JsonNode::asString).collect(Collectors.joining(between));
  }
}
