package dev.dateline.ingest.markdown;

import dev.dateline.ingest.reader.Field;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** What site generators mean by their front matter, where it is not what the names say. */
final class Facts {

  private static final int DEEPEST = 20;

  /** Where Hugo and Zola keep what a site adds: it counts as if it stood outside. */
  private static final List<String> INNER = List.of("params", "extra", "taxonomies");

  private static final Pattern ABSOLUTE = Pattern.compile("(?i)[a-z][a-z0-9+.-]*:.*|//.*");

  private Facts() {}

  /** Whether lists and objects stand in each other deeper than any site needs. */
  static boolean isDeep(JsonNode facts) {
    List<JsonNode> level = List.of(facts);
    for (int depth = 0; depth < DEEPEST && !level.isEmpty(); depth++) {
      List<JsonNode> next = new ArrayList<>();
      level.forEach(node -> node.forEach(next::add));
      level = next;
    }
    return !level.isEmpty();
  }

  /**
   * Whether the site does not show it: {@code draft: true}, or Jekyll's {@code published: false}.
   */
  static boolean isDraft(JsonNode facts) {
    return is(facts, "draft", "true")
        || is(facts, "published", "false")
        || is(facts, "status", "draft");
  }

  private static boolean is(JsonNode facts, String name, String value) {
    return facts.properties().stream()
        .filter(fact -> fact.getKey().equalsIgnoreCase(name))
        .anyMatch(fact -> fact.getValue().asString("").equalsIgnoreCase(value));
  }

  /** Whether the facts have the field, by any of its names. */
  static boolean name(JsonNode facts, Field field) {
    return facts.propertyNames().stream()
        .map(Field::named)
        .anyMatch(name -> name != null && name.field() == field);
  }

  /** The facts by names that say what they are. */
  static ObjectNode of(JsonNode facts) {
    ObjectNode object = JsonNodeFactory.instance.objectNode();
    facts.forEachEntry(
        (name, value) -> {
          if (!INNER.contains(name) || !value.isObject()) {
            put(object, name, value);
          }
        });
    for (String inner : INNER) {
      facts.path(inner).forEachEntry((name, value) -> object.putIfAbsent(name, value));
    }
    return object;
  }

  private static void put(ObjectNode object, String name, JsonNode value) {
    Field.Name known = Field.named(name);
    Field field = known == null ? Field.METADATA : known.field();
    switch (field) {
      case PUBLISHED -> {
        if (!value.isBoolean()) {
          object.set(name, value);
        }
      }
      case URL -> {
        // An address on the site alone would be taken for the same on another site.
        boolean absolute = ABSOLUTE.matcher(value.asString("")).matches();
        object.set(absolute ? name : name + " on the site", value);
      }
      case SECTION -> {
        boolean several = value.isArray() && value.size() > 1;
        object.set(several ? "section" : name, several ? value.path(0) : value);
        if (several) {
          object.withArray("tags").addAll((ArrayNode) value);
        }
      }
      case TAGS -> {
        if (value.isArray() && object.path(name).isArray()) {
          object.withArray(name).addAll((ArrayNode) value);
        } else {
          object.set(name, value);
        }
      }
      default -> object.set(name, value);
    }
  }
}
