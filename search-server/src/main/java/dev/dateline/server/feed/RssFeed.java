package dev.dateline.server.feed;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;

/**
 * Writes RSS 2.0, with the elements of others that its best practices profile recommends: {@code
 * dc:creator} for names, as {@code author} is a mail address, {@code content:encoded} for the whole
 * text, and {@code atom:link}.
 */
final class RssFeed {

  private static final DateTimeFormatter DATE =
      DateTimeFormatter.RFC_1123_DATE_TIME.withZone(ZoneOffset.UTC);

  private RssFeed() {}

  static byte[] write(Feed feed) {
    Xml xml = new Xml();
    xml.open(
        "rss",
        "version",
        "2.0",
        "xmlns:atom",
        "http://www.w3.org/2005/Atom",
        "xmlns:content",
        "http://purl.org/rss/1.0/modules/content/",
        "xmlns:dc",
        "http://purl.org/dc/elements/1.1/");
    xml.open("channel")
        .element("title", feed.title())
        .element("link", feed.alternate())
        .element("description", "Articles that this search finds")
        .element("generator", "Dateline");
    link(xml, "self", feed.self());
    link(xml, "next", feed.next());
    if (!feed.entries().isEmpty()) {
      xml.element("lastBuildDate", DATE.format(feed.updated()));
    }
    feed.entries().forEach(entry -> write(entry, xml));
    return xml.close().close().toBytes();
  }

  private static void link(Xml xml, String relation, @Nullable String address) {
    if (address != null) {
      xml.empty("atom:link", "rel", relation, "href", address, "type", FeedFormat.RSS.mediaType());
    }
  }

  private static void write(FeedEntry entry, Xml xml) {
    Instant published = entry.published();
    String summary = entry.summary();
    xml.open("item")
        .element("title", entry.title())
        .element("link", entry.url())
        .element("guid", entry.id(), "isPermaLink", "false")
        .element("pubDate", published == null ? null : DATE.format(published))
        .element("description", summary == null ? null : HtmlText.escaped(summary));
    if (!entry.body().isEmpty()) {
      xml.element("content:encoded", HtmlText.paragraphs(entry.body()));
    }
    entry.authors().forEach(author -> xml.element("dc:creator", author));
    entry.categories().forEach(category -> xml.element("category", category));
    xml.element("source", entry.source(), "url", entry.site())
        .element("dc:language", entry.language())
        .close();
  }
}
