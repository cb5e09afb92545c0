package dev.dateline.ingest.html;

import dev.dateline.article.ArticleBuilder;
import dev.dateline.article.Part;
import dev.dateline.ingest.reader.StoryProfile;
import dev.dateline.ingest.reader.Texts;
import dev.dateline.ingest.reader.Trail;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Lays the text of a page out into the fields of an article. A heading that is a known label puts
 * all up to the next heading into its field; a bold lead-in, such as "Why it matters:", its own
 * paragraph and the list after it. All else is body.
 */
final class HtmlText {

  private final StoryProfile profile;
  private final Trail trail;
  private final List<String> summary = new ArrayList<>();
  private final List<String> takeaways = new ArrayList<>();
  private final List<String> body = new ArrayList<>();
  private final List<Part> parts = new ArrayList<>();
  private final List<String> partText = new ArrayList<>();
  private StoryProfile.@Nullable LabelLine label;
  private boolean underHeading;

  HtmlText(StoryProfile profile, Trail trail) {
    this.profile = profile;
    this.trail = trail;
  }

  /** Sets the text fields. Call once. */
  void read(PageText page, ArticleBuilder article) {
    if (page.standfirst() != null) {
      summary.add(trail.clean(page.standfirst()));
      trail.rule("summary", "text under the headline");
    }
    for (Block block : page.blocks()) {
      String text = trail.clean(block.text());
      if (text.codePoints().noneMatch(Character::isLetterOrDigit)) {
        continue;
      }
      if (profile.isBoilerplate(text)) {
        trail.drop(text, "boilerplate");
      } else {
        add(block, text, page.rule());
      }
    }
    endPart();
    article
        .summary(summary.isEmpty() ? null : String.join("\n", summary))
        .takeaways(takeaways)
        .body(body)
        .parts(parts);
  }

  private void add(Block block, String text, String rule) {
    boolean heading = block.kind() == Block.Kind.HEADING;
    StoryProfile.LabelLine begun = heading || !block.lead().isEmpty() ? profile.label(text) : null;
    if (begun != null && isLead(begun, block)) {
      endPart();
      label = begun;
      underHeading = heading || begun.text().isEmpty();
      trail.rule(begun.field().text(), "label \"" + begun.label() + "\"");
      put(begun, begun.text());
      return;
    }
    if (heading || (label != null && !underHeading && block.kind() != Block.Kind.ITEM)) {
      endPart();
    }
    if (label == null) {
      trail.rule("body", rule);
      body.add(text);
    } else {
      put(label, text);
    }
  }

  /** Whether the label itself is what is bold. */
  private static boolean isLead(StoryProfile.LabelLine begun, Block block) {
    return block.kind() == Block.Kind.HEADING || block.lead().length() >= begun.label().length();
  }

  private void put(StoryProfile.LabelLine label, String text) {
    if (text.isEmpty()) {
      return;
    }
    switch (label.field()) {
      case SUMMARY -> summary.add(text);
      case TAKEAWAYS -> takeaways.add(Texts.withoutBullet(text));
      case PARTS -> partText.add(text);
      default -> body.add(text);
    }
  }

  private void endPart() {
    if (label != null && !partText.isEmpty()) {
      parts.add(new Part(label.label(), String.join("\n\n", partText)));
    }
    partText.clear();
    label = null;
  }
}
