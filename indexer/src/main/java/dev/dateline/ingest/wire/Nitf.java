package dev.dateline.ingest.wire;

import static java.util.stream.Collectors.joining;

import dev.dateline.ingest.reader.Draft;
import dev.dateline.ingest.reader.MarkupText;
import dev.dateline.ingest.reader.XmlPieces;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.select.NodeFilter.FilterResult;

/** The elements of NITF, and what each sets in an article. Of several, the first counts. */
final class Nitf {

  private static final List<Mapping> MAPPINGS =
      List.of(
          new Mapping("head/pubdata/@ex-ref", Draft::url),
          new Mapping("body/body.head/hedline/hl1", Draft::originalTitle),
          new Mapping("head/title", Draft::title),
          new Mapping("body/body.head/abstract", Draft::summary),
          new Mapping("body/body.head/hedline/hl2", Draft::summary),
          new Mapping("body/body.head/byline", Draft::byline),
          new Mapping("body/body.head/distributor", Draft::source),
          new Mapping("head/pubdata/@name", Draft::source),
          new Mapping("head/docdata/doc-id/@regsrc", Draft::source),
          new Mapping("head/docdata/doc.copyright/@holder", Draft::source),
          new Mapping("head/pubdata/@position.section", Draft::section),
          new Mapping("head/docdata/key-list/keyword/@key", Draft::tag),
          new Mapping("head/docdata/identified-content/classifier", Draft::tag),
          new Mapping("head/tobject/tobject.subject/@tobject.subject.type", Draft::tag),
          new Mapping("head/tobject/tobject.subject/@tobject.subject.matter", Draft::tag),
          new Mapping("head/docdata/date.issue/@norm", Nitf::published),
          new Mapping("head/pubdata/@date.publication", Nitf::published),
          new Mapping("body/body.head/dateline/story.date/@norm", Nitf::published),
          new Mapping("head/docdata/@management-status", Draft::status),
          new Mapping("head/docdata/date.release/@norm", Draft::release),
          new Mapping("@xml:lang", Draft::language),
          new Mapping("body/@xml:lang", Draft::language),
          new Mapping("body/@lang", Draft::language),
          new Mapping("head/docdata/urgency/@ed-urg", Draft.fact("urgency")),
          new Mapping("head/docdata/ed-msg/@info", Draft.fact("ed-msg")),
          new Mapping("head/docdata/du-key/@key", Draft.fact("du-key")),
          new Mapping("head/docdata/du-key/@version", Draft.fact("version")),
          new Mapping("head/docdata/series/@series.name", Draft.fact("series")),
          new Mapping("head/docdata/fixture/@fix-id", Draft.fact("fixture")),
          new Mapping("head/docdata/correction/@info", Draft.fact("correction")),
          new Mapping("head/docdata/date.expire/@norm", Draft.fact("expires")),
          new Mapping("head/docdata/doc.copyright/@holder", Draft.fact("copyrightholder")),
          new Mapping("head/docdata/identified-content/person", Draft.fact("people")),
          new Mapping("head/docdata/identified-content/org", Draft.fact("organisations")),
          new Mapping("head/docdata/identified-content/location", Draft.fact("places")),
          new Mapping("body/body.head/dateline", Draft.fact("dateline")),
          new Mapping("body/body.head/rights", Draft.fact("rights")),
          new Mapping("body/body.end/tagline", Draft.fact("tagline")));

  private static final String IDS = "head/docdata/doc-id";
  private static final String BYLINE = "body/body.head/byline";
  private static final String CONTENT = "body/body.content";

  /** Elements that make paragraphs and have another name in HTML. */
  private static final Map<String, String> AS_HTML =
      Map.of(
          "block", "div", "bq", "blockquote", "credit", "p", "fn", "p", "hl2", "h2", "note", "p");

  /** Pictures with their captions, and what describes tables to programs. */
  private static final Set<String> MEDIA = Set.of("media", "nitf-table-metadata");

  /** Archives that give the first paragraphs twice call the whole so. */
  private static final String WHOLE = "full_text";

  private static final Pattern MIDNIGHT =
      Pattern.compile("(?<day>\\d{4}-?\\d{2}-?\\d{2})T?00:?00:?00(?:[.Z+-].*)?");

  private Nitf() {}

  /** Adds what a document says to an article, of which its envelope may have said more. */
  static void add(Element nitf, Draft draft) {
    separateTitles(nitf);
    Mapping.apply(MAPPINGS, nitf, draft);
    for (Element id : Mapping.elements(nitf, IDS)) {
      addId(id.attr("id-string").strip(), id.attr("regsrc").strip(), draft);
    }
    List<String> paragraphs = new ArrayList<>();
    for (Element content : Mapping.elements(nitf, CONTENT)) {
      paragraphs.addAll(paragraphs(content, draft));
    }
    draft.body(paragraphs, CONTENT);
  }

  /** The name that an agency has for an item is known to that agency alone. */
  private static void addId(String name, String agency, Draft draft) {
    boolean isWhole = agency.isEmpty() || name.isEmpty() || name.indexOf(':') > 0;
    draft.identity(isWhole ? name : agency + ":" + name, IDS);
  }

  /** "Staff Reporter" is no author, unless there is no other. */
  private static void separateTitles(Element nitf) {
    for (Element byline : Mapping.elements(nitf, BYLINE)) {
      List<Element> titles = Mapping.elements(byline, "byttl");
      String ofTitles = titles.stream().map(Element::text).collect(joining(" "));
      if (!byline.text().equals(ofTitles)) {
        titles.forEach(Node::remove);
      }
    }
  }

  private static List<String> paragraphs(Element content, Draft draft) {
    content.filter((node, depth) -> withoutMedia(node, draft));
    for (Element element : content.getAllElements()) {
      String html = AS_HTML.get(XmlPieces.name(element));
      if (html != null) {
        element.tagName(html);
      }
    }
    return content.children().stream()
        .filter(block -> block.hasClass(WHOLE))
        .findFirst()
        .map(MarkupText::paragraphs)
        .orElseGet(() -> MarkupText.paragraphs(content));
  }

  private static FilterResult withoutMedia(Node node, Draft draft) {
    if (node instanceof Element element && MEDIA.contains(XmlPieces.name(element))) {
      draft.trail().drop(element.text(), XmlPieces.name(element));
      return FilterResult.REMOVE;
    }
    return FilterResult.CONTINUE;
  }

  /** Midnight stands for a day, says NITF: its dates have a time even if it is not known. */
  private static void published(Draft draft, String text, String rule) {
    Matcher midnight = MIDNIGHT.matcher(text.strip());
    draft.published(midnight.matches() ? midnight.group("day") : text, rule);
  }
}
