package dev.dateline.ingest.html;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * Finds the elements that hold the article's text, as Mozilla's Readability does: paragraphs give
 * points to the elements around them, for their length and their commas, and links take points
 * away. The constants are Readability's.
 */
final class MainContent {

  private static final int SHORTEST = 25;
  private static final int LEVELS = 5;
  private static final int CANDIDATES = 5;
  private static final int FEWEST_ALIKE = 3;
  private static final double ALIKE = 0.75;

  /** A wider element has so much more text in paragraphs, and so much of the more is in them. */
  private static final double WIDER = 0.25;

  private static final double PROSE = 0.75;

  private static final Set<String> SCORED =
      Set.of("section", "h2", "h3", "h4", "h5", "h6", "p", "td", "pre");

  private static final String BLOCKS =
      "blockquote, dl, div, img, ol, p, pre, table, ul, section, article, h1, h2, h3, h4, h5, h6";

  private static final Pattern POSITIVE =
      Pattern.compile(
          "article|body|content|entry|hentry|h-entry|main|page|pagination|post|text|blog|story",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern NEGATIVE =
      Pattern.compile(
          "-ad-|hidden|^hid$| hid$| hid |^hid"
              + " |banner|combx|comment|com-|contact|footer|gdpr|masthead"
              + "|media|meta|outbrain|promo|related|scroll|share|shoutbox|sidebar|skyscraper|sponsor"
              + "|shopping|tags|widget",
          Pattern.CASE_INSENSITIVE);

  private final Measures measures;
  private final Map<Element, Double> scores = new HashMap<>();

  private MainContent(Element body) {
    this.measures = Measures.of(body);
  }

  /** The elements with the article's text in the order of the page; empty if there is no text. */
  static List<Element> of(Element body) {
    MainContent content = new MainContent(body);
    content.scoreAll(body);
    Element top = content.top(body);
    return top == null ? List.of(body) : content.withSiblings(content.widened(top, body));
  }

  private void scoreAll(Element body) {
    for (Element element : body.getAllElements()) {
      if (isScored(element) && measures.text(element) >= SHORTEST) {
        double points = 2 + measures.commas(element) + Math.min(measures.text(element) / 100, 3);
        Element ancestor = element.parent();
        for (int level = 0;
            level < LEVELS && ancestor != null && !ancestor.equals(body.parent());
            level++) {
          double share = level == 0 ? 1 : level == 1 ? 2 : level * 3;
          Element scored = ancestor;
          scores.merge(
              scored,
              points / share + (scores.containsKey(scored) ? 0 : initial(scored)),
              Double::sum);
          ancestor = ancestor.parent();
        }
      }
    }
    scores.replaceAll((element, score) -> score * (1 - measures.linkDensity(element)));
  }

  private static boolean isScored(Element element) {
    return SCORED.contains(element.normalName()) || (element.nameIs("div") && noBlocks(element));
  }

  private static boolean noBlocks(Element element) {
    return element.selectStream(BLOCKS).limit(2).count() == 1;
  }

  private static double initial(Element element) {
    double score =
        switch (element.normalName()) {
          case "div", "article", "main" -> 5;
          case "pre", "td", "blockquote" -> 3;
          case "address", "ol", "ul", "dl", "dd", "dt", "li", "form" -> -3;
          case "h1", "h2", "h3", "h4", "h5", "h6", "th" -> -5;
          default -> 0;
        };
    return score
        + classWeight(element)
        + (element.attr("itemprop").equalsIgnoreCase("articleBody") ? 50 : 0);
  }

  static int classWeight(Element element) {
    return weight(element.className()) + weight(element.id());
  }

  private static int weight(String names) {
    return names.isEmpty()
        ? 0
        : (POSITIVE.matcher(names).find() ? 25 : 0) - (NEGATIVE.matcher(names).find() ? 25 : 0);
  }

  private @Nullable Element top(Element body) {
    List<Element> best =
        scores.keySet().stream()
            .sorted(Comparator.comparingDouble((Element e) -> -score(e)))
            .limit(CANDIDATES)
            .toList();
    if (best.isEmpty()) {
      return null;
    }
    Element top = commonOf(best);
    double last = score(top);
    double least = last / 3;
    for (Element parent = top.parent();
        parent != null && !parent.equals(body);
        parent = parent.parent()) {
      if (scores.containsKey(parent)) {
        if (score(parent) < least) {
          break;
        }
        if (score(parent) > last) {
          top = parent;
          break;
        }
        last = score(parent);
      }
    }
    while (!top.equals(body)
        && top.parent() != null
        && !body.equals(top.parent())
        && top.parent().childrenSize() == 1) {
      top = top.parent();
    }
    return top;
  }

  /** The element around all parts of a text that a page has cut, by advertisements for instance. */
  private Element widened(Element top, Element body) {
    Element widest = top;
    for (Element parent = top.parent(); parent != null; parent = parent.parent()) {
      int more = measures.paragraphText(parent) - measures.paragraphText(widest);
      int around = measures.text(parent) - measures.text(widest);
      if (more > WIDER * measures.paragraphText(widest) && more > PROSE * around) {
        widest = parent;
      }
      if (parent.equals(body)) {
        break;
      }
    }
    return widest;
  }

  /** An element around several of the best, if they are about as good as the best one. */
  private Element commonOf(List<Element> best) {
    Element top = best.getFirst();
    List<Set<Element>> others = new ArrayList<>();
    for (Element other : best.subList(1, best.size())) {
      if (score(other) >= ALIKE * score(top)) {
        others.add(new LinkedHashSet<>(other.parents()));
      }
    }
    if (others.size() < FEWEST_ALIKE) {
      return top;
    }
    for (Element parent = top.parent();
        parent != null && !parent.nameIs("body");
        parent = parent.parent()) {
      Element around = parent;
      if (others.stream().filter(parents -> parents.contains(around)).count() >= FEWEST_ALIKE) {
        return around;
      }
    }
    return top;
  }

  private double score(Element element) {
    return scores.getOrDefault(element, 0.0);
  }

  private List<Element> withSiblings(Element top) {
    Element parent = top.parent();
    if (parent == null || top.nameIs("body")) {
      return List.of(top);
    }
    double threshold = Math.max(10, score(top) * 0.2);
    List<Element> content = new ArrayList<>();
    for (Element sibling : parent.children()) {
      if (sibling.equals(top) || belongs(sibling, top, threshold)) {
        content.add(sibling);
      }
    }
    return content;
  }

  private boolean belongs(Element sibling, Element top, double threshold) {
    boolean alike = !top.className().isEmpty() && sibling.className().equals(top.className());
    if (scores.containsKey(sibling)
        && score(sibling) + (alike ? score(top) * 0.2 : 0) >= threshold) {
      return true;
    }
    int length = measures.text(sibling);
    double links = measures.linkDensity(sibling);
    return sibling.nameIs("p")
        && (length > 80
            ? links < 0.25
            : length > 0 && links == 0 && sibling.text().matches("(?s).*\\.(?: .*|$)"));
  }
}
