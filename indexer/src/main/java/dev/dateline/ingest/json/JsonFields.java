package dev.dateline.ingest.json;

import dev.dateline.ingest.reader.CharacterReferences;
import dev.dateline.ingest.reader.Field;
import dev.dateline.ingest.reader.JsonReasons;
import dev.dateline.ingest.reader.Trail;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.NumericNode;
import tools.jackson.databind.node.StringNode;

/**
 * The fields of one JSON object, whatever it calls them. What cannot be used is left out, and the
 * trail says so.
 */
final class JsonFields {

  private static final Set<Field> PROSE =
      EnumSet.of(Field.TITLE, Field.ORIGINAL_TITLE, Field.SUMMARY, Field.TAKEAWAYS, Field.BODY);

  /** The longest name of a further fact, in characters. Whole paragraphs come as names too. */
  private static final int LONGEST_NAME = 500;

  private final Map<Field, Property> known = new EnumMap<>(Field.class);
  private final List<Property> unknown = new ArrayList<>();
  private final Trail trail;

  private record Property(String name, JsonNode value, int rank) {}

  JsonFields(JsonNode object, Trail trail) {
    this.trail = trail;
    object.forEachEntry(
        (name, value) -> {
          Field.Name field = Field.named(name);
          if (isEmpty(value)) {
            return;
          }
          if (field == null) {
            unknown.add(new Property(name, value, 0));
          } else {
            known.merge(field.field(), new Property(name, value, field.rank()), this::better);
          }
        });
  }

  private Property better(Property one, Property other) {
    boolean second = other.rank() < one.rank();
    Property better = second ? other : one;
    Property worse = second ? one : other;
    if (!one.value().equals(other.value())) {
      trail.note("\"" + worse.name() + "\" is left out: \"" + better.name() + "\" says it");
    }
    return better;
  }

  private static boolean isEmpty(JsonNode value) {
    return switch (value) {
      case StringNode text -> text.stringValue().isBlank();
      case NumericNode number -> number.isNaN();
      default -> value.isNull() || (value.isContainer() && value.isEmpty());
    };
  }

  /** Whether its texts are as Dateline wrote them, so that each character means itself. */
  boolean isOwn() {
    return known.containsKey(Field.PROVENANCE);
  }

  /** The value of the field as it stands, or null if there is none. */
  @Nullable JsonNode value(Field field) {
    Property property = known.get(field);
    return property == null ? null : property.value();
  }

  /** The field was set from its value. */
  void used(Field field) {
    Property property = known.get(field);
    if (property != null) {
      trail.rule(field.text(), property.name());
    }
  }

  /** The value of the field cannot be used. */
  void unused(Field field, String expected) {
    Property property = known.get(field);
    if (property != null) {
      String found = JsonReasons.kind(property.value());
      trail.note(
          "\"" + property.name() + "\" is left out: " + expected + " expected, not " + found);
    }
  }

  /** The field as one text: a string, a number, or a list of one of these. */
  @Nullable String text(Field field) {
    String text = unreadText(field);
    if (text != null) {
      used(field);
    }
    return text;
  }

  /** The same, for a caller that knows only later whether it can use it. */
  @Nullable String unreadText(Field field) {
    JsonNode value = value(field);
    if (value == null) {
      return null;
    }
    String text = text(value.isArray() && value.size() == 1 ? value.path(0) : value);
    if (text == null) {
      unused(field, "a text was");
    }
    return text == null || !PROSE.contains(field) ? text : resolved(text);
  }

  /** The field as a list of texts: those of a list, or {@code whole} of a single text. */
  List<String> texts(Field field, Function<String, List<String>> whole) {
    JsonNode value = value(field);
    if (value == null) {
      return List.of();
    }
    List<String> texts = new ArrayList<>();
    String single = text(value);
    if (single != null) {
      whole.apply(single).forEach(text -> texts.add(text.strip()));
    } else if (value.isArray()) {
      value.forEach(element -> addTo(texts, element));
    }
    texts.removeIf(String::isEmpty);
    if (PROSE.contains(field)) {
      texts.replaceAll(this::resolved);
    }
    if (texts.isEmpty()) {
      unused(field, "a list of texts was");
    } else {
      used(field);
    }
    return texts;
  }

  private String resolved(String text) {
    String resolved = isOwn() ? text : CharacterReferences.resolve(text);
    if (!resolved.equals(text)) {
      trail.note("references to characters, such as &amp;, are resolved");
    }
    return trail.clean(resolved);
  }

  private void addTo(List<String> texts, JsonNode element) {
    String text = text(element.isObject() ? element.path("name") : element);
    if (text != null) {
      texts.add(text);
    } else if (!element.isNull()) {
      trail.note(
          "an element of a list is left out: a text was expected, not "
              + JsonReasons.kind(element));
    }
  }

  /** The clean text of a string or a number, else null. */
  @Nullable String text(JsonNode value) {
    return value.isString() || value.isNumber() ? trail.clean(value.asString()) : null;
  }

  /** The fields that no name is known for, and those of {@code metadata}. */
  SequencedMap<String, String> metadata() {
    SequencedMap<String, String> metadata = new LinkedHashMap<>();
    JsonNode own = value(Field.METADATA);
    if (own != null && own.isObject()) {
      own.forEachEntry((name, value) -> put(metadata, name, value));
    } else {
      unused(Field.METADATA, "an object was");
    }
    unknown.forEach(property -> put(metadata, property.name(), property.value()));
    return metadata;
  }

  private void put(SequencedMap<String, String> metadata, String fact, JsonNode value) {
    String name = trail.clean(fact);
    boolean list = value.isArray() && value.valueStream().allMatch(JsonNode::isValueNode);
    if (name.length() > LONGEST_NAME) {
      trail.note("a fact is left out: its name is longer than " + LONGEST_NAME + " characters");
    } else if (list) {
      String all = value.valueStream().map(JsonNode::asString).collect(Collectors.joining(", "));
      metadata.putIfAbsent(name, trail.clean(all));
    } else if (value.isContainer()) {
      trail.note("\"" + name + "\" is left out: it is " + JsonReasons.kind(value));
    } else if (!value.isNull()) {
      metadata.putIfAbsent(name, trail.clean(value.asString()));
    }
  }
}
