package dev.dateline.ingest.html;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Finds the article's text in the data from which a page's own program would draw it, such as
 * {@code __NEXT_DATA__}: one long text, or a list of paragraphs. What is called a body is
 * preferred.
 */
final class ScriptText {

  /** The data of a page or the start of a statement that keeps them for its program. */
  private static final Pattern DATA =
      Pattern.compile(
          "\\s*(?:(?:window\\.|var |const |let )[\\w.$\\[\\]\"']{1,80}\\s*=\\s*)?(?=[{\\[])");

  private static final List<String> BODIES =
      List.of(
          "articleBody",
          "body",
          "bodyHtml",
          "bodyText",
          "content",
          "contentHtml",
          "html",
          "text",
          "paragraphs",
          "blocks",
          "elements",
          "components",
          "children");

  /** A text that is not called a body has to be so much longer. Not fitted. */
  private static final int ADVANTAGE = 3;

  private static final int SHORTEST = 250;
  private static final int FEWEST_PARAGRAPHS = 2;
  private static final int MOST_VALUES = 100_000;

  private String best = "";
  private int bestScore;

  private ScriptText() {}

  /** The text, perhaps with markup, its paragraphs in lines of their own; null if there is none. */
  static @Nullable String of(Document page) {
    ScriptText text = new ScriptText();
    for (Element script : page.select("script:not([src]):not([type*=ld+json])")) {
      String data = script.data();
      Matcher start = DATA.matcher(data);
      if (start.lookingAt()) {
        LenientJson.values(data.substring(start.end())).stream().limit(1).forEach(text::search);
      }
    }
    return text.best.isEmpty() ? null : text.best;
  }

  private record Value(String name, JsonNode json) {}

  private void search(JsonNode data) {
    Deque<Value> waiting = new ArrayDeque<>(List.of(new Value("", data)));
    for (int seen = 0; !waiting.isEmpty() && seen < MOST_VALUES; seen++) {
      Value value = waiting.removeFirst();
      JsonNode json = value.json();
      if (json.isString()) {
        consider(value.name(), json.stringValue());
      } else if (json.isArray()) {
        consider(value.name(), json);
        json.forEach(each -> waiting.addLast(new Value(value.name(), each)));
      } else {
        json.forEachEntry((name, each) -> waiting.addLast(new Value(name, each)));
      }
    }
  }

  private void consider(String name, String text) {
    if (text.length() >= SHORTEST && text.indexOf(' ') > 0) {
      consider(name, text, text.length());
    }
  }

  /** A list of paragraphs: strings, or objects with one each. */
  private void consider(String name, JsonNode list) {
    List<String> paragraphs = new ArrayList<>();
    for (JsonNode each : list) {
      String paragraph = each.isString() ? each.stringValue() : paragraph(each);
      if (!paragraph.isEmpty()) {
        paragraphs.add(paragraph);
      }
    }
    long sentences = paragraphs.stream().filter(Prose::isSentence).count();
    String text = String.join("\n", paragraphs);
    if (sentences >= FEWEST_PARAGRAPHS && text.length() >= SHORTEST) {
      consider(name, text, text.length());
    }
  }

  private static String paragraph(JsonNode block) {
    for (String name : BODIES) {
      if (block.path(name).isString()) {
        return block.path(name).stringValue();
      }
    }
    return "";
  }

  private void consider(String name, String text, int length) {
    int score = BODIES.contains(name) ? length * ADVANTAGE : length;
    if (score > bestScore) {
      best = text;
      bestScore = score;
    }
  }
}
