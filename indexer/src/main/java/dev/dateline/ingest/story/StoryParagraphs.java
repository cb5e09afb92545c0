package dev.dateline.ingest.story;

import java.util.ArrayList;
import java.util.List;

/**
 * Cuts the lines of a page into paragraphs: a line is one, as pages are copied, unless it stands in
 * a block of text that is wrapped by hand, with empty lines around it.
 */
final class StoryParagraphs {

  /** The widest line, in characters, that is taken as wrapped. */
  private static final int WRAPPED_WIDTH = 100;

  /** The narrowest line but the last of a wrapped block: a heading is shorter. */
  private static final int WRAPPED_LEAST = 40;

  private StoryParagraphs() {}

  static List<String> of(List<String> lines) {
    List<String> paragraphs = new ArrayList<>();
    List<String> block = new ArrayList<>();
    boolean parted = String.join("\n", lines).strip().contains("\n\n");
    for (String line : lines) {
      if (!line.isEmpty()) {
        block.add(line);
      } else {
        addTo(paragraphs, block, parted);
      }
    }
    addTo(paragraphs, block, parted);
    return paragraphs;
  }

  private static void addTo(List<String> paragraphs, List<String> block, boolean parted) {
    if (parted && isWrapped(block)) {
      paragraphs.add(String.join("\n", block));
    } else {
      paragraphs.addAll(block);
    }
    block.clear();
  }

  private static boolean isWrapped(List<String> block) {
    return block.size() > 1
        && block.subList(0, block.size() - 1).stream()
            .allMatch(line -> line.length() >= WRAPPED_LEAST && line.length() <= WRAPPED_WIDTH)
        && block.getLast().length() <= WRAPPED_WIDTH;
  }
}
