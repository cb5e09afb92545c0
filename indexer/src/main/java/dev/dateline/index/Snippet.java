package dev.dateline.index;

import java.util.List;

/**
 * A piece of an article's text that shows where words of the query are. Text and offsets, no
 * markup.
 *
 * @param text the piece
 * @param spans where the words are, in order and without overlap
 */
public record Snippet(String text, List<Span> spans) {

  public Snippet {
    spans = List.copyOf(spans);
  }

  /**
   * A marked word.
   *
   * @param start the offset of its first UTF-16 unit in the text
   * @param end the offset after its last
   */
  public record Span(int start, int end) {}
}
