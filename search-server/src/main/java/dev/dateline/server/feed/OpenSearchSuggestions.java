package dev.dateline.server.feed;

import dev.dateline.index.SuggestResult;
import dev.dateline.index.Suggestion;
import java.io.ByteArrayOutputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.function.Function;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.json.JsonMapper;

/**
 * Suggestions as the search boxes of browsers take them (OpenSearch, Suggestions extension 1.1):
 * what was typed, how it may go on, what that is, and where it leads.
 *
 * <pre>{@code
 * ["ferry st",["ferry strike"],["12 articles"],["http://127.0.0.1:8080/?q=ferry+strike"]]
 * }</pre>
 */
public final class OpenSearchSuggestions {

  /** What they are called in HTTP. */
  public static final String MEDIA_TYPE = "application/x-suggestions+json";

  private static final ObjectMapper MAPPER = JsonMapper.builder().build();

  private OpenSearchSuggestions() {}

  /**
   * The suggestions as UTF-8 bytes.
   *
   * @param origin the start of this server's addresses
   */
  public static byte[] write(SuggestResult result, String origin) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (JsonGenerator json = MAPPER.createGenerator(bytes)) {
      json.writeStartArray();
      json.writeString(result.text());
      list(json, result, Suggestion::query);
      list(json, result, OpenSearchSuggestions::description);
      list(json, result, suggestion -> origin + "/?q=" + encoded(suggestion.query()));
      json.writeEndArray();
    }
    return bytes.toByteArray();
  }

  private static String description(Suggestion suggestion) {
    long count = suggestion.articles();
    return String.format(Locale.ENGLISH, "%,d %s", count, count == 1 ? "article" : "articles");
  }

  private static String encoded(String query) {
    return URLEncoder.encode(query, StandardCharsets.UTF_8);
  }

  private static void list(
      JsonGenerator json, SuggestResult result, Function<Suggestion, String> text) {
    json.writeStartArray();
    result.suggestions().forEach(suggestion -> json.writeString(text.apply(suggestion)));
    json.writeEndArray();
  }
}
