package dev.dateline.ingest.wire;

import dev.dateline.ingest.reader.Draft;
import dev.dateline.ingest.reader.MarkupText;
import dev.dateline.ingest.reader.Texts;
import dev.dateline.ingest.reader.XmlPieces;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jsoup.nodes.Element;

/**
 * The text of an item of NewsML-G2: NITF, XHTML, other XML or plain. The first form of it counts.
 */
final class Content {

  private static final String XML = "contentSet/inlineXML";
  private static final String DATA = "contentSet/inlineData";
  private static final String PACKAGED = "groupSet/group/itemRef";

  private static final Set<String> XHTML =
      Set.of("html", "body", "article", "section", "div", "p", "ul", "ol", "table", "h1", "h2");

  private Content() {}

  static void add(Element item, Draft draft) {
    Mapping.elements(item, XML).forEach(content -> addXml(content, draft));
    Mapping.elements(item, DATA).forEach(content -> addData(content, draft));
    draft.body(texts(Mapping.elements(item, PACKAGED)), PACKAGED);
  }

  private static void addXml(Element content, Draft draft) {
    Element first = content.firstElementChild();
    String kind = first == null ? "" : XmlPieces.name(first);
    if (first != null && kind.equals("nitf")) {
      Nitf.add(first, draft);
    } else if (XHTML.contains(kind)) {
      draft.body(MarkupText.ofStory(content), XML);
    } else {
      draft.body(texts(List.of(content)), XML);
    }
  }

  private static void addData(Element content, Draft draft) {
    String type = content.attr("contenttype").toLowerCase(Locale.ROOT);
    if (content.hasAttr("encoding")) {
      draft.trail().note("an encoded text is left out: \"" + Texts.start(type) + "\"");
    } else if (content.childrenSize() > 0) {
      draft.body(MarkupText.ofStory(content), DATA);
    } else if (type.contains("html")) {
      draft.body(MarkupText.ofStory(content.wholeText()), DATA);
    } else {
      draft.body(Texts.paragraphs(content.wholeText()), DATA);
    }
  }

  /** The texts of XML that is not known: of each element that has one of its own. */
  private static List<String> texts(List<Element> contents) {
    return contents.stream()
        .flatMap(Element::stream)
        .map(Element::ownText)
        .filter(text -> !text.isBlank())
        .toList();
  }
}
