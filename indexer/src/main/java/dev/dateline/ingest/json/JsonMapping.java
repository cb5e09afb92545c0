package dev.dateline.ingest.json;

import dev.dateline.ingest.reader.Draft;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * A property of a JSON format, and what it sets in an article.
 *
 * @param path the names of properties from an item down, {@code /} between them; as it stands it is
 *     the rule in the provenance
 * @param setter the part of the article
 */
record JsonMapping(String path, Draft.Setter setter) {

  /** What a concept is called, the best first. */
  private static final List<String> NAMES = List.of("name", "value", "literal");

  /** Sets what the item says, in the order of the mappings. */
  static void apply(List<JsonMapping> mappings, JsonNode item, Draft draft) {
    for (JsonMapping mapping : mappings) {
      JsonNode value = item;
      for (String name : mapping.path.split("/", -1)) {
        value = value.path(name);
      }
      texts(value).forEach(text -> mapping.setter.set(draft, text, mapping.path));
    }
  }

  /** The texts of a value: its own, those of a list, or the name of an object. */
  static Stream<String> texts(JsonNode value) {
    return value.isArray() ? value.valueStream().map(JsonMapping::text) : Stream.of(text(value));
  }

  /** The text of a value that is no list, or empty. */
  static String text(JsonNode value) {
    if (value.isObject()) {
      return NAMES.stream()
          .map(name -> text(value, name))
          .filter(text -> !text.isEmpty())
          .findFirst()
          .orElse("");
    }
    return value.isString() || value.isNumber() || value.isBoolean() ? value.asString() : "";
  }

  /** The text of a property, or empty. */
  static String text(JsonNode object, String name) {
    JsonNode value = object.path(name);
    return value.isValueNode() && !value.isNull() ? value.asString("") : "";
  }
}
