package dev.dateline.ingest.html;

import dev.dateline.ingest.reader.Block;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Takes from the beginning of a text what pages set above it: the headline once more, the names of
 * the authors, when it was published.
 */
final class Opening {

  /** The headline is repeated within so many blocks. */
  private static final int REACH = 12;

  /** A line of so few words that ends as no sentence does is no paragraph. */
  private static final int FEW_WORDS = 6;

  private Opening() {}

  static List<Block> without(List<Block> blocks, Facts facts) {
    Set<String> repeated = new HashSet<>();
    for (Property property : List.of(Property.TITLE, Property.AUTHOR, Property.SITE)) {
      facts.of(property).forEach(fact -> repeated.add(Headline.words(fact.value())));
    }
    List<Block> kept = new ArrayList<>();
    boolean begun = false;
    for (int i = 0; i < blocks.size(); i++) {
      Block block = blocks.get(i);
      boolean sentence = isSentence(block.text());
      if ((i < REACH && repeated.contains(Headline.words(block.text())))
          || (!begun && !sentence && isLine(block))) {
        continue;
      }
      begun |= sentence;
      kept.add(block);
    }
    return kept.isEmpty() ? blocks : kept;
  }

  private static boolean isLine(Block block) {
    return block.kind() == Block.Kind.PARAGRAPH
        && block.text().split("\\s+").length <= FEW_WORDS
        && block.text().codePoints().noneMatch(Character::isIdeographic);
  }

  /** Whether a text is long, or ends as a sentence does. */
  static boolean isSentence(String text) {
    return text.length() > 80 || text.matches("(?s).*[.!?…。！？][\"'”’»)]*");
  }
}
