package dev.dateline.ingest.html;

import dev.dateline.ingest.reader.Block;
import java.util.List;
import java.util.function.Predicate;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;

/** A web page, read for the one article on it. Not safe for use by several threads. */
public final class Page {

  /** More than this is no page that a person reads; real ones have under 50,000. */
  private static final int MOST_TAGS = 400_000;

  /**
   * Deeper elements are read as if they were less deep. With jsoup's own limit of 512 a hostile
   * page takes 13 s, with this one 4 s, and the pages of docs/adr/0005 give the same text.
   */
  private static final int DEEPEST = 128;

  private final Document document;
  private final Facts facts;

  private Page(Document document) {
    this.document = document;
    this.facts = new Facts(document);
  }

  /**
   * Reads a page whose character set is decided as browsers do. Anything is a page; what is nested
   * deeper than jsoup's limit is read as if it were less deep.
   *
   * @param charset the name of the character set that it was delivered with, or null
   * @return the page, or null if it has so many tags that it would take too much memory
   */
  static @Nullable Page parse(byte[] html, @Nullable String charset) {
    return parse(Charsets.decode(html, charset));
  }

  /**
   * Reads a page that is decoded already, as one in a mail.
   *
   * @return the page, or null if it has so many tags that it would take too much memory
   */
  public static @Nullable Page parse(String text) {
    return text.chars().filter(c -> c == '<').limit(MOST_TAGS + 1L).count() > MOST_TAGS
        ? null
        : new Page(Jsoup.parse(text, Parser.htmlParser().setMaxDepth(DEEPEST)));
  }

  /** All that the page says of a property, the best first. */
  List<Fact> facts(Property property) {
    return facts.of(property);
  }

  /** The headline without the site's name, or null if there is none. */
  @Nullable Fact headline() {
    return Headline.of(facts.of(Property.TITLE), facts.of(Property.SITE));
  }

  /** All that a reader of the page sees, where all of it is the article, as in a mail. */
  public List<Block> allText() {
    Element body = document.body().clone();
    Clutter.removeUnseen(body);
    // What is linked is not apart from the text: in newsletters the headlines are links.
    body.select("a").unwrap();
    return BlockReader.read(body, new Cuts());
  }

  /**
   * The article's text, without what is around it.
   *
   * @param isLabel whether a line is a known label, so that the list under it is of the article
   */
  PageText text(Predicate<String> isLabel) {
    return PageText.of(document, facts, headline(), isLabel);
  }
}
