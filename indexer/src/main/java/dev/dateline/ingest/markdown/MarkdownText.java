package dev.dateline.ingest.markdown;

import dev.dateline.ingest.reader.Block;
import java.util.List;
import java.util.regex.Pattern;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.parser.Parser;

/** Reads a text in CommonMark, with the tables of GitHub, as blocks of plain text. */
final class MarkdownText {

  /** The deepest nesting of quotes and lists; what is deeper is text. */
  private static final int DEEPEST = 50;

  /**
   * The most marks in a paragraph: the time to read one grows with the square of their number. Real
   * paragraphs have some dozen.
   */
  private static final int MOST_MARKS = 1_000;

  private static final Pattern MARKS = Pattern.compile("[\\[\\]!*_`<>&~|]");

  /** The first line of what is certainly no further line of a paragraph. */
  private static final Pattern NEW_BLOCK = Pattern.compile(" {0,3}(?:[-*+]|#{1,6})\\s.*");

  private static final Parser PARSER =
      Parser.builder()
          .extensions(List.of(TablesExtension.create()))
          .maxOpenBlockParsers(DEEPEST)
          .build();

  private MarkdownText() {}

  static List<Block> blocks(String markdown) {
    return MarkdownBlocks.of(PARSER.parse(bounded(markdown)));
  }

  /** Takes the marks out of paragraphs that have too many of them. */
  private static String bounded(String markdown) {
    StringBuilder all = new StringBuilder(markdown.length());
    StringBuilder paragraph = new StringBuilder();
    for (String line : (Iterable<String>) markdown.lines()::iterator) {
      if (line.isBlank() || NEW_BLOCK.matcher(line).matches()) {
        addTo(all, paragraph);
      }
      paragraph.append(line).append('\n');
    }
    addTo(all, paragraph);
    return all.toString();
  }

  private static void addTo(StringBuilder all, StringBuilder paragraph) {
    boolean excessive = MARKS.matcher(paragraph).results().skip(MOST_MARKS).findAny().isPresent();
    all.append(excessive ? MARKS.matcher(paragraph).replaceAll(" ") : paragraph);
    paragraph.setLength(0);
  }
}
