package dev.dateline.ingest.wire;

import static java.util.stream.Collectors.joining;

import dev.dateline.ingest.reader.Draft;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jsoup.nodes.Element;

/** The elements of NewsML-G2, and what each sets in an article. Of several, the first counts. */
final class NewsItem {

  private static final List<Mapping> MAPPINGS =
      List.of(
          new Mapping("@guid", Draft::identity),
          new Mapping("contentMeta/headline", Draft::title),
          new Mapping("itemMeta/title", Draft::title),
          new Mapping("contentMeta/by", Draft::byline),
          new Mapping("contentMeta/creator/name[1]", Draft::author),
          new Mapping("itemMeta/provider/name[1]", Draft::source),
          new Mapping("itemMeta/provider/@literal", Draft::source),
          new Mapping("itemMeta/provider/@qcode", Mapping.code(Draft::source)),
          new Mapping("itemMeta/provider/@uri", Draft::site),
          new Mapping("contentMeta/keyword", Draft::tag),
          new Mapping("contentMeta/language[1]/@tag", Draft::language),
          new Mapping("@xml:lang", Draft::language),
          new Mapping("itemMeta/firstCreated", Draft::published),
          new Mapping("contentMeta/contentCreated", Draft::published),
          new Mapping("itemMeta/versionCreated", Draft::updated),
          new Mapping("itemMeta/versionCreated", Draft::published),
          new Mapping("itemMeta/pubStatus/@qcode", Mapping.code(Draft::status)),
          new Mapping("itemMeta/embargoed", Draft::embargo),
          new Mapping("@version", Draft.fact("version")),
          new Mapping("itemMeta/itemClass/@qcode", Mapping.code(Draft.fact("itemClass"))),
          new Mapping("itemMeta/service/name[1]", Draft.fact("service")),
          new Mapping("itemMeta/profile", Draft.fact("profile")),
          new Mapping("itemMeta/signal/@qcode", Mapping.code(Draft.fact("signal"))),
          new Mapping("itemMeta/edNote", Draft.fact("edNote")),
          new Mapping("contentMeta/urgency", Draft.fact("urgency")),
          new Mapping("contentMeta/slugline", Draft.fact("slugline")),
          new Mapping("contentMeta/genre/name[1]", Draft.fact("genre")),
          new Mapping("contentMeta/located/name[1]", Draft.fact("located")),
          new Mapping("contentMeta/dateline", Draft.fact("dateline")),
          new Mapping("contentMeta/creditline", Draft.fact("creditline")),
          new Mapping("contentMeta/infoSource/name[1]", Draft.fact("infoSource")),
          new Mapping("contentMeta/contributor/name[1]", Draft.fact("contributor")),
          new Mapping("contentMeta/contentModified", Draft.fact("contentModified")),
          new Mapping("rightsInfo/copyrightHolder/name[1]", Draft.fact("copyrightHolder")),
          new Mapping("rightsInfo/copyrightNotice", Draft.fact("copyrightNotice")),
          new Mapping("rightsInfo/usageTerms", Draft.fact("usageTerms")));

  private static final String SUBJECT = "contentMeta/subject";
  private static final String DESCRIPTION = "contentMeta/description";

  private NewsItem() {}

  /** Adds what an item or a package says to an article. */
  static void add(Element item, Draft draft) {
    Mapping.apply(MAPPINGS, item, draft);
    addTags(item, draft);
    for (Element embargo : Mapping.elements(item, "itemMeta/embargoed")) {
      if (!embargo.hasText()) {
        draft.status("withheld", "itemMeta/embargoed without a time");
      }
    }
    for (Element description : Mapping.elements(item, DESCRIPTION)) {
      String role = description.attr("role");
      String label = role.substring(role.indexOf(':') + 1);
      draft.summaryOrPart(Mapping.text(description), label, DESCRIPTION);
    }
    Content.add(item, draft);
  }

  /** A subject is named where it stands, or in an assertion for all that have its code. */
  private static void addTags(Element item, Draft draft) {
    Map<String, String> asserted = new HashMap<>();
    for (Element assertion : Mapping.elements(item, "assert")) {
      asserted.putIfAbsent(assertion.attr("qcode"), name(assertion));
    }
    for (Element subject : Mapping.elements(item, SUBJECT)) {
      String name = name(subject);
      String other = asserted.getOrDefault(subject.attr("qcode"), "");
      draft.tag(name.isEmpty() ? other : name, SUBJECT);
    }
  }

  private static String name(Element concept) {
    return Mapping.elements(concept, "name[1]").stream().map(Mapping::text).collect(joining());
  }
}
