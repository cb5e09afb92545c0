package dev.dateline.ingest.markdown;

import dev.dateline.ingest.reader.Block;
import dev.dateline.ingest.reader.MarkupText;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.ext.gfm.tables.TableRow;
import org.commonmark.node.Code;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.ListItem;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.StrongEmphasis;
import org.commonmark.node.Text;

/**
 * Reads a tree as the blocks that a reader would see. Code is text; of a link its text stays; the
 * description of an image is left out, as it is on a page.
 */
final class MarkdownBlocks {

  private static final Pattern LINE_BREAK = Pattern.compile("(?i)<br\\b[^>]*>");

  private final List<Block> blocks = new ArrayList<>();
  private final StringBuilder text = new StringBuilder();
  private Block.Kind kind = Block.Kind.PARAGRAPH;
  private int bold;
  private int leadEnd;
  private boolean leadOpen = true;

  private MarkdownBlocks() {}

  static List<Block> of(Node document) {
    MarkdownBlocks reader = new MarkdownBlocks();
    reader.walk(document);
    reader.end();
    return reader.blocks;
  }

  /** Goes through all nodes in their order, without calls as deep as the tree. */
  private void walk(Node document) {
    Node node = document;
    while (node != null) {
      open(node);
      Node next = node instanceof Image ? null : node.getFirstChild();
      while (next == null && node != null) {
        close(node);
        next = node.equals(document) ? null : node.getNext();
        node = node.equals(document) ? null : node.getParent();
      }
      node = next;
    }
  }

  private void open(Node node) {
    switch (node) {
      case Text characters -> append(characters.getLiteral());
      case Code code -> append(code.getLiteral());
      case SoftLineBreak end -> append(" ");
      case HardLineBreak end -> append("\n");
      case HtmlInline tag -> append(LINE_BREAK.matcher(tag.getLiteral()).matches() ? "\n" : "");
      case StrongEmphasis strong -> bold++;
      case Heading heading -> begin(Block.Kind.HEADING);
      case ListItem item -> begin(Block.Kind.ITEM);
      case FencedCodeBlock code -> add(code.getLiteral());
      case IndentedCodeBlock code -> add(code.getLiteral());
      case HtmlBlock html -> MarkupText.ofMarkup(html.getLiteral()).forEach(this::add);
      case TableRow row -> begin(Block.Kind.PARAGRAPH);
      default -> {}
    }
  }

  private void close(Node node) {
    switch (node) {
      case StrongEmphasis strong -> bold--;
      case TableCell cell -> append(" ");
      case Paragraph paragraph -> end();
      case Heading heading -> end();
      case ListItem item -> end();
      case TableRow row -> end();
      default -> {}
    }
  }

  private void append(String characters) {
    text.append(characters);
    if (!characters.isBlank()) {
      leadOpen &= bold > 0;
      leadEnd = leadOpen ? text.length() : leadEnd;
    }
  }

  private void add(String whole) {
    begin(Block.Kind.PARAGRAPH);
    append(whole);
    end();
  }

  private void begin(Block.Kind next) {
    end();
    kind = next;
  }

  private void end() {
    String whole = text.toString().strip();
    if (!whole.isEmpty()) {
      blocks.add(new Block(kind, whole, text.substring(0, leadEnd).strip()));
    }
    text.setLength(0);
    kind = Block.Kind.PARAGRAPH;
    leadEnd = 0;
    leadOpen = true;
  }
}
