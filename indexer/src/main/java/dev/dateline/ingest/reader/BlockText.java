package dev.dateline.ingest.reader;

import dev.dateline.article.ArticleBuilder;
import dev.dateline.article.Part;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Lays blocks of text out into the fields of an article. A heading that is a known label puts all
 * up to the next heading into its field; a bold lead-in, such as "Why it matters:", its own
 * paragraph and the list after it. All else is body.
 */
public final class BlockText {

  private final StoryProfile profile;
  private final Trail trail;
  private final List<String> summary = new ArrayList<>();
  private final List<String> takeaways = new ArrayList<>();
  private final List<String> body = new ArrayList<>();
  private final List<Part> parts = new ArrayList<>();
  private final List<String> partText = new ArrayList<>();
  private StoryProfile.@Nullable LabelLine label;
  private boolean underHeading;
  private boolean listed;

  /**
   * @param trail takes the rules, and the boilerplate that is dropped
   */
  public BlockText(StoryProfile profile, Trail trail) {
    this.profile = profile;
    this.trail = trail;
  }

  /** Begins the summary with a text that stands apart from the blocks. */
  public void summary(String text) {
    summary.add(trail.clean(text));
  }

  /**
   * Sets the text fields for which there is text. Call once.
   *
   * @param rule how the blocks were found
   */
  public void addTo(ArticleBuilder article, List<Block> blocks, String rule) {
    for (Block block : blocks) {
      String text = trail.clean(block.text());
      if (text.codePoints().noneMatch(Character::isLetterOrDigit)) {
        continue;
      }
      if (profile.isBoilerplate(text)) {
        trail.drop(text, "boilerplate");
      } else {
        add(block, text, rule);
      }
    }
    endPart();
    if (!summary.isEmpty()) {
      article.summary(String.join("\n", summary));
    }
    if (!takeaways.isEmpty()) {
      article.takeaways(takeaways);
    }
    if (!body.isEmpty()) {
      article.body(body);
    }
    if (!parts.isEmpty()) {
      article.parts(parts);
    }
  }

  private void add(Block block, String text, String rule) {
    boolean heading = block.kind() == Block.Kind.HEADING;
    boolean mayLabel = heading || !block.lead().isEmpty();
    StoryProfile.LabelLine begun = mayLabel ? profile.label(text) : null;
    if (begun != null && isLead(begun, block)) {
      endPart();
      label = begun;
      underHeading = heading || begun.text().isEmpty();
      trail.rule(begun.field().text(), "label \"" + begun.label() + "\"");
      put(begun, begun.text());
      return;
    }
    boolean item = block.kind() == Block.Kind.ITEM;
    if (heading || (!item && endsAtParagraph())) {
      endPart();
    }
    listed |= item;
    if (label == null) {
      trail.rule("body", rule);
      body.add(text);
    } else {
      put(label, text);
    }
  }

  /** Whether what is labelled is over: a lead-in's with its list, and so is that of takeaways. */
  private boolean endsAtParagraph() {
    return label != null && (!underHeading || (listed && label.isOfTheWhole()));
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
    listed = false;
    label = null;
  }
}
