package dev.dateline.ingest.html;

import org.jsoup.nodes.Element;

/** A small box that asks for an e-mail address, whatever its classes: no text of an article. */
final class AddressForm {

  /** The largest such box, in characters. */
  private static final int LARGEST = 400;

  /** A page has a few; more are not looked at. */
  private static final int MOST = 20;

  private static final String ADDRESS =
      "input[type=email], input[name*=email i], input[placeholder*=email i],"
          + " input[placeholder*=e-mail i]";

  private AddressForm() {}

  static void removeAll(Element root) {
    if (root.selectFirst(ADDRESS) == null) {
      return;
    }
    Measures measures = Measures.of(root);
    for (Element input : root.select(ADDRESS).stream().limit(MOST).toList()) {
      Element box = input;
      for (Element outer = input.parent();
          outer != null && isBox(outer, measures);
          outer = outer.parent()) {
        box = outer;
      }
      box.remove();
    }
  }

  private static boolean isBox(Element element, Measures measures) {
    return measures.text(element) <= LARGEST
        && !element.nameIs("body")
        && !element.nameIs("main")
        && !element.nameIs("article")
        && element.selectFirst("h1") == null;
  }
}
