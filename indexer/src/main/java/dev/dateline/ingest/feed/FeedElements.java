package dev.dateline.ingest.feed;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;

/**
 * The children of an element of a feed by what they mean: {@code title}, {@code dc:creator}, with
 * one prefix for a namespace, whatever the feed calls it, and none for those of RSS and Atom.
 */
record FeedElements(List<Element> children) {

  private static final Map<String, String> PREFIXES =
      Map.ofEntries(
          Map.entry(Parser.NamespaceXml, ""),
          Map.entry("http://backend.userland.com/rss2", ""),
          Map.entry("http://blogs.law.harvard.edu/tech/rss", ""),
          Map.entry("http://channel.netscape.com/rdf/simple/0.9/", ""),
          Map.entry("http://my.netscape.com/rdf/simple/0.9/", ""),
          Map.entry("http://purl.org/rss/1.0/", ""),
          Map.entry("http://purl.org/atom/ns#", "atom"),
          Map.entry("http://www.w3.org/2005/atom", "atom"),
          Map.entry("http://purl.org/dc/elements/1.1/", "dc"),
          Map.entry("http://purl.org/dc/terms/", "dcterms"),
          Map.entry("http://purl.org/rss/1.0/modules/content/", "content"),
          Map.entry("http://rssnamespace.org/feedburner/ext/1.0", "feedburner"),
          Map.entry("http://search.yahoo.com/mrss", "media"),
          Map.entry("http://search.yahoo.com/mrss/", "media"),
          Map.entry("http://www.itunes.com/dtds/podcast-1.0.dtd", "itunes"),
          Map.entry("http://www.w3.org/1999/xhtml", "xhtml"));

  static FeedElements of(Element parent) {
    List<Element> children = new ArrayList<>();
    for (Element child : parent.children()) {
      if (name(child).equals("media:group")) {
        children.addAll(child.children());
      } else {
        children.add(child);
      }
    }
    return new FeedElements(children);
  }

  /**
   * The name of an element, such as {@code title}, {@code atom:title} or {@code dc:title}. A
   * namespace that is not known keeps the feed's prefix, as many write those of others wrongly.
   */
  static String name(Element element) {
    String local = element.tag().localName().toLowerCase(Locale.ROOT);
    String namespace = element.tag().namespace().toLowerCase(Locale.ROOT);
    String own = element.tag().prefix().toLowerCase(Locale.ROOT);
    boolean undeclared = namespace.equals(Parser.NamespaceXml.toLowerCase(Locale.ROOT));
    String prefix = undeclared ? own : PREFIXES.getOrDefault(namespace, own);
    return prefix.isEmpty() ? local : prefix + ":" + local;
  }

  /** The elements of the first of these names that any has. */
  List<Element> first(List<String> names) {
    for (String name : names) {
      List<Element> found = all(name);
      if (!found.isEmpty()) {
        return found;
      }
    }
    return List.of();
  }

  /** The elements of a name that have a text or, as in Atom, an address or parts. */
  List<Element> all(String name) {
    return children.stream()
        .filter(child -> name(child).equals(name))
        .filter(child -> child.hasText() || child.attributesSize() > 0)
        .toList();
  }
}
