package dev.dateline.ingest.markdown;

import dev.dateline.article.ArticleBuilder;
import dev.dateline.ingest.json.JsonArticle;
import dev.dateline.ingest.reader.Block;
import dev.dateline.ingest.reader.BlockText;
import dev.dateline.ingest.reader.Dates;
import dev.dateline.ingest.reader.Field;
import dev.dateline.ingest.reader.Outcome;
import dev.dateline.ingest.reader.StoryProfile;
import dev.dateline.ingest.reader.Trail;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * The making of an article from front matter and a text. The first heading is the title where the
 * front matter has none, and the day in the file's name the date, as Jekyll has it.
 */
final class MarkdownArticle {

  private static final Pattern DAY =
      Pattern.compile("(?:.*[/\\\\])?(?<day>(?:19|20)\\d{2}-\\d{2}-\\d{2})-[^/\\\\]*");

  private final ObjectNode object;
  private final JsonArticle facts;
  private final String text;
  private final Dates dates;
  private final Trail trail;

  MarkdownArticle(ObjectNode object, String text, Dates dates) {
    this.object = object;
    this.facts = new JsonArticle(object, dates);
    this.text = text;
    this.dates = dates;
    this.trail = this.facts.trail();
  }

  /** Makes the article. Call once. */
  Outcome read(StoryProfile profile, String file) {
    return facts.outcome(
        MarkdownReader.FORMAT,
        file,
        "",
        article -> {
          if (!Facts.name(object, Field.PUBLISHED)) {
            readDay(file, article);
          }
          readText(profile, article);
        });
  }

  private void readDay(String file, ArticleBuilder article) {
    Matcher day = DAY.matcher(file);
    Dates.@Nullable Reading reading = day.matches() ? dates.readPast(day.group("day")) : null;
    if (reading != null && reading.date() != null) {
      article.published(reading.date());
      trail.rule("published", "name of the file");
    }
  }

  private void readText(StoryProfile profile, ArticleBuilder article) {
    List<Block> blocks = MarkdownText.blocks(Shortcodes.dropFrom(text, trail));
    BlockText fields = new BlockText(profile, trail);
    String summary = facts.text(Field.SUMMARY);
    if (summary != null) {
      fields.summary(summary);
    }
    fields.addTo(article, withoutTitle(blocks, article), "text of the file");
  }

  private List<Block> withoutTitle(List<Block> blocks, ArticleBuilder article) {
    if (blocks.isEmpty() || blocks.getFirst().kind() != Block.Kind.HEADING) {
      return blocks;
    }
    String heading = trail.clean(blocks.getFirst().text());
    String title = facts.text(Field.TITLE);
    if (title == null) {
      article.title(heading);
      trail.rule("title", "first heading");
    } else if (title.equalsIgnoreCase(heading)) {
      trail.drop(heading, "repeat of the title");
    } else {
      return blocks;
    }
    return blocks.subList(1, blocks.size());
  }
}
