package dev.dateline.ingest.html;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jsoup.nodes.Element;

/** Takes out of the elements of the article's text what stands between its paragraphs. */
final class ContentCleaner {

  /** Inserts of one rule hold at most this share of the text: else the rule is wrong here. */
  private static final double LARGEST_INSERT = 0.3;

  /** A paragraph with so many characters beside an inline insert needs that to be a sentence. */
  private static final int PROSE = 25;

  /** A cell of a table with fewer links is one of its values. */
  private static final int FEWEST_LINKS = 4;

  private static final String CONTAINERS =
      "div, section, ul, ol, dl, table, td, form, figure, header, aside";

  private ContentCleaner() {}

  static void clean(Element content, Cuts cuts) {
    removeInserts(content, cuts);
    Teasers.removeAll(content, cuts);
    removeLinkLists(content, cuts);
  }

  private static void removeInserts(Element content, Cuts cuts) {
    Map<Element, String> rules = new HashMap<>();
    Map<Element, Integer> proses = new HashMap<>();
    for (Element element : content.getAllElements()) {
      String rule = element.equals(content) ? null : Clutter.insertRule(element);
      if (rule != null && (Clutter.isForMachines(rule) || !isWithinSentence(element, proses))) {
        rules.put(element, rule);
      }
    }
    Measures measures = Measures.of(content);
    double largest = LARGEST_INSERT * measures.text(content);
    Map<String, Integer> texts = texts(content, rules, measures);
    for (Element element : content.getAllElements().reversed()) {
      String rule = rules.get(element);
      if (rule != null && element.parent() != null && texts.getOrDefault(rule, 0) <= largest) {
        cuts.remove(element, rule);
      }
    }
  }

  /** How much text each rule would take out, where it counts paragraphs: a list may be long. */
  private static Map<String, Integer> texts(
      Element content, Map<Element, String> rules, Measures measures) {
    Map<String, Integer> texts = new HashMap<>();
    for (Element element : content.getAllElements()) {
      String rule = rules.get(element);
      if (rule != null && (element.parent() == null || !rule.equals(rules.get(element.parent())))) {
        int text = measures.text(element);
        texts.merge(rule, element.nameIs("p") ? text : 0, Integer::sum);
        texts.merge(rule, text, Math::max);
      }
    }
    return texts;
  }

  private static boolean isWithinSentence(Element element, Map<Element, Integer> proses) {
    if (element.isBlock()) {
      return false;
    }
    Element block = element.parent();
    while (block != null && !block.isBlock()) {
      block = block.parent();
    }
    return block != null && proses.computeIfAbsent(block, each -> each.ownText().length()) >= PROSE;
  }

  private static void removeLinkLists(Element content, Cuts cuts) {
    Measures measures = Measures.of(content);
    List<Element> containers = content.select(CONTAINERS);
    for (Element element : containers.reversed()) {
      if (!element.equals(content) && isLinkList(element, measures)) {
        cuts.remove(element, "list of links");
      }
    }
  }

  private static boolean isLinkList(Element element, Measures measures) {
    int length = measures.text(element);
    double links = measures.linkDensity(element);
    int weight = MainContent.classWeight(element);
    if (length == 0 || (element.nameIs("td") && element.select("a").size() < FEWEST_LINKS)) {
      return false;
    }
    if (measures.paragraphs(element) == 1 && links < 0.9 && Prose.isSentence(element.text())) {
      return false;
    }
    if (weight < 0 && length < 200 && measures.commas(element) < 10) {
      return true;
    }
    if (measures.commas(element) >= 10) {
      return false;
    }
    return weight >= 25
        ? links > 0.5
        : (links > (element.nameIs("ul") ? 0.5 : 0.33) && length < 2000);
  }
}
