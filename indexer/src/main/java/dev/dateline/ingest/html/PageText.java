package dev.dateline.ingest.html;

import dev.dateline.ingest.reader.Block;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;

/**
 * The article's text on a page.
 *
 * @param standfirst the sentence or two under the headline, where it stands apart from the text
 * @param blocks the text, in the order of the page
 * @param rule how it was found
 * @param cuts what stood in the text, or would have, and was taken out
 */
record PageText(@Nullable String standfirst, List<Block> blocks, String rule, List<Cut> cuts) {

  /** With less text than this, in letters, a more lenient reading is tried. */
  private static final int SHORT = 250;

  /** The data of a page have the better text if that is longer by so much. Not fitted. */
  private static final double LONGER = 1.5;

  private static final Pattern TAG = Pattern.compile("</?(?:p|br|div|h[1-6]|li)\\b");

  /**
   * A piece of a page that was taken out.
   *
   * @param text its text, shortened
   * @param rule why
   */
  record Cut(String text, String rule) {}

  private record Reading(List<Block> blocks, String rule, List<Cut> cuts) {

    private int length() {
      return blocks.stream().mapToInt(block -> Prose.length(block.text())).sum();
    }

    private boolean isProse() {
      return blocks.stream().anyMatch(block -> Prose.isSentence(block.text()));
    }
  }

  static PageText of(
      Document page, Facts facts, @Nullable Fact headline, Predicate<String> isLabel) {
    Element whole = page.body().clone();
    Clutter.removeElements(whole);
    Element body = whole.clone();
    Clutter.removeUnseen(body);
    Reading best = read(body, facts, Care.STRICT);
    for (Care care : Care.values()) {
      if (best.length() < SHORT && care != Care.STRICT) {
        best = better(best, read(body, facts, care), 1);
      }
    }
    if (!best.isProse()) {
      best = better(best, read(whole, facts, Care.STRICT), 1);
    }
    best = better(best, data(facts.articleBody(), "json-ld articleBody"), LONGER);
    if (best.length() < SHORT) {
      best = better(best, data(ScriptText.of(page), "data in a script"), LONGER);
    }
    String standfirst = Standfirst.of(body, best.blocks(), facts, headline);
    List<Block> blocks = new ArrayList<>(LabelledLists.of(body, best.blocks(), isLabel));
    blocks.addAll(best.blocks());
    return new PageText(standfirst, List.copyOf(blocks), best.rule(), best.cuts());
  }

  private static Reading better(Reading one, Reading other, double longer) {
    return other.length() > longer * one.length() ? other : one;
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

  private static Reading read(Element whole, Facts facts, Care care) {
    Element body = whole.clone();
    Cuts cuts = new Cuts();
    if (care == Care.STRICT) {
      removeUnlikely(body, cuts);
      OtherArticles.removeAll(body, facts, cuts);
    }
    Element content = new Element("div");
    MainContent.of(body).forEach(content::appendChild);
    if (care != Care.LENIENT) {
      ContentCleaner.clean(content, cuts);
    }
    List<Block> blocks = Edges.without(BlockReader.read(content, cuts), facts, cuts);
    return new Reading(blocks, care.rule, cuts.all());
  }

  private static void removeUnlikely(Element body, Cuts cuts) {
    Measures measures = Measures.of(body);
    for (Element element : body.getAllElements().reversed()) {
      String rule = element.equals(body) ? null : Clutter.unlikelyRule(element);
      if (rule != null && measures.text(element) >= SHORT) {
        cuts.remove(element, rule);
      } else if (rule != null) {
        element.remove();
      }
    }
  }

  /** A text as the data of a page hold it: markup, or plain lines. */
  private static Reading data(@Nullable String text, String rule) {
    if (text == null) {
      return new Reading(List.of(), rule, List.of());
    }
    Cuts cuts = new Cuts();
    if (TAG.matcher(text).find()) {
      Element content = Jsoup.parseBodyFragment(text).body();
      Clutter.removeElements(content);
      ContentCleaner.clean(content, cuts);
      return new Reading(BlockReader.read(content, cuts), rule, cuts.all());
    }
    List<Block> blocks = new ArrayList<>();
    text.lines()
        .map(line -> Parser.unescapeEntities(line, false).strip())
        .filter(line -> !line.isEmpty())
        .forEach(line -> blocks.add(new Block(Block.Kind.PARAGRAPH, line, "")));
    return new Reading(blocks, rule, cuts.all());
  }
}
