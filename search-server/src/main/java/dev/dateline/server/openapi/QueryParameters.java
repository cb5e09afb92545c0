package dev.dateline.server.openapi;

import dev.dateline.index.ParameterSet;
import dev.dateline.index.SearchParameter;
import java.util.List;
import java.util.regex.Pattern;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Parameters of a question as OpenAPI has them, from the table that defines them.
 *
 * @param set which parameters
 * @param formats the forms to choose from; empty where there is no choice
 */
record QueryParameters(ParameterSet set, List<String> formats) {

  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
  private static final Pattern CHOICE = Pattern.compile("[a-z]+(\\|[a-z]+)+");

  /** Adds them to an operation. */
  void addTo(ObjectNode operation) {
    ArrayNode all = operation.withArray("parameters");
    for (SearchParameter each : set.parameters()) {
      ObjectNode parameter = all.addObject();
      parameter.put("name", each.label()).put("in", "query").put("description", text(each));
      if (each.form().endsWith(",...")) {
        parameter.put("style", "form").put("explode", false);
      }
      parameter.set("schema", schema(each.form()));
      parameter.put("x-form", each.form());
      ArrayNode aliases = parameter.putArray("x-aliases");
      each.aliases().forEach(aliases::add);
    }
    if (!formats.isEmpty()) {
      ObjectNode parameter = all.addObject();
      parameter.put("name", "format").put("in", "query").put("description", formatText());
      parameter.set("schema", choice(formats));
      parameter.put("x-form", String.join("|", formats)).putArray("x-aliases");
    }
  }

  /** The schema of an object that has them as properties, by whichever name. */
  ObjectNode form() {
    ObjectNode schema = NODES.objectNode().put("type", "object").put("additionalProperties", false);
    ObjectNode properties = schema.putObject("properties");
    for (SearchParameter each : set.parameters()) {
      properties.set(each.label(), value().put("description", each.description()));
      for (String alias : each.aliases()) {
        properties.set(alias, value().put("description", "the same as " + each.label()));
      }
    }
    properties.set("format", value().put("description", formatText()));
    return schema;
  }

  private static ObjectNode value() {
    ObjectNode schema = NODES.objectNode();
    for (String type : List.of("string", "number", "boolean", "array", "null")) {
      schema.withArray("type").add(type);
    }
    return schema;
  }

  private String formatText() {
    return "a page of hits (json), every hit, or a feed; or by Accept: "
        + String.join(", ", formats);
  }

  private static String text(SearchParameter parameter) {
    return parameter.aliases().isEmpty()
        ? parameter.description()
        : parameter.description() + ". Also known as " + String.join(", ", parameter.aliases());
  }

  private static ObjectNode schema(String form) {
    if (form.endsWith(",...")) {
      ObjectNode list = NODES.objectNode().put("type", "array");
      list.putObject("items").put("type", "string");
      return list;
    }
    if (form.equals("true|false")) {
      return NODES.objectNode().put("type", "boolean");
    }
    if (CHOICE.matcher(form).matches()) {
      return choice(List.of(form.split("\\|")));
    }
    return form.equals("N")
        ? NODES.objectNode().put("type", "integer").put("minimum", 1)
        : NODES.objectNode().put("type", "string");
  }

  private static ObjectNode choice(List<String> values) {
    ObjectNode schema = NODES.objectNode().put("type", "string");
    values.forEach(schema.putArray("enum")::add);
    return schema;
  }
}
