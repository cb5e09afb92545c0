package dev.dateline.server.feed;

import java.time.Instant;

/** Writes Atom 1.0 (RFC 4287), with the links of RFC 5005 to what is older. */
final class AtomFeed {

  private AtomFeed() {}

  static byte[] write(Feed feed) {
    Xml xml = new Xml();
    xml.open("feed", "xmlns", "http://www.w3.org/2005/Atom")
        .element("id", feed.id())
        .element("title", feed.title())
        .element("updated", feed.updated().toString())
        .element("generator", "Dateline")
        .empty("link", "rel", "self", "href", feed.self(), "type", FeedFormat.ATOM.mediaType())
        .empty("link", "rel", "alternate", "href", feed.alternate(), "type", "text/html");
    if (feed.next() != null) {
      xml.empty("link", "rel", "next", "href", feed.next());
    }
    // Each entry needs an author, or the feed (4.1.2).
    xml.open("author").element("name", "Dateline").close();
    feed.entries().forEach(entry -> write(entry, xml));
    return xml.close().toBytes();
  }

  private static void write(FeedEntry entry, Xml xml) {
    Instant published = entry.published();
    xml.open("entry", "xml:lang", entry.language())
        .element("id", entry.id())
        .element("title", entry.title())
        .empty("link", "rel", "alternate", "href", entry.url())
        .element("published", published == null ? null : published.toString())
        .element("updated", entry.updated().toString());
    for (String author : entry.authors()) {
      xml.open("author").element("name", author).close();
    }
    entry.categories().forEach(category -> xml.empty("category", "term", category));
    xml.element("summary", entry.summary(), "type", "text");
    if (!entry.body().isEmpty()) {
      xml.element("content", HtmlText.paragraphs(entry.body()), "type", "html");
    }
    if (entry.source() != null) {
      xml.open("source")
          .element("id", entry.site())
          .element("title", entry.source())
          .element("updated", entry.updated().toString())
          .close();
    }
    xml.close();
  }
}
