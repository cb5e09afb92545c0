package dev.dateline.ingest.json;

import dev.dateline.ingest.reader.ArticleReader;
import dev.dateline.ingest.reader.Dates;
import dev.dateline.ingest.reader.Draft;
import dev.dateline.ingest.reader.Input;
import dev.dateline.ingest.reader.MarkupText;
import dev.dateline.ingest.reader.Outcome;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/**
 * Saved answers of NewsAPI, and of those that answer like it. They give the beginning of each
 * article's text.
 */
public final class NewsApiReader implements ArticleReader {

  /** Its articles, after some words and numbers, or an error. */
  private static final Pattern ANSWERS =
      Pattern.compile(
          "\\{\\s*(?:\"\\w{1,20}\"\\s*:\\s*(?:\"[^\"]{0,20}\"|\\d{1,9})\\s*,\\s*){0,5}\"articles\"\\s*:\\s*\\["
              + "|\\{\\s*\"status\"\\s*:\\s*\"error\"\\s*,\\s*\"code\"");

  private static final Pattern SIGN =
      Pattern.compile("\"(?:totalResults|totalArticles|publishedAt|code)\"\\s*:");

  private static final JsonAnswer ANSWER =
      new JsonAnswer(Set.of("/articles"), "/status", "/message");

  /** The properties, and what each sets. Of several, the first counts. */
  private static final List<JsonMapping> MAPPINGS =
      List.of(
          new JsonMapping("url", Draft::url),
          new JsonMapping("title", Draft::title),
          new JsonMapping("description", Draft::summary),
          new JsonMapping("content", NewsApiReader::body),
          new JsonMapping("author", Draft::byline),
          new JsonMapping("source", Draft::source),
          new JsonMapping("publishedAt", Draft::published),
          new JsonMapping("urlToImage", Draft.fact("urlToImage")));

  /** What stands behind a text that was cut. */
  private static final Pattern CUT = Pattern.compile("\\[\\+?(\\d{1,9}) chars]\\s*+");

  private static final Pattern DOTS = Pattern.compile("(?:…|\\.\\.\\.)$");

  /** What stands for all texts of an article that its publisher has taken back. */
  private static final String REMOVED = "[Removed]";

  private final Dates dates;

  public NewsApiReader(Dates dates) {
    this.dates = dates;
  }

  @Override
  public String format() {
    return "newsapi";
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
    if (JsonMapping.text(article, "title").equals(REMOVED)) {
      return new Outcome.PassedOver(file, where + " was removed by NewsAPI");
    }
    Draft draft = new Draft(dates);
    JsonMapping.apply(MAPPINGS, article, draft);
    return draft.outcome(file, where, format());
  }

  private static void body(Draft draft, String text, String rule) {
    int mark = Math.max(0, text.lastIndexOf('['));
    Matcher cut = CUT.matcher(text).region(mark, text.length());
    String beginning = text;
    if (cut.matches()) {
      String missing = cut.group(1) + " characters are missing";
      draft.trail().note("body: is only the beginning, " + missing);
      beginning = DOTS.matcher(text.substring(0, mark).stripTrailing()).replaceFirst("");
    }
    draft.body(MarkupText.paragraphs(beginning), rule);
  }
}
