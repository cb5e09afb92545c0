package dev.dateline.ingest.html;

import dev.dateline.ingest.reader.Block;
import java.util.ArrayList;
import java.util.List;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeTraversor;
import org.jsoup.select.NodeVisitor;

/** Reads a tree as the blocks that a browser would show. */
public final class BlockReader implements NodeVisitor {

  /** A block with more of its text in links than this, and no sentence of its own, is a link. */
  private static final double LINKED = 0.8;

  private final List<Block> blocks = new ArrayList<>();
  private final StringBuilder text = new StringBuilder();
  private Block.Kind kind = Block.Kind.PARAGRAPH;
  private int linked;
  private int links;
  private int bold;
  private int leadEnd;
  private boolean leadOpen = true;
  private int breaks;
  private int preformatted;

  private BlockReader() {}

  static List<Block> read(Element content) {
    BlockReader reader = new BlockReader();
    NodeTraversor.traverse(reader, content);
    reader.end();
    return reader.blocks;
  }

  @Override
  public void head(Node node, int depth) {
    if (node instanceof TextNode characters) {
      append(characters.getWholeText());
    } else if (node instanceof Element element) {
      open(element);
    }
  }

  private void open(Element element) {
    switch (element.normalName()) {
      case "br" -> {
        if (++breaks > 1) {
          end();
        } else if (!text.isEmpty()) {
          text.append('\n');
        }
      }
      case "a" -> links++;
      case "b", "strong" -> bold++;
      case "pre" -> {
        end();
        preformatted++;
      }
      case "h1", "h2", "h3", "h4", "h5", "h6" -> {
        end();
        kind = Block.Kind.HEADING;
      }
      case "li" -> {
        end();
        kind = Block.Kind.ITEM;
      }
      case "td", "th" -> {
        if (!text.isEmpty()) {
          text.append(' ');
        }
      }
      default -> {
        if (element.isBlock()) {
          Block.Kind outer = kind;
          boolean untouched = text.isEmpty();
          end();
          // A paragraph that begins an item is that item.
          kind = untouched ? outer : kind;
        }
      }
    }
  }

  @Override
  public void tail(Node node, int depth) {
    if (!(node instanceof Element element)) {
      return;
    }
    switch (element.normalName()) {
      case "a" -> links--;
      case "b", "strong" -> bold--;
      case "pre" -> {
        end();
        preformatted--;
      }
      case "br", "td", "th" -> {}
      default -> {
        if (element.isBlock()) {
          end();
        }
      }
    }
  }

  private void append(String characters) {
    for (int i = 0; i < characters.length(); i++) {
      char c = characters.charAt(i);
      if (isSpace(c)) {
        if (preformatted > 0 && c == '\n' && !text.isEmpty()) {
          text.append('\n');
        } else if (!text.isEmpty() && !Character.isWhitespace(text.charAt(text.length() - 1))) {
          text.append(' ');
        }
      } else {
        breaks = 0;
        text.append(c);
        linked += links > 0 ? 1 : 0;
        leadOpen &= bold > 0;
        leadEnd = leadOpen ? text.length() : leadEnd;
      }
    }
  }

  private static boolean isSpace(char c) {
    return Character.isWhitespace(c) || c == '\u00a0' || c == '\u200b' || c == '\ufeff';
  }

  private void end() {
    String whole = text.toString().strip();
    if (!whole.isEmpty() && !isLink(whole)) {
      blocks.add(new Block(kind, whole, leadOpen ? whole : text.substring(0, leadEnd).strip()));
    }
    text.setLength(0);
    kind = Block.Kind.PARAGRAPH;
    linked = 0;
    leadEnd = 0;
    leadOpen = true;
    breaks = 0;
  }

  private boolean isLink(String whole) {
    return linked >= LINKED * whole.length()
        && whole.length() < 150
        && kind == Block.Kind.PARAGRAPH;
  }
}
