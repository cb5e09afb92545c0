package dev.dateline.ingest.json;

import dev.dateline.ingest.reader.Dates;
import dev.dateline.ingest.reader.Draft;
import dev.dateline.ingest.reader.Json;
import dev.dateline.ingest.reader.JsonReasons;
import dev.dateline.ingest.reader.Outcome;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * An item of ninjs 1.0 to 3.x, which is a JSON object with a {@code uri} and properties that only
 * ninjs has. In 3.x their names are written in camel case, before in lower case; here it does not
 * matter. What 2.x has in lists with roles, 1.x has in properties: {@code body_html}.
 */
final class NinjsItem {

  private static final String FORMAT = "ninjs";

  /** The properties by which ninjs is known, beside {@code uri}. */
  private static final Set<String> SIGNS =
      Set.of(
          "versioncreated",
          "firstcreated",
          "pubstatus",
          "bodies",
          "headlines",
          "body_xhtml",
          "body_html",
          "body_text",
          "description_text",
          "renditions",
          "associations");

  /** The properties, and what each sets. Of several, the first counts. */
  private static final List<JsonMapping> MAPPINGS =
      List.of(
          new JsonMapping("uri", Draft::identity),
          new JsonMapping("headline", Draft::title),
          new JsonMapping("title", Draft::title),
          new JsonMapping("byline", Draft::byline),
          new JsonMapping("by", Draft::byline),
          new JsonMapping("authors", Draft::author),
          new JsonMapping("source", Draft::source),
          new JsonMapping("infosource", Draft::source),
          new JsonMapping("infosources", Draft::source),
          new JsonMapping("copyrightholder", Draft::source),
          new JsonMapping("service", Draft::section),
          new JsonMapping("subject", Draft::tag),
          new JsonMapping("subjects", Draft::tag),
          new JsonMapping("keywords", Draft::tag),
          new JsonMapping("language", Draft::language),
          new JsonMapping("firstcreated", Draft::published),
          new JsonMapping("contentcreated", Draft::published),
          new JsonMapping("versioncreated", Draft::updated),
          new JsonMapping("versioncreated", Draft::published),
          new JsonMapping("pubstatus", Draft::status),
          new JsonMapping("embargoed", Draft::embargo),
          new JsonMapping("embargoeduntil", Draft::embargo),
          new JsonMapping("person", Draft.fact("people")),
          new JsonMapping("people", Draft.fact("people")),
          new JsonMapping("organisation", Draft.fact("organisations")),
          new JsonMapping("organisations", Draft.fact("organisations")),
          new JsonMapping("place", Draft.fact("places")),
          new JsonMapping("places", Draft.fact("places")),
          new JsonMapping("event", Draft.fact("events")),
          new JsonMapping("events", Draft.fact("events")),
          new JsonMapping("object", Draft.fact("objects")),
          new JsonMapping("objects", Draft.fact("objects")),
          new JsonMapping("altids", Draft.fact("altids")),
          new JsonMapping("genre", Draft.fact("genre")),
          new JsonMapping("genres", Draft.fact("genre")));

  /** The roles of descriptions that say who made something, and not what it is. */
  private static final Set<String> NO_SUMMARY = Set.of("creditline", "writer");

  private static final Set<String> MAPPED =
      MAPPINGS.stream().map(JsonMapping::path).collect(Collectors.toUnmodifiableSet());

  private final ObjectNode item;
  private final Draft draft;

  private NinjsItem(JsonNode item, Dates dates) {
    this.item = Json.MAPPER.createObjectNode();
    this.draft = new Draft(dates);
    item.forEachEntry((name, value) -> this.item.set(name.toLowerCase(Locale.ROOT), value));
  }

  /** Whether a value is an item of ninjs. */
  static boolean is(JsonNode value) {
    return value.path("uri").isString()
        && value.propertyNames().stream()
            .anyMatch(name -> SIGNS.contains(name.toLowerCase(Locale.ROOT)));
  }

  static Outcome outcome(JsonNode item, Dates dates, @Nullable String file, String where) {
    return new NinjsItem(item, dates).outcome(file, where);
  }

  private Outcome outcome(@Nullable String file, String where) {
    NinjsText.of(item, "headline", "headlines", NinjsItem::isMain)
        .forEach(headline -> draft.title(headline.plain(), headline.rule()));
    addDescriptions();
    JsonMapping.apply(MAPPINGS, item, draft);
    NinjsText.of(item, "body", "bodies", NinjsText::isMarkup)
        .forEach(body -> draft.body(body.paragraphs(), body.rule()));
    addFacts();
    return draft.outcome(file, where, FORMAT);
  }

  private static boolean isMain(NinjsText headline) {
    return headline.isForm() || headline.role().equals("main");
  }

  private static boolean isSummary(NinjsText description) {
    return description.isForm() || description.role().equals("summary");
  }

  private void addDescriptions() {
    for (NinjsText description :
        NinjsText.of(item, "description", "descriptions", NinjsItem::isSummary)) {
      String role = description.role();
      if (NO_SUMMARY.contains(role)) {
        Draft.fact(role).set(draft, description.value(), description.rule());
      } else if (description.isForm()) {
        draft.summary(description.plain(), description.rule());
      } else {
        draft.summaryOrPart(description.plain(), role, description.rule());
      }
    }
  }

  /**
   * What else the item says in a word; of what is more, such as pictures, only that it is there.
   */
  private void addFacts() {
    item.forEachEntry(
        (name, value) -> {
          if (MAPPED.contains(name) || NinjsText.isProperty(name)) {
            return;
          }
          String fact = draft.trail().line(name);
          if (value.isContainer() && !value.valueStream().allMatch(JsonNode::isValueNode)) {
            draft.trail().note("\"" + fact + "\" is left out: it is " + JsonReasons.kind(value));
          } else {
            JsonMapping.texts(value).forEach(text -> Draft.fact(fact).set(draft, text, name));
          }
        });
  }
}
