package dev.dateline.ingest.html;

import dev.dateline.ingest.reader.Block;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * Finds the lists of a page that a known label stands over, such as "Key Points", where they stand
 * apart from the text: many pages set them above it, in a box of their own.
 */
final class LabelledLists {

  /** How far above a list its label is looked for. */
  private static final int LEVELS = 5;

  private static final int LONGEST_LABEL = 60;

  private static final double LINKED = 0.5;

  private LabelledLists() {}

  /** The lists that are not in the text, each after its label. */
  static List<Block> of(Element body, List<Block> text, Predicate<String> isLabel) {
    Measures measures = Measures.of(body);
    List<Block> found = new ArrayList<>();
    for (Element list : body.select("ul, ol")) {
      String label = label(list, isLabel, measures);
      if (label == null || measures.linkDensity(list) > LINKED) {
        continue;
      }
      List<Block> items = BlockReader.read(list, new Cuts());
      if (!items.isEmpty() && !text.contains(items.getFirst())) {
        found.add(new Block(Block.Kind.HEADING, label, label));
        found.addAll(items);
      }
    }
    return found;
  }

  private static @Nullable String label(
      Element list, Predicate<String> isLabel, Measures measures) {
    Element at = list;
    for (int level = 0; level < LEVELS && at != null; level++) {
      Element before = at.previousElementSibling();
      if (before != null) {
        boolean label =
            measures.text(before) <= LONGEST_LABEL && isLabel.test(before.text().strip());
        return label ? before.text().strip() : null;
      }
      at = at.parent();
    }
    return null;
  }
}
