package dev.dateline.server.compat;

import dev.dateline.article.Article;
import dev.dateline.index.Hit;
import dev.dateline.index.SearchResult;
import dev.dateline.server.feed.HtmlText;
import dev.dateline.server.http.ArticleAddress;
import java.io.ByteArrayOutputStream;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.json.JsonMapper;

/**
 * The JSON of the Guardian's Open Platform. What is not known is left out, as there.
 *
 * @param fields what {@code show-fields} names
 * @param tags the types of tags that {@code show-tags} names
 * @param origin the start of this server's addresses
 */
record GuardianJson(Set<String> fields, Set<String> tags, String origin) {

  private static final ObjectMapper MAPPER = JsonMapper.builder().build();

  /** A page of articles. */
  byte[] search(SearchResult result) {
    long total = result.total().orElse(0);
    int size = result.pageSize();
    return response(
        json -> {
          json.writeNumberProperty("total", total);
          json.writeNumberProperty("startIndex", total == 0 ? 0 : (result.page() - 1L) * size + 1);
          json.writeNumberProperty("pageSize", size);
          json.writeNumberProperty("currentPage", result.page());
          json.writeNumberProperty("pages", (total + size - 1) / size);
          json.writeStringProperty("orderBy", result.order().name().toLowerCase(Locale.ROOT));
          json.writeArrayPropertyStart("results");
          for (Hit hit : result.hits()) {
            article(hit.article(), json);
          }
          json.writeEndArray();
        });
  }

  /** One article. */
  byte[] item(Article article) {
    return response(
        json -> {
          json.writeNumberProperty("total", 1);
          json.writeName("content");
          article(article, json);
        });
  }

  private static byte[] response(Consumer<JsonGenerator> content) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (JsonGenerator json = MAPPER.createGenerator(bytes)) {
      json.writeStartObject();
      json.writeObjectPropertyStart("response");
      json.writeStringProperty("status", "ok");
      json.writeStringProperty("userTier", "developer");
      content.accept(json);
      json.writeEndObject();
      json.writeEndObject();
    }
    return bytes.toByteArray();
  }

  private void article(Article article, JsonGenerator json) {
    String section = article.section();
    String type = article.metadata().getOrDefault("type", "article");
    json.writeStartObject();
    json.writeStringProperty("id", article.id());
    json.writeStringProperty("type", type);
    text(json, "sectionId", section == null ? null : Slug.of(section));
    text(json, "sectionName", section);
    text(json, "webPublicationDate", article.published() == null ? null : article.published().at());
    text(json, "webTitle", article.title());
    json.writeStringProperty("webUrl", ArticleAddress.of(article, origin));
    json.writeStringProperty(
        "apiUrl", origin + Guardian.START + ArticleAddress.segment(article.id()));
    if (!fields.isEmpty()) {
      json.writeObjectPropertyStart("fields");
      fields(article, json);
      json.writeEndObject();
    }
    if (!tags.isEmpty()) {
      json.writeArrayPropertyStart("tags");
      tags(article, json);
      json.writeEndArray();
    }
    json.writeBooleanProperty("isHosted", false);
    text(json, "pillarName", article.metadata().get("pillarName"));
    json.writeEndObject();
  }

  private void fields(Article article, JsonGenerator json) {
    String summary = article.summary() == null ? null : HtmlText.escaped(article.summary());
    String authors = String.join(", ", article.authors());
    field(json, "headline", article.title());
    field(json, "standfirst", summary);
    field(json, "trailText", summary);
    field(json, "byline", authors.isEmpty() ? null : authors);
    field(json, "body", HtmlText.paragraphs(article.body()));
    field(json, "bodyText", String.join("\n\n", article.body()));
    field(json, "lastModified", article.updated());
    field(json, "publication", article.source() == null ? null : article.source().name());
    field(json, "lang", article.language());
    field(json, "wordcount", article.metadata().get("wordcount"));
    field(json, "shortUrl", article.metadata().get("shortUrl"));
    field(json, "productionOffice", article.metadata().get("productionOffice"));
    field(json, "starRating", article.metadata().get("starRating"));
  }

  private void field(JsonGenerator json, String name, @Nullable Object value) {
    if (fields.contains(name) || fields.contains("all")) {
      text(json, name, value);
    }
  }

  private void tags(Article article, JsonGenerator json) {
    for (String tag : article.tags()) {
      String section = article.section() == null ? "keyword" : Slug.of(article.section());
      tag(json, "keyword", section + "/" + Slug.of(tag), tag);
    }
    for (String author : article.authors()) {
      tag(json, "contributor", "profile/" + Slug.of(author), author);
    }
    String tone = article.metadata().get("tone");
    if (tone != null) {
      tag(json, "tone", "tone/" + Slug.of(tone), tone);
    }
  }

  private void tag(JsonGenerator json, String type, String id, String title) {
    if (tags.contains(type) || tags.contains("all")) {
      json.writeStartObject();
      json.writeStringProperty("id", id);
      json.writeStringProperty("type", type);
      json.writeStringProperty("webTitle", title);
      json.writeEndObject();
    }
  }

  private static void text(JsonGenerator json, String name, @Nullable Object value) {
    if (value != null) {
      json.writeStringProperty(name, value.toString());
    }
  }
}
