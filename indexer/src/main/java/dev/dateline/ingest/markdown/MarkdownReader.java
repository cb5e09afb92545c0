package dev.dateline.ingest.markdown;

import dev.dateline.ingest.reader.ArticleReader;
import dev.dateline.ingest.reader.Dates;
import dev.dateline.ingest.reader.Field;
import dev.dateline.ingest.reader.Input;
import dev.dateline.ingest.reader.JsonReasons;
import dev.dateline.ingest.reader.Limits;
import dev.dateline.ingest.reader.Outcome;
import dev.dateline.ingest.reader.StoryProfile;
import dev.dateline.ingest.reader.Texts;
import java.io.IOException;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * Markdown as static site generators take it: a text with front matter in YAML, TOML or JSON; and
 * files named {@code .md} that begin with a heading. See {@link MarkdownArticle}.
 */
public final class MarkdownReader implements ArticleReader {

  static final String FORMAT = "markdown";

  private static final String[] ENDINGS = {".md", ".markdown", ".mdown", ".mkd", ".mdx"};

  private static final Pattern HEADING =
      Pattern.compile("(?:#{1,6}[ \\t]+\\S|[^\\n]{1,300}\\n(?:={3,}|-{3,})\\s*(?:\\n|$))");

  /** The page of a section in Hugo: it lists articles and is none. */
  private static final Pattern SECTION_PAGE =
      Pattern.compile("(?:.*[/\\\\])?_index(?:\\.[\\w-]+)?\\.(?:md|markdown|html)");

  private final Dates dates;
  private final StoryProfile profile = StoryProfile.load();

  public MarkdownReader(Dates dates) {
    this.dates = dates;
  }

  @Override
  public String format() {
    return FORMAT;
  }

  @Override
  public boolean accepts(Input input) {
    if (!input.isText()) {
      return false;
    }
    String start = input.start();
    FrontMatter matter = FrontMatter.isFenced(start) ? FrontMatter.of(start) : null;
    return (matter != null && !input.isNamed(".yaml", ".yml", ".toml") && hasTitle(matter))
        || (input.isNamed(ENDINGS) && isArticle(start));
  }

  /** Files of other kinds have fences too, such as parts of a YAML file. */
  private static boolean hasTitle(FrontMatter matter) {
    try {
      return Facts.name(matter.read(), Field.TITLE);
    } catch (JacksonException e) {
      // What is wrong is told where the file is named as Markdown.
      return false;
    }
  }

  private static boolean isArticle(String start) {
    if (FrontMatter.isFenced(start) || start.startsWith("{")) {
      return true;
    }
    FrontMatter matter = FrontMatter.of(start);
    return HEADING.matcher(start).lookingAt()
        || (matter != null && matter.kind() == FrontMatter.Kind.HEADERS);
  }

  @Override
  public void read(Input input, Consumer<Outcome> outcomes) throws IOException {
    outcomes.accept(outcome(input));
  }

  private Outcome outcome(Input input) throws IOException {
    String file = input.name();
    if (SECTION_PAGE.matcher(file).matches()) {
      return new Outcome.PassedOver(file, "it is the page of a section, not an article");
    }
    String text = Texts.all(input.westernText(), Limits.ARTICLE_LENGTH);
    if (text == null) {
      return new Outcome.Malformed(file, "", Limits.TOO_LONG);
    }
    FrontMatter matter = FrontMatter.of(text.stripLeading());
    if (matter == null) {
      return new Outcome.Malformed(file, "", "its front matter has no end");
    }
    return read(matter, file);
  }

  private Outcome read(FrontMatter matter, String file) {
    JsonNode facts;
    try {
      facts = matter.read();
    } catch (JacksonException e) {
      return new Outcome.Malformed(file, "", reason(matter, e));
    }
    if (!facts.isObject()) {
      return new Outcome.Malformed(
          file, "", "its front matter is " + JsonReasons.kind(facts) + ", and gives no names");
    }
    if (Facts.isDeep(facts)) {
      return new Outcome.Malformed(file, "", "its front matter is nested too deep");
    }
    return Facts.isDraft(facts)
        ? new Outcome.PassedOver(file, "it is a draft")
        : new MarkdownArticle(Facts.of(facts), matter.text(), dates).read(profile, file);
  }

  private static String reason(FrontMatter matter, JacksonException e) {
    String message = String.valueOf(e.getOriginalMessage());
    int line = e.getLocation() == null ? 0 : e.getLocation().getLineNr();
    return "its front matter is not valid "
        + matter.kind()
        + ": "
        + message.lines().findFirst().orElse("")
        + (line > 0 ? " (line " + line + " of it)" : "");
  }
}
