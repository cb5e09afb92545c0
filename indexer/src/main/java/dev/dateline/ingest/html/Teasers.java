package dev.dateline.ingest.html;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jsoup.nodes.Element;

/**
 * Small boxes within a text that point to another article: a headline that is a link, and a line.
 */
final class Teasers {

  /** The largest box, in characters. */
  private static final int LARGEST = 350;

  /** Boxes with more of the text than this are what the article is about, such as a list. */
  private static final double LARGEST_SHARE = 0.3;

  private static final double LINKED = 0.9;

  private Teasers() {}

  static void removeAll(Element content, Cuts cuts) {
    Measures measures = Measures.of(content);
    Set<Element> seen = new HashSet<>();
    List<Element> boxes = new ArrayList<>();
    int text = 0;
    for (Element heading : content.select("h2, h3, h4, h5, h6")) {
      if (measures.text(heading) > 0 && measures.linkDensity(heading) >= LINKED) {
        Element box = box(heading, content, measures);
        if (!box.equals(heading) && seen.add(box)) {
          boxes.add(box);
          text += measures.text(box);
        }
      }
    }
    if (text <= LARGEST_SHARE * measures.text(content)) {
      boxes.reversed().forEach(box -> cuts.remove(box, "teaser of another article"));
    }
  }

  private static Element box(Element heading, Element content, Measures measures) {
    Element box = heading;
    for (Element outer = heading.parent();
        outer != null && !outer.equals(content) && measures.text(outer) <= LARGEST;
        outer = outer.parent()) {
      box = outer;
    }
    return box;
  }
}
