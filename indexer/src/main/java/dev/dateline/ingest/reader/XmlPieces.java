package dev.dateline.ingest.reader;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.parser.Parser;
import org.jsoup.parser.StreamParser;
import org.jspecify.annotations.Nullable;

/**
 * XML documents of any length that are read piece by piece, each of which is forgotten when it has
 * been read. Of what stands outside the pieces only the beginning is kept. jsoup reads XML as it
 * comes, also where it is broken, and knows no entities but those of HTML: what a DOCTYPE defines
 * or refers to is never looked at.
 *
 * @param document what such a document is called in messages, such as {@code feed}
 * @param piece what a piece is called in messages, such as {@code entry}
 * @param names the names of the elements that are pieces, in lower case and without prefixes
 */
public record XmlPieces(String document, String piece, Set<String> names) {

  private static final Pattern ROOT =
      Pattern.compile(
          "(?:\\s++|<\\?[^>]*+>|<!--(?s:.)*?-->|<!DOCTYPE[^\\[>]*+(?:\\[[^\\]]*+\\]\\s*+)?+>){0,50}+"
              + "<(?:[\\w.-]++:)?(?<name>[\\w.-]++)[\\s>/]",
          Pattern.CASE_INSENSITIVE);

  /** Makes an outcome of a piece, which still stands in its document. */
  @FunctionalInterface
  public interface Maker {
    Outcome outcome(Element piece, String where);
  }

  /** The name of the outermost element of an input, as {@link #name}, or null if it is no XML. */
  public static @Nullable String root(Input input) {
    if (!input.start().startsWith("<")) {
      return null;
    }
    Matcher root = ROOT.matcher(input.start());
    return root.lookingAt() ? root.group("name").toLowerCase(Locale.ROOT) : null;
  }

  /** The name of an element in lower case, without its prefix. */
  public static String name(Element element) {
    return element.tag().localName().toLowerCase(Locale.ROOT);
  }

  private boolean isPiece(Element element) {
    return names.contains(name(element));
  }

  /**
   * Reads a document.
   *
   * @return how many pieces there were, with those that are broken
   * @throws IOException if the input cannot be read to its end
   */
  public int read(Input input, Maker maker, Consumer<Outcome> outcomes) throws IOException {
    return new Reading(input, maker, outcomes).read();
  }

  /** The reading of one document. */
  private final class Reading {

    private final String file;
    private final AllowanceReader text;
    private final Maker maker;
    private final Consumer<Outcome> outcomes;
    private final OpenPieces around = new OpenPieces(XmlPieces.this::isPiece);
    private int pieces;

    /** A piece without an end tag: whether the document goes on after it is not known yet. */
    private @Nullable Element open;

    /** What is in it. */
    private OpenPieces.Content inOpen = OpenPieces.Content.empty();

    Reading(Input input, Maker maker, Consumer<Outcome> outcomes) throws IOException {
      this.file = input.name();
      this.text = new AllowanceReader(input.text(), Limits.ARTICLE_LENGTH);
      this.maker = maker;
      this.outcomes = outcomes;
    }

    int read() throws IOException {
      Parser xml = Parser.xmlParser().setTrackPosition(true);
      try (StreamParser parser = new StreamParser(xml).parse(text, "")) {
        Iterator<Element> all = parser.iterator();
        for (Element element = next(all); element != null; element = next(all)) {
          take(element);
        }
      } catch (AllowanceReader.UsedUpException tooLong) {
        ends(Limits.TOO_LONG);
      }
      return pieces;
    }

    /** The next element that has ended, or null at the end of the document. */
    private static @Nullable Element next(Iterator<Element> all) throws IOException {
      try {
        return all.hasNext() ? all.next() : null;
      } catch (UncheckedIOException e) {
        throw e.getCause();
      }
    }

    /** Takes an element that has ended. What is too much is forgotten at once. */
    private void take(Element element) {
      OpenPieces.Content content = around.end(element);
      boolean outermost = element.parent() == null || element.parent().parent() == null;
      if (isPiece(element)) {
        takePiece(element, content);
      } else if (around.isOutside()) {
        text.renew();
        if (content.excess() != null && element.childrenSize() == 0 && !outermost) {
          remove(element);
        }
      } else if (content.excess() != null) {
        text.renew();
        removeAllTo(element);
      }
      if (outermost) {
        end(element);
      }
    }

    private void takePiece(Element piece, OpenPieces.Content inside) {
      flush();
      if (piece.endSourceRange().isImplicit()
          && (piece.childrenSize() > 0 || inside.excess() != null)) {
        open = piece;
        inOpen = inside;
      } else {
        add(piece, inside);
      }
      text.renew();
    }

    private void add(Element element, OpenPieces.Content inside) {
      pieces++;
      String where = where(pieces);
      String excess = inside.excess();
      outcomes.accept(
          excess == null
              ? Outcomes.safely(file, where, () -> maker.outcome(element, where))
              : new Outcome.Malformed(file, where, excess));
      remove(element);
    }

    /** With what stands before it: that of a long document would pile up. */
    private static void remove(Element element) {
      for (Node before = element.previousSibling();
          before != null && !(before instanceof Element);
          before = element.previousSibling()) {
        before.remove();
      }
      element.remove();
    }

    /**
     * With all that stands before it in the same element, of a piece that is lost. One after the
     * other would take long, as jsoup counts all siblings anew each time.
     */
    private static void removeAllTo(Element element) {
      Element parent = element.parent();
      if (parent != null) {
        List<Node> after = new ArrayList<>();
        for (Node next = element.nextSibling(); next != null; next = next.nextSibling()) {
          after.add(next);
        }
        parent.empty();
        parent.appendChildren(after);
      }
    }

    private void flush() {
      if (open != null) {
        add(open, inOpen);
        open = null;
      }
    }

    /** The outermost element ends: without an end tag the document is cut off. */
    private void end(Element outermost) {
      if (outermost.parent() != null && outermost.endSourceRange().isImplicit()) {
        pieces++;
        String reason = "the " + document + " is cut off before its end";
        String where = open == null ? "" : where(pieces);
        outcomes.accept(new Outcome.Malformed(file, where, reason));
        open = null;
      } else {
        flush();
      }
    }

    private void ends(String reason) {
      pieces++;
      outcomes.accept(
          new Outcome.Malformed(
              file, where(pieces), reason + "; what follows in the file was not read"));
    }

    private String where(int number) {
      return piece + " " + number;
    }
  }
}
