package dev.dateline.ingest.reader;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Predicate;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.Range;
import org.jsoup.nodes.TextNode;
import org.jspecify.annotations.Nullable;

/**
 * Knows of elements, which are told of where they end, in which piece of a document they stand, and
 * how much has ended in it. Each element is looked at once, however deep they are nested.
 */
final class OpenPieces {

  /** What a document says of itself. Real ones have some dozen elements. Not fitted. */
  private static final int MOST_OUTSIDE = 500;

  private final Predicate<Element> isPiece;
  private final Deque<Open> open = new ArrayDeque<>();
  private final Content outside = new Content(MOST_OUTSIDE);

  /** The innermost open element of which the innermost open piece around or at it is known. */
  private @Nullable Element known;

  /**
   * @param known what was known when the piece was found
   */
  private record Open(Element piece, Content content, @Nullable Element known) {}

  /** What has ended in a piece, or outside all. */
  static final class Content {

    private final int most;
    private int elements;
    private long characters;

    private Content(int most) {
      this.most = most;
    }

    /** Nothing, and room for what a piece may hold. */
    static Content empty() {
      return new Content(Limits.ELEMENTS);
    }

    private void add(Element element) {
      elements++;
      Range start = element.sourceRange();
      characters += start.endPos() - start.startPos();
      for (Node child : element.childNodes()) {
        characters += child instanceof TextNode text ? text.getWholeText().length() : 0;
      }
    }

    /** Why it is too much to be held in memory, or null. */
    @Nullable String excess() {
      if (elements > most) {
        return Limits.TOO_MANY_ELEMENTS;
      }
      return characters > Limits.ARTICLE_LENGTH ? Limits.TOO_LONG : null;
    }
  }

  OpenPieces(Predicate<Element> isPiece) {
    this.isPiece = isPiece;
  }

  /**
   * Takes the next element that has ended.
   *
   * @return what is in it, if it is a piece; else what is in the one around it, with itself
   */
  Content end(Element element) {
    Content inside = Content.empty();
    Open top = open.peek();
    if (top != null && top.piece.equals(element)) {
      inside = open.pop().content;
      known = top.known;
    }
    if (element.equals(known)) {
      known = element.parent();
    } else {
      lookAround(element.parent());
    }
    if (isPiece.test(element)) {
      return inside;
    }
    Content around = isOutside() ? outside : open.element().content;
    around.add(element);
    return around;
  }

  /** Whether what ended last stands in no other piece. */
  boolean isOutside() {
    return open.isEmpty();
  }

  private void lookAround(@Nullable Element parent) {
    Element around = parent;
    while (around != null && !around.equals(known) && !isPiece.test(around)) {
      around = around.parent();
    }
    if (around != null && !around.equals(known)) {
      open.push(new Open(around, Content.empty(), known));
    }
    known = parent;
  }
}
