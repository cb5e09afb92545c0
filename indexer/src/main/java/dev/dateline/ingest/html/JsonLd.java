package dev.dateline.ingest.html;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import tools.jackson.databind.JsonNode;

/**
 * The schema.org article that a page carries as JSON-LD: alone, in a list, in a {@code @graph}, or
 * as the {@code mainEntity} of the page. What is not JSON, even to a lenient reader, is passed
 * over.
 */
final class JsonLd {

  private static final Pattern ARTICLE =
      Pattern.compile(
          "(?:https?://schema\\.org/|schema:)?(?:\\w*Article|\\w*BlogPosting|Report|Review)");

  private static final Pattern WRAPPING =
      Pattern.compile(
          "^\\s*(?:<!--|//\\s*<!\\[CDATA\\[|<!\\[CDATA\\[)|(?:-->|(?://\\s*)?]]>)\\s*;?\\s*$");

  private static final List<String> AROUND = List.of("@graph", "mainEntity", "mainEntityOfPage");

  private static final int LONGEST_TITLE = 1_000;

  /** A page has a few objects; more are not looked at. */
  private static final int MOST_OBJECTS = 2_000;

  private final Map<String, JsonNode> byId = new HashMap<>();
  private final List<JsonNode> articles = new ArrayList<>();

  private JsonLd() {}

  static JsonLd of(Document page) {
    JsonLd found = new JsonLd();
    for (Element script : page.select("script[type*=ld+json]")) {
      String json = WRAPPING.matcher(script.data()).replaceAll("").strip();
      List<JsonNode> values = LenientJson.values(json);
      if (values.isEmpty() && json.contains("&quot;")) {
        values = LenientJson.values(Parser.unescapeEntities(json, false));
      }
      values.forEach(found::collect);
    }
    found.putOwnFirst(page);
    return found;
  }

  /** A page may list other articles too: its own has its address, or its headline in the title. */
  private void putOwnFirst(Document page) {
    Set<String> addresses = new HashSet<>();
    for (Element link : page.select("link[rel=canonical][href], meta[property=og:url][content]")) {
      addresses.add(link.attr("href") + link.attr("content"));
    }
    String title = page.title();
    String words = Headline.words(title.substring(0, Math.min(title.length(), LONGEST_TITLE)));
    articles.sort(
        Comparator.comparingInt(
            article -> isAt(addresses, article) ? 0 : isTitled(words, article) ? 1 : 2));
  }

  private static boolean isAt(Set<String> addresses, JsonNode article) {
    JsonNode page = article.path("mainEntityOfPage");
    return addresses.contains(article.path("url").asString(""))
        || addresses.contains(page.asString(""))
        || addresses.contains(page.path("@id").asString(""));
  }

  private static boolean isTitled(String title, JsonNode article) {
    String headline = article.path("headline").asString("");
    return !headline.isBlank()
        && headline.length() <= LONGEST_TITLE
        && title.contains(Headline.words(headline));
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

  /** The texts of the posts of a live blog, each after its headline. */
  List<String> updates() {
    List<String> texts = new ArrayList<>();
    for (JsonNode article : articles) {
      for (JsonNode update : article.path("liveBlogUpdate")) {
        for (String name : List.of("headline", "articleBody")) {
          if (texts.size() < MOST_OBJECTS && update.path(name).isString()) {
            texts.add(update.path(name).stringValue());
          }
        }
      }
    }
    return texts;
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
      String key = whole.has("@value") ? "@value" : "name";
      JsonNode text = whole.path(name.equals("mainEntityOfPage") ? "@id" : key);
      for (JsonNode each : text.isArray() ? text : List.of(text)) {
        if (!each.asString("").isBlank()) {
          texts.add(each.asString());
        }
      }
    } else if (value.isString() || value.isNumber()) {
      texts.add(value.asString());
    }
  }
}
