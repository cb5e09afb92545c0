package dev.dateline.ingest.html;

import java.util.ArrayList;
import java.util.List;
import org.jsoup.nodes.Element;

/** Takes pieces out of a page and remembers the first of them, shortened, with the reason. */
final class Cuts {

  /** So many pieces are remembered. */
  private static final int MOST = 50;

  /** So many characters of a piece are remembered. */
  private static final int LONGEST = 120;

  private final List<PageText.Cut> cuts = new ArrayList<>();

  /** Takes an element out of its page. */
  void remove(Element element, String rule) {
    if (cuts.size() < MOST) {
      add(element.text(), rule);
    }
    element.remove();
  }

  void add(String text, String rule) {
    if (cuts.size() < MOST && text.codePoints().anyMatch(Character::isLetterOrDigit)) {
      int end = Math.min(text.length(), LONGEST);
      cuts.add(new PageText.Cut(end < text.length() ? text.substring(0, end) + "…" : text, rule));
    }
  }

  List<PageText.Cut> all() {
    return List.copyOf(cuts);
  }
}
