package dev.dateline.json;

import dev.dateline.article.Article;
import dev.dateline.article.ArticleBuilder;
import dev.dateline.article.Part;
import dev.dateline.article.Published;
import dev.dateline.article.Source;
import dev.dateline.article.Status;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.SequencedMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.JsonNode;

/**
 * Reads what {@link ArticleJson} writes, as it comes: a tree of it first would take as long again,
 * and each page reads ten articles. What is not known, or not of its kind, is passed over.
 */
final class ArticleReader {

  private final JsonParser json;
  private final ArticleBuilder article = Article.builder();

  private ArticleReader(JsonParser json) {
    this.json = json;
  }

  /**
   * The article that is all of the text.
   *
   * @throws JacksonException if the text is no JSON
   * @throws IllegalArgumentException if it is not one object
   */
  static Article read(JsonParser json) {
    if (json.nextToken() != JsonToken.START_OBJECT) {
      throw new IllegalArgumentException("not an article as Dateline stores it: no object");
    }
    Article article = new ArticleReader(json).article();
    if (json.nextToken() != null) {
      throw new IllegalArgumentException("not an article as Dateline stores it: more follows");
    }
    return article;
  }

  private Article article() {
    for (String name = json.nextName(); name != null; name = json.nextName()) {
      json.nextToken();
      field(name);
    }
    return article.build();
  }

  private void field(String name) {
    switch (name) {
      case "id" -> article.id(text());
      case "url" -> article.url(text());
      case "title" -> article.title(text());
      case "originalTitle" -> article.originalTitle(text());
      case "source" -> article.source(source());
      case "authors" -> article.authors(texts());
      case "section" -> article.section(text());
      case "tags" -> article.tags(texts());
      case "publishedAt" -> article.published(published());
      case "updatedAt" -> article.updated(instant());
      case "lang" -> article.language(text());
      case "summary" -> article.summary(text());
      case "takeaways" -> article.takeaways(texts());
      case "body" -> article.body(texts());
      case "parts" -> article.parts(parts());
      case "status" -> status();
      case "embargoedUntil" -> embargo();
      case "metadata" -> article.metadata(map());
      case "provenance" ->
          article.provenance(ArticleJson.provenance(json.<JsonNode>readValueAsTree()));
      default -> json.skipChildren();
    }
  }

  /** The value if it is a string. */
  private @Nullable String text() {
    if (json.currentToken() == JsonToken.VALUE_STRING) {
      return json.getString();
    }
    json.skipChildren();
    return null;
  }

  private String textOrEmpty() {
    return Objects.requireNonNullElse(text(), "");
  }

  private List<String> texts() {
    return list(this::textOrEmpty);
  }

  private List<Part> parts() {
    return list(
        () -> {
          SequencedMap<String, String> part = map();
          return new Part(part.getOrDefault("label", ""), part.getOrDefault("text", ""));
        });
  }

  private <T> List<T> list(Supplier<T> element) {
    List<T> list = new ArrayList<>();
    if (json.currentToken() != JsonToken.START_ARRAY) {
      json.skipChildren();
      return list;
    }
    while (json.nextToken() != JsonToken.END_ARRAY) {
      list.add(element.get());
    }
    return list;
  }

  private SequencedMap<String, String> map() {
    SequencedMap<String, String> map = new LinkedHashMap<>();
    if (json.currentToken() != JsonToken.START_OBJECT) {
      json.skipChildren();
      return map;
    }
    for (String name = json.nextName(); name != null; name = json.nextName()) {
      json.nextToken();
      map.put(name, textOrEmpty());
    }
    return map;
  }

  private @Nullable Source source() {
    SequencedMap<String, String> facts = map();
    return facts.isEmpty() ? null : new Source(facts.get("name"), facts.get("domain"));
  }

  private @Nullable Published published() {
    String text = text();
    return text == null ? null : Published.parse(text);
  }

  private @Nullable Instant instant() {
    String text = text();
    return text == null ? null : Instant.parse(text);
  }

  private void status() {
    if ("withdrawn".equals(text())) {
      article.status(Status.WITHDRAWN);
    }
  }

  private void embargo() {
    Instant until = instant();
    if (until != null) {
      article.status(new Status.Embargoed(until));
    }
  }
}
