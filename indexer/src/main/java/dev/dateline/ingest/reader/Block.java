package dev.dateline.ingest.reader;

/**
 * A block of the text of a page.
 *
 * @param kind what it is on the page
 * @param text its text, white space as a browser shows it; lines apart by {@code \n}; not blank
 * @param lead how it begins in bold, such as {@code Why it matters:}, or empty
 */
public record Block(Kind kind, String text, String lead) {

  /** What a block is on the page. */
  public enum Kind {
    HEADING,
    PARAGRAPH,
    ITEM
  }
}
