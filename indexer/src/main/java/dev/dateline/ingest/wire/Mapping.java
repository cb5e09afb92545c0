package dev.dateline.ingest.wire;

import dev.dateline.ingest.reader.Draft;
import dev.dateline.ingest.reader.MarkupText;
import dev.dateline.ingest.reader.XmlPieces;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Element;

/**
 * An element or attribute of a wire format, and what it sets in an article.
 *
 * @param path the names of elements from an item down, {@code /} between them, without prefixes, in
 *     any case. {@code [1]} behind a name takes the first element of that name only; {@code @name}
 *     at the end is an attribute. As it stands it is the rule in the provenance.
 * @param setter the part of the article
 */
record Mapping(String path, Draft.Setter setter) {

  private static final String FIRST = "[1]";

  /** Sets what the item says, in the order of the mappings. */
  static void apply(List<Mapping> mappings, Element item, Draft draft) {
    for (Mapping mapping : mappings) {
      for (String text : texts(item, mapping.path)) {
        mapping.setter.set(draft, text, mapping.path);
      }
    }
  }

  /** The same, for a text of which only what follows a colon is meant: {@code stat:usable}. */
  static Draft.Setter code(Draft.Setter setter) {
    return (draft, text, rule) -> setter.set(draft, text.substring(text.indexOf(':') + 1), rule);
  }

  /** The elements at a path. */
  static List<Element> elements(Element item, String path) {
    List<Element> found = List.of(item);
    for (String step : path.split("/", -1)) {
      found = step.isEmpty() ? found : children(found, step);
    }
    return found;
  }

  private static List<Element> children(List<Element> parents, String step) {
    boolean first = step.endsWith(FIRST);
    String name = first ? step.substring(0, step.length() - FIRST.length()) : step;
    List<Element> children = new ArrayList<>();
    for (Element parent : parents) {
      parent.children().stream()
          .filter(child -> XmlPieces.name(child).equals(name.toLowerCase(Locale.ROOT)))
          .limit(first ? 1 : Long.MAX_VALUE)
          .forEach(children::add);
    }
    return children;
  }

  private static List<String> texts(Element item, String path) {
    int at = path.indexOf('@');
    if (at < 0) {
      return elements(item, path).stream().map(Mapping::text).toList();
    }
    String name = path.substring(at + 1);
    return elements(item, path.substring(0, at)).stream()
        .map(element -> attribute(element, name))
        .toList();
  }

  /** The text of an element, with an empty line between its paragraphs. */
  static String text(Element element) {
    return String.join("\n\n", MarkupText.paragraphs(element));
  }

  private static String attribute(Element element, String name) {
    for (Attribute attribute : element.attributes()) {
      if (attribute.getKey().equalsIgnoreCase(name)) {
        return attribute.getValue();
      }
    }
    return "";
  }
}
