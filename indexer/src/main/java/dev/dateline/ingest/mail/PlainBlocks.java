package dev.dateline.ingest.mail;

import dev.dateline.ingest.reader.Block;
import dev.dateline.ingest.reader.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Reads plain text as blocks: a paragraph is one, and each line of a list. */
final class PlainBlocks {

  private static final Pattern ITEM = Pattern.compile("\\s*[-*•+–]\\s+\\S.*");

  private PlainBlocks() {}

  static List<Block> of(String text) {
    List<Block> blocks = new ArrayList<>();
    for (String paragraph : Texts.paragraphs(text)) {
      if (paragraph.lines().anyMatch(line -> ITEM.matcher(line).matches())) {
        paragraph.lines().forEach(line -> blocks.add(block(line)));
      } else {
        blocks.add(block(paragraph));
      }
    }
    return blocks;
  }

  /** All of it may be a label: nothing in plain text is bold. */
  private static Block block(String text) {
    return ITEM.matcher(text).matches()
        ? new Block(Block.Kind.ITEM, Texts.withoutBullet(text), "")
        : new Block(Block.Kind.PARAGRAPH, text.strip(), text.strip());
  }
}
