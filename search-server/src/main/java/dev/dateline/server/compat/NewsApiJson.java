package dev.dateline.server.compat;

import dev.dateline.article.Article;
import dev.dateline.article.Source;
import dev.dateline.index.FacetValue;
import dev.dateline.index.Hit;
import dev.dateline.index.SearchResult;
import dev.dateline.server.http.ArticleAddress;
import java.io.ByteArrayOutputStream;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.json.JsonMapper;

/**
 * The JSON of NewsAPI. What is not known is null, as there; {@code content} is the whole text, of
 * which NewsAPI gives the beginning.
 */
final class NewsApiJson {

  private static final ObjectMapper MAPPER = JsonMapper.builder().build();

  private NewsApiJson() {}

  /** A page of articles. */
  static byte[] articles(SearchResult result) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (JsonGenerator json = MAPPER.createGenerator(bytes)) {
      json.writeStartObject();
      json.writeStringProperty("status", "ok");
      json.writeNumberProperty("totalResults", result.total().orElse(0));
      json.writeArrayPropertyStart("articles");
      for (Hit hit : result.hits()) {
        article(hit.article(), json);
      }
      json.writeEndArray();
      json.writeEndObject();
    }
    return bytes.toByteArray();
  }

  /**
   * Who publishes.
   *
   * @param category the category that was asked for, or empty
   * @param language the language that was asked for, or empty
   */
  static byte[] sources(List<FacetValue> sources, String category, String language) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (JsonGenerator json = MAPPER.createGenerator(bytes)) {
      json.writeStartObject();
      json.writeStringProperty("status", "ok");
      json.writeArrayPropertyStart("sources");
      for (FacetValue source : sources) {
        json.writeStartObject();
        json.writeStringProperty("id", Slug.of(source.value()));
        json.writeStringProperty("name", source.value());
        json.writeStringProperty("description", source.articles() + " articles");
        json.writeStringProperty("url", "");
        json.writeStringProperty("category", category);
        json.writeStringProperty("language", language);
        json.writeStringProperty("country", "");
        json.writeEndObject();
      }
      json.writeEndArray();
      json.writeEndObject();
    }
    return bytes.toByteArray();
  }

  /** Why there is no answer. */
  static byte[] error(String code, String message) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (JsonGenerator json = MAPPER.createGenerator(bytes)) {
      json.writeStartObject();
      json.writeStringProperty("status", "error");
      json.writeStringProperty("code", code);
      json.writeStringProperty("message", message);
      json.writeEndObject();
    }
    return bytes.toByteArray();
  }

  private static void article(Article article, JsonGenerator json) {
    Source source = article.source();
    String name = source == null ? null : source.name();
    json.writeStartObject();
    json.writeObjectPropertyStart("source");
    text(json, "id", name == null ? null : Slug.of(name));
    text(json, "name", name == null ? article.domain() : name);
    json.writeEndObject();
    text(json, "author", article.authors().isEmpty() ? null : String.join(", ", article.authors()));
    text(json, "title", article.title());
    text(json, "description", article.summary());
    text(json, "url", ArticleAddress.web(article.url()));
    text(json, "urlToImage", article.metadata().get("urlToImage"));
    text(json, "publishedAt", article.published() == null ? null : article.published().at());
    text(json, "content", article.body().isEmpty() ? null : String.join("\n\n", article.body()));
    json.writeEndObject();
  }

  private static void text(JsonGenerator json, String name, @Nullable Object value) {
    if (value == null) {
      json.writeNullProperty(name);
    } else {
      json.writeStringProperty(name, value.toString());
    }
  }
}
