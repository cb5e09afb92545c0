package dev.dateline.ingest.html;

import dev.dateline.ingest.reader.Block;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Takes from both ends of a text what pages set around it: above, the headline once more, the names
 * of the authors, when it was published; below, who owns it and short lines such as tags.
 */
final class Edges {

  /** The headline is repeated within so many blocks. */
  private static final int REACH = 12;

  /** A line of so few words that ends as no sentence does is no paragraph. */
  private static final int FEW_WORDS = 6;

  /** A line of so few words with a date or the name of an author says who wrote it, and when. */
  private static final int MORE_WORDS = 14;

  private static final int LONGEST_LINE = 200;

  private static final Pattern DATED =
      Pattern.compile(
          "(?s).*(?:\\b(?:19|20)\\d{2}\\b.*\\b\\d{1,2}[:.h]\\d{2}\\b"
              + "|\\b\\d{1,2}[:.h]\\d{2}\\b.*\\b(?:19|20)\\d{2}\\b).*");

  private static final Pattern HALF_DAY = Pattern.compile("(?i)[ap]\\.m\\.$");

  private static final Pattern YEAR = Pattern.compile("(?s).*(?:^|\\D)(?:19|20)\\d{2}(?:\\D.*|$)");

  private static final Pattern OWNED =
      Pattern.compile("(?s)^(?:©|\\(c\\)\\s|copyright\\s).{0,300}", Pattern.CASE_INSENSITIVE);

  private final Set<String> repeated = new HashSet<>();
  private final Set<String> authors = new HashSet<>();
  private final Cuts cuts;

  private Edges(Facts facts, Cuts cuts) {
    for (Property property : List.of(Property.TITLE, Property.AUTHOR, Property.SITE)) {
      facts.of(property).forEach(fact -> repeated.add(Headline.words(fact.value())));
    }
    facts.of(Property.AUTHOR).forEach(fact -> authors.add(Headline.words(fact.value())));
    authors.remove("");
    this.cuts = cuts;
  }

  static List<Block> without(List<Block> blocks, Facts facts, Cuts cuts) {
    List<Block> kept = new Edges(facts, cuts).without(blocks);
    return kept.isEmpty() ? blocks : kept;
  }

  private List<Block> without(List<Block> blocks) {
    List<Block> kept = new ArrayList<>();
    int sentences = 0;
    for (int i = 0; i < blocks.size(); i++) {
      Block block = blocks.get(i);
      boolean sentence = Prose.isSentence(block.text());
      if (i < REACH && repeated.contains(Headline.words(block.text()))) {
        cuts.add(block.text(), "repeats the headline or a name");
      } else if ((sentences <= 1 && isSignature(block, sentence))
          || (sentences == 0 && !sentence && isLine(block))) {
        cuts.add(block.text(), "line before the text");
      } else {
        sentences += sentence ? 1 : 0;
        kept.add(block);
      }
    }
    removeEnd(kept);
    return kept;
  }

  private void removeEnd(List<Block> kept) {
    while (!kept.isEmpty()) {
      Block last = kept.getLast();
      boolean heading = last.kind() == Block.Kind.HEADING;
      boolean owned = OWNED.matcher(last.text()).matches();
      if (!heading && !owned) {
        return;
      }
      cuts.add(last.text(), owned ? "copyright" : "heading without text");
      kept.removeLast();
    }
  }

  /** Whether it says who wrote the text, or when, and nothing else. */
  private boolean isSignature(Block block, boolean sentence) {
    if (block.kind() != Block.Kind.PARAGRAPH
        || block.text().length() > LONGEST_LINE
        || wordCount(block) > MORE_WORDS) {
      return false;
    }
    if (sentence) {
      return HALF_DAY.matcher(block.text()).find() && DATED.matcher(block.text()).matches();
    }
    String words = " " + Headline.words(block.text()) + " ";
    return DATED.matcher(block.text()).matches()
        || (YEAR.matcher(block.text()).matches() && wordCount(block) <= FEW_WORDS + 2)
        || authors.stream().anyMatch(author -> words.contains(" " + author + " "));
  }

  private static boolean isLine(Block block) {
    return block.kind() == Block.Kind.PARAGRAPH
        && wordCount(block) <= FEW_WORDS
        && block.text().codePoints().noneMatch(Character::isIdeographic);
  }

  private static int wordCount(Block block) {
    return block.text().split("\\s+").length;
  }
}
