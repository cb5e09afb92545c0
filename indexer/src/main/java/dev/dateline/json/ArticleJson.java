package dev.dateline.json;

import dev.dateline.article.Article;
import dev.dateline.article.Part;
import dev.dateline.article.Provenance;
import dev.dateline.article.Source;
import dev.dateline.article.Status;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.json.JsonMapper;

/**
 * The one JSON form of an {@link Article}: what an index stores, what an answer shows, what an
 * export writes. What is not known is left out. Thread-safe.
 *
 * <pre>{@code
 * {"id":"…","url":"…","title":"…","originalTitle":"…","source":{"name":"…","domain":"…"},"authors":["…"],"section":"…",
 *  "tags":["…"],"publishedAt":"2026-11-22T08:00:00Z","updatedAt":"…","lang":"en","summary":"…","takeaways":["…"],
 *  "body":["…"],"parts":[{"label":"…","text":"…"}],"status":"withdrawn","embargoedUntil":"…","metadata":{"…":"…"},
 *  "provenance":{"file":"…","format":"…","rules":{"title":"…"},"dropped":[{"text":"…","rule":"…"}],"notes":["…"]}}
 * }</pre>
 */
public final class ArticleJson {

  private static final ObjectMapper MAPPER = JsonMapper.builder().build();

  private ArticleJson() {}

  /** The article as UTF-8 bytes. */
  public static byte[] toBytes(Article article) {
    java.io.ByteArrayOutputStream bytes = new java.io.ByteArrayOutputStream();
    try (JsonGenerator json = MAPPER.createGenerator(bytes)) {
      json.writeStartObject();
      writeFields(article, json);
      json.writeEndObject();
    }
    return bytes.toByteArray();
  }

  /** Writes the fields of the article into an object that is open. */
  public static void writeFields(Article article, JsonGenerator json) {
    json.writeStringProperty("id", article.id());
    string(json, "url", article.url());
    string(json, "title", article.title());
    string(json, "originalTitle", article.originalTitle());
    Source source = article.source();
    if (source != null) {
      json.writeObjectPropertyStart("source");
      string(json, "name", source.name());
      string(json, "domain", source.domain());
      json.writeEndObject();
    }
    strings(json, "authors", article.authors());
    string(json, "section", article.section());
    strings(json, "tags", article.tags());
    string(json, "publishedAt", article.published());
    string(json, "updatedAt", article.updated());
    string(json, "lang", article.language());
    string(json, "summary", article.summary());
    strings(json, "takeaways", article.takeaways());
    strings(json, "body", article.body());
    if (!article.parts().isEmpty()) {
      json.writeArrayPropertyStart("parts");
      for (Part part : article.parts()) {
        pair(json, "label", part.label(), "text", part.text());
      }
      json.writeEndArray();
    }
    switch (article.status()) {
      case Status.Usable usable -> {}
      case Status.Withdrawn withdrawn -> json.writeStringProperty("status", "withdrawn");
      case Status.Embargoed embargoed ->
          json.writeStringProperty("embargoedUntil", embargoed.until().toString());
    }
    map(json, "metadata", article.metadata());
    provenance(json, article.provenance());
  }

  /**
   * Reads what {@link #toBytes} wrote.
   *
   * @throws IllegalArgumentException if the bytes are something else
   */
  public static Article fromBytes(byte[] bytes, int offset, int length) {
    try (JsonParser json = MAPPER.createParser(bytes, offset, length)) {
      return ArticleReader.read(json);
    } catch (JacksonException e) {
      throw new IllegalArgumentException(
          "not an article as Dateline stores it: " + e.getOriginalMessage(), e);
    }
  }

  private static void provenance(JsonGenerator json, Provenance provenance) {
    if (provenance.equals(Provenance.NONE)) {
      return;
    }
    json.writeObjectPropertyStart("provenance");
    string(json, "file", provenance.file());
    string(json, "format", provenance.format());
    map(json, "rules", provenance.rules());
    if (!provenance.dropped().isEmpty()) {
      json.writeArrayPropertyStart("dropped");
      for (Provenance.Dropped dropped : provenance.dropped()) {
        pair(json, "text", dropped.text(), "rule", dropped.rule());
      }
      json.writeEndArray();
    }
    strings(json, "notes", provenance.notes());
    json.writeEndObject();
  }

  /** Reads the {@code provenance} of an article; what is not in its form is taken as not there. */
  public static Provenance provenance(JsonNode json) {
    if (!json.isObject()) {
      return Provenance.NONE;
    }
    return new Provenance(
        text(json, "file"),
        text(json, "format"),
        map(json.path("rules")),
        elements(json.path("dropped"))
            .map(dropped -> new Provenance.Dropped(must(dropped, "text"), must(dropped, "rule")))
            .toList(),
        texts(json, "notes"));
  }

  private static void string(JsonGenerator json, String name, @Nullable Object value) {
    if (value != null) {
      json.writeStringProperty(name, value.toString());
    }
  }

  private static void strings(JsonGenerator json, String name, List<String> values) {
    if (!values.isEmpty()) {
      json.writeArrayPropertyStart(name);
      values.forEach(json::writeString);
      json.writeEndArray();
    }
  }

  private static void map(JsonGenerator json, String name, SequencedMap<String, String> values) {
    if (!values.isEmpty()) {
      json.writeObjectPropertyStart(name);
      values.forEach(json::writeStringProperty);
      json.writeEndObject();
    }
  }

  private static void pair(
      JsonGenerator json, String key, String value, String otherKey, String otherValue) {
    json.writeStartObject();
    json.writeStringProperty(key, value);
    json.writeStringProperty(otherKey, otherValue);
    json.writeEndObject();
  }

  private static @Nullable String text(JsonNode json, String name) {
    JsonNode value = json.path(name);
    return value.isString() ? value.stringValue() : null;
  }

  private static String must(JsonNode json, String name) {
    return json.path(name).stringValue("");
  }

  private static List<String> texts(JsonNode json, String name) {
    return elements(json.path(name)).map(value -> value.stringValue("")).toList();
  }

  private static java.util.stream.Stream<JsonNode> elements(JsonNode array) {
    return array.valueStream();
  }

  private static SequencedMap<String, String> map(JsonNode object) {
    SequencedMap<String, String> map = new LinkedHashMap<>();
    object
        .properties()
        .forEach(property -> map.put(property.getKey(), property.getValue().stringValue("")));
    return map;
  }
}
