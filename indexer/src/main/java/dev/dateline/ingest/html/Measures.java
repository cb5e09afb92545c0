package dev.dateline.ingest.html;

import java.util.HashMap;
import java.util.Map;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeTraversor;
import org.jsoup.select.NodeVisitor;

/** How much text, and how much of it in links, each element of a tree holds: found in one pass. */
final class Measures {

  private static final Measure NOTHING = new Measure();

  private final Map<Element, Measure> measures = new HashMap<>();

  private Measures() {}

  private static final class Measure {
    private int text;
    private int linked;
    private int commas;
    private int paragraphText;
    private int paragraphs;
  }

  static Measures of(Element root) {
    Measures measures = new Measures();
    NodeTraversor.traverse(
        new NodeVisitor() {
          @Override
          public void head(Node node, int depth) {
            if (node instanceof TextNode text && text.parent() != null) {
              measures.add(text.parent(), text.getWholeText());
            }
          }

          @Override
          public void tail(Node node, int depth) {
            if (node instanceof Element element && !element.equals(root)) {
              measures.addToParent(element);
            }
          }
        },
        root);
    return measures;
  }

  private void add(Element parent, String text) {
    Measure measure = measures.computeIfAbsent(parent, key -> new Measure());
    boolean blank = true;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (!Character.isWhitespace(c)) {
        measure.text += Prose.weight(c);
        blank = false;
        measure.commas += isComma(c) ? 1 : 0;
      } else if (!blank && i + 1 < text.length() && !Character.isWhitespace(text.charAt(i + 1))) {
        measure.text++;
      }
    }
  }

  private void addToParent(Element element) {
    Measure own = measures.get(element);
    Element parent = element.parent();
    if (own == null || parent == null) {
      return;
    }
    if (element.nameIs("a") && !element.attr("href").startsWith("#")) {
      own.linked = own.text;
    }
    if (element.nameIs("p")) {
      own.paragraphText = own.text - own.linked;
      own.paragraphs = 1;
    }
    Measure outer = measures.computeIfAbsent(parent, key -> new Measure());
    outer.text += own.text;
    outer.linked += own.linked;
    outer.commas += own.commas;
    outer.paragraphText += own.paragraphText;
    outer.paragraphs += own.paragraphs;
  }

  private static boolean isComma(char c) {
    return c == ',' || c == '،' || c == '﹐' || c == '︐' || c == '︑' || c == '⸁' || c == '⸴'
        || c == '⸲' || c == '，' || c == '、';
  }

  private Measure measure(Element element) {
    return measures.getOrDefault(element, NOTHING);
  }

  /** Characters of text, runs of white space as one. */
  int text(Element element) {
    return measure(element).text;
  }

  /** Characters of text in paragraphs and not in links. */
  int paragraphText(Element element) {
    return measure(element).paragraphText;
  }

  /** How many paragraphs with text there are. */
  int paragraphs(Element element) {
    return measure(element).paragraphs;
  }

  int commas(Element element) {
    return measure(element).commas;
  }

  /** The share of the text that is in links, 0 to 1; 0 without text. */
  double linkDensity(Element element) {
    Measure measure = measure(element);
    return measure.text == 0 ? 0 : (double) measure.linked / measure.text;
  }
}
