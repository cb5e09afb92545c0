package dev.dateline.ingest.json;

import dev.dateline.ingest.reader.ArticleReader;
import dev.dateline.ingest.reader.Dates;
import dev.dateline.ingest.reader.Draft;
import dev.dateline.ingest.reader.Input;
import dev.dateline.ingest.reader.MarkupText;
import dev.dateline.ingest.reader.Outcome;
import dev.dateline.ingest.reader.Texts;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/**
 * Saved answers of the Guardian Open Platform: searches, and single items. What an article carries
 * depends on the {@code show-fields}, {@code show-tags} and {@code show-blocks} of the request.
 */
public final class GuardianReader implements ArticleReader {

  private static final Pattern ANSWERS = Pattern.compile("\\{\\s*\"response\"\\s*:\\s*\\{");

  private static final Pattern SIGN =
      Pattern.compile("\"(?:userTier|webUrl|webPublicationDate)\"|\"status\"\\s*:\\s*\"error\"");

  private static final JsonAnswer ANSWER =
      new JsonAnswer(
          Set.of("/response/results", "/response/content"),
          "/response/status",
          "/response/message");

  /** The properties, and what each sets. Of several, the first counts. */
  private static final List<JsonMapping> MAPPINGS =
      List.of(
          new JsonMapping("webUrl", Draft::url),
          new JsonMapping("id", Draft::identity),
          new JsonMapping("fields/headline", Draft::title),
          new JsonMapping("webTitle", Draft::title),
          new JsonMapping("fields/standfirst", Draft::summary),
          new JsonMapping("fields/trailText", Draft::summary),
          new JsonMapping("fields/body", GuardianReader::html),
          new JsonMapping("fields/bodyText", GuardianReader::text),
          new JsonMapping("fields/byline", Draft::byline),
          new JsonMapping("fields/publication", Draft::source),
          new JsonMapping("sectionName", Draft::section),
          new JsonMapping("webPublicationDate", Draft::published),
          new JsonMapping("fields/lastModified", Draft::updated),
          new JsonMapping("fields/lang", Draft::language),
          new JsonMapping("type", Draft.fact("type")),
          new JsonMapping("pillarName", Draft.fact("pillarName")),
          new JsonMapping("fields/wordcount", Draft.fact("wordcount")),
          new JsonMapping("fields/shortUrl", Draft.fact("shortUrl")),
          new JsonMapping("fields/productionOffice", Draft.fact("productionOffice")),
          new JsonMapping("fields/starRating", Draft.fact("starRating")));

  /** What the name of a tag sets, by the type of the tag. */
  private static final Map<String, Draft.Setter> TAGS =
      Map.of("contributor", Draft::author, "keyword", Draft::tag, "tone", Draft.fact("tone"));

  private final Dates dates;

  public GuardianReader(Dates dates) {
    this.dates = dates;
  }

  @Override
  public String format() {
    return "guardian";
  }

  @Override
  public boolean accepts(Input input) {
    return ANSWERS.matcher(input.start()).lookingAt() && SIGN.matcher(input.start()).find();
  }

  @Override
  public void read(Input input, Consumer<Outcome> outcomes) throws IOException {
    ANSWER.read(input, (article, where) -> outcome(article, input.name(), where), outcomes);
  }

  private Outcome outcome(JsonNode article, String file, String where) {
    Draft draft = new Draft(dates);
    for (JsonNode tag : article.path("tags")) {
      String type = JsonMapping.text(tag, "type");
      Draft.Setter setter = TAGS.getOrDefault(type, (d, text, rule) -> {});
      setter.set(draft, JsonMapping.text(tag, "webTitle"), "tags (" + type + ")");
    }
    JsonMapping.apply(MAPPINGS, article, draft);
    StringBuilder blocks = new StringBuilder();
    for (JsonNode block : article.path("blocks").path("body")) {
      blocks.append(JsonMapping.text(block, "bodyHtml"));
    }
    html(draft, blocks.toString(), "blocks/body");
    return draft.outcome(file, where, format());
  }

  private static void html(Draft draft, String text, String rule) {
    draft.body(MarkupText.ofStory(text), rule);
  }

  private static void text(Draft draft, String text, String rule) {
    draft.body(Texts.paragraphs(text), rule);
  }
}
