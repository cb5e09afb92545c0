package dev.dateline.article;

/**
 * A labelled part of an article that has no field of its own, such as "By the numbers".
 *
 * @param label the label as the page shows it, without a trailing colon; not searched
 * @param text the text under the label, paragraphs apart by an empty line; searched
 */
public record Part(String label, String text) {

  public Part {
    if (text.isBlank()) {
      throw new IllegalArgumentException("the part \"" + label + "\" has no text");
    }
  }
}
