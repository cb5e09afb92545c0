package dev.dateline.server.page;

import dev.dateline.index.Snippet;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A stretch of text that is marked as a whole, or not.
 *
 * @param text plain text, which the template escapes
 * @param marked whether it is a word of the query
 */
public record Piece(String text, boolean marked) {

  private static final Pattern BETWEEN_PARAGRAPHS = Pattern.compile("\\R\\s*\\R");

  /** The snippet from its start to its end, cut at the marks. */
  static List<Piece> of(Snippet snippet) {
    return of(snippet, 0, snippet.text().length());
  }

  /** Each paragraph of the snippet. */
  static List<List<Piece>> paragraphs(Snippet snippet) {
    List<List<Piece>> paragraphs = new ArrayList<>();
    Matcher between = BETWEEN_PARAGRAPHS.matcher(snippet.text());
    int start = 0;
    while (between.find()) {
      paragraphs.add(of(snippet, start, between.start()));
      start = between.end();
    }
    paragraphs.add(of(snippet, start, snippet.text().length()));
    paragraphs.removeIf(pieces -> pieces.stream().allMatch(piece -> piece.text().isBlank()));
    return paragraphs;
  }

  private static List<Piece> of(Snippet snippet, int start, int end) {
    List<Piece> pieces = new ArrayList<>();
    String text = snippet.text();
    int done = start;
    for (Snippet.Span span : snippet.spans()) {
      if (span.start() < done || span.end() > end) {
        continue;
      }
      if (span.start() > done) {
        pieces.add(new Piece(text.substring(done, span.start()), false));
      }
      pieces.add(new Piece(text.substring(span.start(), span.end()), true));
      done = span.end();
    }
    if (done < end) {
      pieces.add(new Piece(text.substring(done, end), false));
    }
    return pieces;
  }
}
