package dev.dateline.json;

import dev.dateline.index.SuggestResult;
import dev.dateline.index.Suggestion;
import java.io.ByteArrayOutputStream;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.json.JsonMapper;

/**
 * The one JSON form of a {@link SuggestResult}. Thread-safe.
 *
 * <pre>{@code
 * {"q":"ferry st","suggestions":[
 *   {"kind":"phrase","text":"ferry strike","query":"ferry strike","articles":12},
 *   {"kind":"title","text":"…","query":"in:title:\"…\"","articles":1,"id":"…"}],
 *  "tookMs":1,"generation":"1"}
 * }</pre>
 */
public final class SuggestionJson {

  private static final ObjectMapper MAPPER = JsonMapper.builder().build();

  private SuggestionJson() {}

  /** The answer as UTF-8 bytes. */
  public static byte[] toBytes(SuggestResult result) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (JsonGenerator json = MAPPER.createGenerator(bytes)) {
      json.writeStartObject();
      json.writeStringProperty("q", result.text());
      json.writeArrayPropertyStart("suggestions");
      result.suggestions().forEach(suggestion -> suggestion(json, suggestion));
      json.writeEndArray();
      json.writeNumberProperty("tookMs", result.took().toMillis());
      json.writeStringProperty("generation", result.generation());
      json.writeEndObject();
    }
    return bytes.toByteArray();
  }

  private static void suggestion(JsonGenerator json, Suggestion suggestion) {
    json.writeStartObject();
    json.writeStringProperty("kind", suggestion.kind().text());
    json.writeStringProperty("text", suggestion.text());
    json.writeStringProperty("query", suggestion.query());
    json.writeNumberProperty("articles", suggestion.articles());
    if (suggestion.id() != null) {
      json.writeStringProperty("id", suggestion.id());
    }
    json.writeEndObject();
  }
}
