package dev.dateline.server.feed;

import java.io.ByteArrayOutputStream;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes JSON Feed 1.1 (jsonfeed.org). Who published an article, for which it has no name, is in
 * the extension {@code _dateline}.
 */
final class JsonFeed {

  private static final ObjectMapper MAPPER = JsonMapper.builder().build();

  private JsonFeed() {}

  static byte[] write(Feed feed) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (JsonGenerator json = MAPPER.createGenerator(bytes)) {
      json.writeStartObject();
      json.writeStringProperty("version", "https://jsonfeed.org/version/1.1");
      json.writeStringProperty("title", feed.title());
      json.writeStringProperty("home_page_url", feed.alternate());
      json.writeStringProperty("feed_url", feed.self());
      text(json, "next_url", feed.next());
      json.writeArrayPropertyStart("items");
      feed.entries().forEach(entry -> write(entry, json));
      json.writeEndArray();
      json.writeEndObject();
    }
    return bytes.toByteArray();
  }

  private static void write(FeedEntry entry, JsonGenerator json) {
    json.writeStartObject();
    json.writeStringProperty("id", entry.id());
    json.writeStringProperty("url", entry.url());
    json.writeStringProperty("title", entry.title());
    text(json, "summary", entry.summary());
    json.writeStringProperty("content_text", content(entry));
    text(json, "date_published", entry.published());
    if (entry.published() != null && entry.updated().isAfter(entry.published())) {
      text(json, "date_modified", entry.updated());
    }
    if (!entry.authors().isEmpty()) {
      json.writeArrayPropertyStart("authors");
      entry.authors().forEach(author -> named(json, author));
      json.writeEndArray();
    }
    if (!entry.categories().isEmpty()) {
      json.writeArrayPropertyStart("tags");
      entry.categories().forEach(json::writeString);
      json.writeEndArray();
    }
    text(json, "language", entry.language());
    if (entry.source() != null) {
      json.writeObjectPropertyStart("_dateline");
      json.writeStringProperty("source", entry.source());
      json.writeEndObject();
    }
    json.writeEndObject();
  }

  /** Each item needs some text, by the specification. */
  private static String content(FeedEntry entry) {
    List<String> body = entry.body();
    if (!body.isEmpty()) {
      return String.join("\n\n", body);
    }
    return entry.summary() == null ? entry.title() : entry.summary();
  }

  private static void named(JsonGenerator json, String author) {
    json.writeStartObject();
    json.writeStringProperty("name", author);
    json.writeEndObject();
  }

  private static void text(JsonGenerator json, String name, @Nullable Object value) {
    if (value != null) {
      json.writeStringProperty(name, value.toString());
    }
  }
}
