package dev.dateline.ingest.feed;

import java.util.List;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** The links of a feed: as text in RSS, as attributes in Atom, resolved by {@code xml:base}. */
final class FeedLinks {

  private FeedLinks() {}

  /** The element that links to the page of an entry or a feed, or null if there is none. */
  static @Nullable Element page(FeedElements elements) {
    for (String name : List.of("feedburner:origlink", "link", "atom:link")) {
      for (Element link : elements.all(name)) {
        String rel = link.attr("rel");
        if ((rel.isEmpty() || rel.equals("alternate")) && !address(link).isEmpty()) {
          return link;
        }
      }
    }
    return null;
  }

  private static String address(Element link) {
    String text = link.hasAttr("href") ? link.attr("href") : link.wholeText();
    return text.strip();
  }

  /**
   * The address of a link.
   *
   * @param site what an address is relative to where no {@code xml:base} says it, or null
   */
  static String resolved(Element link, @Nullable String site) {
    String base = base(link);
    return resolved(address(link), base == null ? site : base);
  }

  private static @Nullable String base(Element element) {
    String base = null;
    for (Element e = element; e != null; e = e.parent()) {
      String own = e.attr("xml:base").strip();
      if (!own.isEmpty()) {
        base = base == null ? own : resolved(base, own);
      }
    }
    return base;
  }

  /** The address as it is where it cannot be resolved. */
  static String resolved(String address, @Nullable String base) {
    if (base == null) {
      return address;
    }
    // Real addresses are not always URIs: jsoup resolves them as browsers do.
    Element link = new Element("a").attr("href", address);
    link.setBaseUri(base);
    String absolute = link.absUrl("href");
    return absolute.isEmpty() ? address : absolute;
  }
}
