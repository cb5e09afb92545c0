package dev.dateline.ingest.reader;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.parser.Tag;
import org.jsoup.select.NodeFilter;

/**
 * Reduces markup to paragraphs of plain text: each block element makes one, and scripts, styles and
 * the like are left out.
 */
public final class MarkupText implements NodeFilter {

  /** A tag, or a reference to a character: without one, a text is plain. */
  private static final Pattern MARKUP =
      Pattern.compile(
          "</?[a-zA-Z][^<>]*>|<!--|&(?:[a-zA-Z][a-zA-Z0-9]{1,31}|#\\d+|#[xX]\\p{XDigit}+);");

  /** A start tag: in broken HTML it may lack its end. */
  private static final Pattern TAG = Pattern.compile("<[a-zA-Z][^<>]*+>?");

  private static final Set<String> NO_TEXT =
      Set.of(
          "audio",
          "button",
          "canvas",
          "embed",
          "head",
          "iframe",
          "map",
          "math",
          "noscript",
          "object",
          "script",
          "select",
          "style",
          "svg",
          "template",
          "textarea",
          "video");

  /** What stands beside the text of a story: pictures with their captions, and hints at others. */
  private static final Set<String> BESIDE_STORY = Set.of("aside", "figure", "nav");

  private static final Pattern SPACE = Pattern.compile("[ \\t\\r\\f\\u00a0]+");
  private static final Pattern AROUND_LINE_END = Pattern.compile(" ?\\n ?");

  private final List<String> paragraphs = new ArrayList<>();
  private final StringBuilder paragraph = new StringBuilder();
  private final Set<String> besides;

  /**
   * @param besides the names of further elements that are left out
   */
  private MarkupText(Set<String> besides) {
    this.besides = besides;
  }

  /** The paragraphs of a text that may have markup in it. */
  public static List<String> paragraphs(String text) {
    return MARKUP.matcher(text).find() ? ofMarkup(text) : Texts.paragraphs(text);
  }

  /** The paragraphs of a piece of HTML. */
  public static List<String> ofMarkup(String html) {
    return paragraphs(parsed(html), Set.of());
  }

  /** The paragraphs of a story in HTML, without its pictures, their captions and what is beside. */
  public static List<String> ofStory(String html) {
    return paragraphs(parsed(html), BESIDE_STORY);
  }

  /** The same of an element. */
  public static List<String> ofStory(Element element) {
    return paragraphs(element, BESIDE_STORY);
  }

  /** The paragraphs of all that is in an element, of HTML or, whatever its prefix, of XHTML. */
  public static List<String> paragraphs(Element element) {
    return paragraphs(element, Set.of());
  }

  private static List<String> paragraphs(Element element, Set<String> besides) {
    MarkupText text = new MarkupText(besides);
    element.filter(text);
    text.endParagraph();
    return text.paragraphs;
  }

  private static Element parsed(String html) {
    // The time to build a tree of that many elements would grow faster than their number.
    boolean excessive = TAG.matcher(html).results().skip(Limits.ELEMENTS).findAny().isPresent();
    String bounded = excessive ? TAG.matcher(html).replaceAll(" ") : html;
    return Jsoup.parseBodyFragment(bounded).body();
  }

  @Override
  public FilterResult head(Node node, int depth) {
    if (node instanceof TextNode text) {
      paragraph.append(text.getWholeText().replace('\n', ' '));
    } else if (node instanceof Element element) {
      String name = name(element);
      if (depth > 0 && (NO_TEXT.contains(name) || besides.contains(name))) {
        return FilterResult.SKIP_ENTIRELY;
      }
      startOrEnd(name);
    }
    return FilterResult.CONTINUE;
  }

  @Override
  public FilterResult tail(Node node, int depth) {
    if (node instanceof Element element && !name(element).equals("br")) {
      startOrEnd(name(element));
    }
    return FilterResult.CONTINUE;
  }

  private void startOrEnd(String name) {
    if (name.equals("br")) {
      paragraph.append('\n');
    } else if (name.equals("td") || name.equals("th")) {
      paragraph.append(' ');
    } else if (!name.isEmpty() && Tag.valueOf(name).isBlock()) {
      endParagraph();
    }
  }

  /** Two line ends part paragraphs too: many write {@code <br><br>} for {@code <p>}. */
  private void endParagraph() {
    String lines = SPACE.matcher(paragraph).replaceAll(" ");
    for (String text : Texts.paragraphs(AROUND_LINE_END.matcher(lines).replaceAll("\n"))) {
      paragraphs.add(text);
    }
    paragraph.setLength(0);
  }

  /** The name without its prefix, which may be all there is: {@code <a:>}. */
  private static String name(Element element) {
    return element.tag().localName().toLowerCase(Locale.ROOT);
  }
}
