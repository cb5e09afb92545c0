package dev.dateline.ingest.html;

import java.util.List;
import org.jsoup.nodes.Element;

/** Takes out of the elements of the article's text what stands between its paragraphs. */
final class ContentCleaner {

  /** An insert holds at most this share of the text: else its class means something else. */
  private static final double LARGEST_INSERT = 0.3;

  private static final String CONTAINERS =
      "div, section, ul, ol, dl, table, form, figure, header, aside";

  private ContentCleaner() {}

  static void clean(Element content) {
    removeInserts(content);
    removeLinkLists(content);
  }

  private static void removeInserts(Element content) {
    Measures measures = Measures.of(content);
    double largest = LARGEST_INSERT * measures.text(content);
    for (Element element : content.getAllElements().reversed()) {
      if (!element.equals(content)
          && element.parent() != null
          && Clutter.isInsert(element)
          && measures.text(element) <= largest) {
        element.remove();
      }
    }
  }

  private static void removeLinkLists(Element content) {
    Measures measures = Measures.of(content);
    List<Element> containers = content.select(CONTAINERS);
    for (Element element : containers.reversed()) {
      if (!element.equals(content) && isLinkList(element, measures)) {
        element.remove();
      }
    }
  }

  private static boolean isLinkList(Element element, Measures measures) {
    int length = measures.text(element);
    double links = measures.linkDensity(element);
    int weight = MainContent.classWeight(element);
    if (length == 0) {
      return false;
    }
    if (measures.paragraphs(element) == 1 && links < 0.9 && Opening.isSentence(element.text())) {
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
