package dev.dateline.server.feed;

import java.util.List;
import java.util.stream.Collectors;

/** Plain text as HTML, for forms of feeds and answers that are read as HTML. */
public final class HtmlText {

  private HtmlText() {}

  /** A text in which nothing is markup. */
  public static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }

  /** An element for each paragraph. */
  public static String paragraphs(List<String> paragraphs) {
    return paragraphs.stream()
        .map(paragraph -> "<p>" + escaped(paragraph) + "</p>")
        .collect(Collectors.joining("\n"));
  }
}
