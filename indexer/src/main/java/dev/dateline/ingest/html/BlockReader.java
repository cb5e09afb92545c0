package dev.dateline.ingest.html;

import dev.dateline.ingest.reader.Block;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeTraversor;
import org.jsoup.select.NodeVisitor;

/** Reads a tree as the blocks that a browser would show. */
final class BlockReader implements NodeVisitor {

  /** A block with more of its text in links than this, and no sentence of its own, is a link. */
  private static final double LINKED = 0.8;

  private static final int LONGEST_LINK = 150;

  /** What calls for a look at something else, in any language, ends so. */
  private static final Pattern CALL = Pattern.compile("[:：|>»›→]\\s*$");

  private static final int LONGEST_CALL = 25;
  private static final int LONGEST_CALLED = 250;

  private final List<Block> blocks = new ArrayList<>();
  private final StringBuilder text = new StringBuilder();
  private final Cuts cuts;
  private Block.Kind kind = Block.Kind.PARAGRAPH;
  private int letters;
  private int linked;
  private int linkStart;
  private int links;
  private int bold;
  private int leadEnd;
  private boolean leadOpen = true;
  private int breaks;
  private int preformatted;

  private BlockReader(Cuts cuts) {
    this.cuts = cuts;
  }

  static List<Block> read(Element content, Cuts cuts) {
    BlockReader reader = new BlockReader(cuts);
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
        letters++;
        if (links > 0) {
          linkStart = linked == 0 ? text.length() - 1 : linkStart;
          linked++;
        }
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
    if (isLink(whole)) {
      cuts.add(whole, "link to something else");
    } else if (!whole.isEmpty()) {
      blocks.add(new Block(kind, whole, leadOpen ? whole : text.substring(0, leadEnd).strip()));
    }
    text.setLength(0);
    kind = Block.Kind.PARAGRAPH;
    letters = 0;
    linked = 0;
    linkStart = 0;
    leadEnd = 0;
    leadOpen = true;
    breaks = 0;
  }

  /** Whether there is nothing but a link to something else, perhaps after "Read more:". */
  private boolean isLink(String whole) {
    if (kind != Block.Kind.PARAGRAPH || linked == 0) {
      return false;
    }
    boolean called = linkStart <= LONGEST_CALL && CALL.matcher(text.substring(0, linkStart)).find();
    return called
        ? whole.length() < LONGEST_CALLED && letters - linked - linkStart <= LONGEST_CALL
        : whole.length() < LONGEST_LINK && linked >= LINKED * whole.length();
  }
}
