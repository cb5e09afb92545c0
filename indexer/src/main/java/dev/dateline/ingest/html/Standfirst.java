package dev.dateline.ingest.html;

import dev.dateline.ingest.reader.Block;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * Finds the sentence or two between the headline and the text: what the page's description repeats,
 * or what is so called by its class.
 */
final class Standfirst {

  private static final int SHORTEST = 20;
  private static final int LONGEST = 600;

  private static final Pattern CALLED =
      Pattern.compile(
          "stand-?first|sub-?title|\\bdeck?\\b|sub-?head|strap-?line|\\bexcerpt|\\bsummary|\\bledes?\\b"
              + "|\\bdesc(?:ription)?\\b|\\bintro(?:duction)?\\b|tag-?line|lead-?(?:text|paragraph)|article-?-lead|\\bchap[eô]"
              + "|\\bchapo\\b|entradilla|\\bbajada|\\bingress|vorspann|\\bsumario|sommario",
          Pattern.CASE_INSENSITIVE);

  private Standfirst() {}

  static @Nullable String of(
      Element body, List<Block> blocks, Facts facts, @Nullable Fact headline) {
    Set<String> titles = titles(facts, headline);
    Set<String> descriptions = words(facts, Property.DESCRIPTION);
    String text =
        blocks.stream().map(block -> Headline.words(block.text())).collect(Collectors.joining(" "));
    Measures measures = Measures.of(body);
    boolean below = false;
    for (Element element : body.getAllElements()) {
      int length = measures.text(element);
      if (length > LONGEST * 2) {
        continue;
      }
      String words = length < 3 ? "" : Headline.words(element.text());
      if (!below) {
        below = (element.nameIs("h1") || element.nameIs("h2")) && titles.contains(words);
      } else if (!words.isEmpty() && (text.startsWith(words) && length >= SHORTEST)) {
        return null;
      } else if (length >= SHORTEST
          && length <= LONGEST
          && measures.linkDensity(element) < 0.3
          && !titles.contains(words)
          && (descriptions.contains(words) || isCalled(element))) {
        return text.contains(words) ? null : element.text();
      }
    }
    return null;
  }

  /** The wordings of the headline: a heading counts only if something else on the page has it. */
  private static Set<String> titles(Facts facts, @Nullable Fact headline) {
    Set<String> titles = new HashSet<>();
    if (headline != null) {
      titles.add(Headline.words(headline.value()));
    }
    facts.of(Property.TITLE).stream()
        .filter(title -> !title.rule().equals(Headline.HEADING))
        .forEach(title -> titles.add(Headline.words(title.value())));
    return titles;
  }

  private static Set<String> words(Facts facts, Property property) {
    Set<String> words = new HashSet<>();
    facts.of(property).forEach(fact -> words.add(Headline.words(fact.value())));
    return words;
  }

  private static boolean isCalled(Element element) {
    return element.attr("itemprop").matches("description|alternativeHeadline")
        || CALLED.matcher(Clutter.names(element)).find();
  }
}
