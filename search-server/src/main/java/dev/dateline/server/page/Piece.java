package dev.dateline.server.page;

import dev.dateline.index.Snippet;
import java.util.ArrayList;
import java.util.List;

/**
 * A stretch of text that is marked as a whole, or not.
 *
 * @param text plain text, which the template escapes
 * @param marked whether it is a word of the query
 */
public record Piece(String text, boolean marked) {

  /** The snippet from its start to its end, cut at the marks. */
  static List<Piece> of(Snippet snippet) {
    List<Piece> pieces = new ArrayList<>();
    String text = snippet.text();
    int done = 0;
    for (Snippet.Span span : snippet.spans()) {
      if (span.start() > done) {
        pieces.add(new Piece(text.substring(done, span.start()), false));
      }
      pieces.add(new Piece(text.substring(span.start(), span.end()), true));
      done = span.end();
    }
    if (done < text.length()) {
      pieces.add(new Piece(text.substring(done), false));
    }
    return pieces;
  }
}
