package dev.dateline.ingest.html;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.json.JsonReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The schema.org article that a page carries as JSON-LD: alone, in a list, in a {@code @graph}, or
 * as the {@code mainEntity} of the page. What is not JSON, even to a lenient reader, is passed
 * over.
 */
final class JsonLd {

  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .enable(
              JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS,
              JsonReadFeature.ALLOW_BACKSLASH_ESCAPING_ANY_CHARACTER,
              JsonReadFeature.ALLOW_TRAILING_COMMA,
              JsonReadFeature.ALLOW_MISSING_VALUES,
              JsonReadFeature.ALLOW_JAVA_COMMENTS)
          .build();

  private static final Pattern ARTICLE =
      Pattern.compile("(?:https?://schema\\.org/)?(?:\\w*Article|\\w*BlogPosting|Report|Review)");

  private static final Pattern WRAPPING =
      Pattern.compile(
          "^\\s*(?:<!--|//\\s*<!\\[CDATA\\[|<!\\[CDATA\\[)|(?:-->|(?://\\s*)?]]>)\\s*;?\\s*$");

  private static final List<String> AROUND = List.of("@graph", "mainEntity", "mainEntityOfPage");

  /** A page has a few objects; more are not looked at. */
  private static final int MOST_OBJECTS = 2_000;

  private final Map<String, JsonNode> byId = new HashMap<>();
  private final List<JsonNode> articles = new ArrayList<>();

  private JsonLd() {}

  static JsonLd of(Document page) {
    JsonLd found = new JsonLd();
    for (Element script : page.select("script[type*=ld+json]")) {
      JsonNode json = parse(script.data());
      if (json != null) {
        found.collect(json);
      }
    }
    return found;
  }

  private static @Nullable JsonNode parse(String script) {
    String json = WRAPPING.matcher(script).replaceAll("").strip();
    try {
      return MAPPER.readTree(json);
    } catch (JacksonException e) {
      try {
        return json.contains("&quot;")
            ? MAPPER.readTree(Parser.unescapeEntities(json, false))
            : null;
      } catch (JacksonException stillNone) {
        return null;
      }
    }
  }

  private void collect(JsonNode json) {
    Deque<JsonNode> waiting = new ArrayDeque<>(List.of(json));
    for (int seen = 0; !waiting.isEmpty() && seen < MOST_OBJECTS; seen++) {
      JsonNode node = waiting.removeFirst();
      if (node.isArray()) {
        addAll(waiting, node);
      } else if (node.isObject()) {
        collectObject(node);
        AROUND.forEach(name -> waiting.addLast(node.path(name)));
      }
    }
  }

  private static void addAll(Deque<JsonNode> waiting, JsonNode list) {
    for (int i = 0; i < list.size() && waiting.size() < MOST_OBJECTS; i++) {
      waiting.addLast(list.path(i));
    }
  }

  private void collectObject(JsonNode object) {
    if (object.path("@id").isString() && object.size() > 1) {
      byId.putIfAbsent(object.path("@id").stringValue(), object);
    }
    JsonNode type = object.path("@type");
    boolean article = isArticle(type);
    for (int i = 0; i < type.size(); i++) {
      article |= isArticle(type.path(i));
    }
    if (article) {
      articles.add(object);
    }
  }

  private static boolean isArticle(JsonNode type) {
    return type.isString() && ARTICLE.matcher(type.stringValue()).matches();
  }

  /** The texts under a name of the first article that has any, as they stand. */
  List<String> texts(String name) {
    for (JsonNode article : articles) {
      List<String> texts = new ArrayList<>();
      addTexts(article.path(name), name, texts);
      if (!texts.isEmpty()) {
        return texts;
      }
    }
    return List.of();
  }

  private void addTexts(JsonNode value, String name, List<String> texts) {
    if (value.isArray()) {
      for (int i = 0; i < value.size() && i < MOST_OBJECTS; i++) {
        if (!value.path(i).isArray()) {
          addTexts(value.path(i), name, texts);
        }
      }
    } else if (value.isObject()) {
      String id = value.path("@id").asString("");
      JsonNode whole = byId.getOrDefault(id, value);
      String text = whole.path(name.equals("mainEntityOfPage") ? "@id" : "name").asString("");
      if (!text.isBlank()) {
        texts.add(text);
      }
    } else if (value.isString() || value.isNumber()) {
      texts.add(value.asString());
    }
  }
}
