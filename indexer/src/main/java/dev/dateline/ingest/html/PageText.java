package dev.dateline.ingest.html;

import dev.dateline.ingest.reader.Block;
import java.util.ArrayList;
import java.util.List;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * The article's text on a page.
 *
 * @param standfirst the sentence or two under the headline, where it stands apart from the text
 * @param blocks the text, in the order of the page
 * @param rule how it was found
 */
public record PageText(@Nullable String standfirst, List<Block> blocks, String rule) {

  /** With less text than this, in characters, a more lenient reading is tried. */
  private static final int SHORT = 250;

  /** JSON-LD has the better text if that is longer by so much. Not fitted. */
  private static final double LONGER = 1.5;

  static PageText of(Document page, Facts facts) {
    Element body = page.body().clone();
    Clutter.removeUnseen(body);
    List<Block> best = List.of();
    Care chosen = Care.STRICT;
    for (Care care : Care.values()) {
      List<Block> blocks = Opening.without(read(body.clone(), care), facts);
      if (length(blocks) > length(best)) {
        best = blocks;
        chosen = care;
      }
      if (length(best) >= SHORT) {
        break;
      }
    }
    List<Block> data = articleBody(facts);
    boolean better = length(data) > LONGER * length(best);
    List<Block> blocks = better ? data : best;
    return new PageText(
        Standfirst.of(body, blocks, facts),
        List.copyOf(blocks),
        better ? "json-ld articleBody" : chosen.rule);
  }

  /** How much is taken out, the most first. */
  private enum Care {
    STRICT("densest text"),
    WITHOUT_CLASSES("densest text, whatever its classes"),
    LENIENT("densest text, with all that is in it");

    private final String rule;

    Care(String rule) {
      this.rule = rule;
    }
  }

  private static List<Block> read(Element body, Care care) {
    if (care == Care.STRICT) {
      body.getAllElements().stream()
          .filter(element -> !element.equals(body) && Clutter.isUnlikely(element))
          .toList()
          .reversed()
          .forEach(Element::remove);
    }
    Element content = new Element("div");
    MainContent.of(body).forEach(content::appendChild);
    if (care != Care.LENIENT) {
      ContentCleaner.clean(content);
    }
    return withoutEmptyHeadings(BlockReader.read(content));
  }

  /** The last headings have nothing under them. */
  private static List<Block> withoutEmptyHeadings(List<Block> blocks) {
    List<Block> kept = new ArrayList<>(blocks);
    while (!kept.isEmpty() && kept.getLast().kind() == Block.Kind.HEADING) {
      kept.removeLast();
    }
    return kept;
  }

  private static List<Block> articleBody(Facts facts) {
    String text = facts.articleBody();
    return text == null
        ? List.of()
        : text.lines()
            .map(String::strip)
            .filter(line -> !line.isEmpty())
            .map(line -> new Block(Block.Kind.PARAGRAPH, line, ""))
            .toList();
  }

  private static int length(List<Block> blocks) {
    return blocks.stream().mapToInt(block -> block.text().length()).sum();
  }
}
