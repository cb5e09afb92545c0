package dev.dateline.ingest.feed;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.dateline.ingest.reader.MarkupText;
import dev.dateline.ingest.reader.Texts;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** The text of an element of a feed: plain, or markup that is escaped, encoded, or stands in it. */
final class FeedText {

  private FeedText() {}

  /** The paragraphs, as plain text. */
  static List<String> paragraphs(Element element) {
    String type = element.attr("type").strip().toLowerCase(Locale.ROOT);
    String mode = element.attr("mode").strip().toLowerCase(Locale.ROOT);
    String text = element.wholeText();
    if (mode.equals("base64") || (isOtherMedia(type) && element.childrenSize() == 0)) {
      String decoded = decoded(text);
      return decoded == null ? List.of() : MarkupText.paragraphs(decoded);
    }
    if (element.childrenSize() > 0) {
      return MarkupText.paragraphs(element);
    }
    if (type.equals("html") || type.equals("text/html") || type.contains("xhtml")) {
      return MarkupText.ofMarkup(text);
    }
    boolean plain = type.startsWith("text") || FeedElements.name(element).startsWith("atom:");
    return plain ? Texts.paragraphs(text) : MarkupText.paragraphs(text);
  }

  /** The text in one line. */
  static String line(Element element) {
    return String.join(" ", paragraphs(element)).replaceAll("\\s+", " ").strip();
  }

  /** Whether Atom has the content in Base64: media that are neither text nor XML. */
  private static boolean isOtherMedia(String type) {
    return type.indexOf('/') > 0
        && !type.startsWith("text/")
        && !type.endsWith("/xml")
        && !type.endsWith("+xml");
  }

  private static @Nullable String decoded(String text) {
    try {
      String decoded = new String(Base64.getMimeDecoder().decode(text), UTF_8);
      return decoded.indexOf('\uFFFD') >= 0 ? null : decoded;
    } catch (IllegalArgumentException notBase64) {
      return null;
    }
  }
}
