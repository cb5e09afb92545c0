package dev.dateline.ingest.feed;

import dev.dateline.ingest.feed.FeedArticle.Part;
import dev.dateline.ingest.reader.Dates;
import dev.dateline.ingest.reader.Outcome;
import java.util.List;
import java.util.Locale;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** The making of an article from an entry of RSS, Atom or CDF. */
final class XmlFeedEntry {

  // The names of each field, the best first.
  private static final List<String> TITLE =
      List.of("title", "atom:title", "dc:title", "media:title", "itunes:title");
  private static final List<String> ID = List.of("guid", "id", "atom:id", "dc:identifier");
  private static final List<String> CONTENT =
      List.of("content:encoded", "content", "atom:content", "xhtml:body", "xhtml:div", "body");
  private static final List<String> SUMMARY =
      List.of(
          "description",
          "summary",
          "atom:summary",
          "abstract",
          "dc:description",
          "itunes:summary",
          "media:description",
          "itunes:subtitle");
  private static final List<String> AUTHOR =
      List.of("dc:creator", "author", "atom:author", "dc:author", "itunes:author");
  private static final List<String> PUBLISHED =
      List.of(
          "pubdate",
          "published",
          "atom:published",
          "issued",
          "atom:issued",
          "dcterms:issued",
          "dc:date",
          "date",
          "created",
          "atom:created",
          "dcterms:created");
  private static final List<String> UPDATED =
      List.of("updated", "atom:updated", "modified", "atom:modified", "dcterms:modified");
  private static final List<String> TAGS =
      List.of("category", "atom:category", "dc:subject", "itunes:category");
  private static final List<String> KEYWORDS = List.of("itunes:keywords", "media:keywords");
  private static final List<String> SOURCE = List.of("source", "atom:source");
  private static final List<String> LANGUAGE = List.of("language", "dc:language");

  private final Element entry;
  private final FeedElements elements;
  private final Feed feed;
  private final FeedArticle article;

  XmlFeedEntry(Element entry, Feed feed, Dates dates) {
    this.entry = entry;
    this.elements = FeedElements.of(entry);
    this.feed = feed;
    this.article = new FeedArticle(dates);
  }

  /** What the feed says for all its entries: of a channel, or of the feed of Atom. */
  static Feed feed(Element channel) {
    FeedElements elements = FeedElements.of(channel);
    Element link = FeedLinks.page(elements);
    List<String> authors = elements.all("atom:author").stream().map(XmlFeedEntry::person).toList();
    return new Feed(
        line(elements, TITLE),
        link == null ? null : FeedLinks.resolved(link, null),
        line(elements, LANGUAGE),
        authors);
  }

  private static @Nullable String line(FeedElements elements, List<String> names) {
    return elements.first(names).stream()
        .map(FeedText::line)
        .filter(line -> !line.isEmpty())
        .findFirst()
        .orElse(null);
  }

  /** Makes the article. Call once. */
  Outcome outcome(String file, String where) {
    elements.first(TITLE).stream().limit(1).map(XmlFeedEntry::line).forEach(article::title);
    setIdentity();
    setTexts();
    setPeople();
    setDates();
    elements.first(TAGS).forEach(this::addTags);
    elements.first(KEYWORDS).forEach(this::addKeywords);
    setSource();
    setLanguage();
    return article.outcome(file, where, "feed");
  }

  private void setIdentity() {
    Element link = FeedLinks.page(elements);
    List<Element> ids = elements.first(ID);
    if (link != null) {
      article.url(new Part(FeedLinks.resolved(link, feed.url()), FeedElements.name(link)));
    } else if (!ids.isEmpty()) {
      Element id = ids.getFirst();
      String text = id.wholeText().strip();
      if (FeedElements.name(id).equals("guid") && isPermanentLink(id, text)) {
        article.url(new Part(text, "guid"));
      } else if (!text.isEmpty()) {
        article.id(new Part(text, FeedElements.name(id)), feed.url());
      }
    } else if (entry.hasAttr("rdf:about")) {
      article.id(new Part(entry.attr("rdf:about"), "rdf:about"), feed.url());
    } else if (!entry.attr("href").isBlank()) {
      article.url(new Part(FeedLinks.resolved(entry, feed.url()), "href"));
    }
  }

  private static boolean isPermanentLink(Element guid, String text) {
    String permanent = guid.attr("isPermaLink").strip();
    return !permanent.equalsIgnoreCase("false") && text.matches("(?i)https?://\\S+");
  }

  private void setTexts() {
    for (Element content : elements.first(CONTENT)) {
      List<String> paragraphs = FeedText.paragraphs(content);
      if (!paragraphs.isEmpty()) {
        article.body(paragraphs, FeedElements.name(content));
        break;
      }
    }
    for (Element summary : elements.first(SUMMARY)) {
      List<String> paragraphs = FeedText.paragraphs(summary);
      if (!paragraphs.isEmpty()) {
        article.summary(paragraphs, FeedElements.name(summary));
        break;
      }
    }
  }

  private void setPeople() {
    for (Element author : elements.first(AUTHOR)) {
      article.author(new Part(person(author), FeedElements.name(author)));
    }
    if (!article.hasAuthor()) {
      feed.authors().forEach(name -> article.author(new Part(name, "author of the feed")));
    }
  }

  /** In Atom a name is a part of a person. */
  private static String person(Element author) {
    for (Element part : author.children()) {
      if (part.tag().localName().equalsIgnoreCase("name") && part.hasText()) {
        return part.text();
      }
    }
    return author.text();
  }

  private void setDates() {
    for (String name : PUBLISHED) {
      elements.first(List.of(name)).reversed().stream()
          .limit(1)
          .map(XmlFeedEntry::line)
          .forEach(article::published);
    }
    for (Element updated : elements.first(UPDATED).reversed().stream().limit(1).toList()) {
      Part date = line(updated);
      article.updated(date);
      article.published(new Part(date.text(), date.rule() + " (no other date)"));
    }
  }

  private void addTags(Element category) {
    String term = category.hasAttr("term") ? category.attr("term") : category.attr("text");
    String label = category.hasAttr("label") ? category.attr("label") : term;
    String rule = FeedElements.name(category);
    article.tag(new Part(label.isBlank() ? category.ownText() : label, rule));
    category.children().forEach(this::addTags);
  }

  private void addKeywords(Element keywords) {
    for (String keyword : List.of(keywords.text().split(",", -1))) {
      article.tag(new Part(keyword, FeedElements.name(keywords)));
    }
  }

  /** An entry that was taken over from another feed names that one. */
  private void setSource() {
    for (Element source : elements.first(SOURCE)) {
      String title = line(FeedElements.of(source), TITLE);
      String name = title == null ? source.ownText().strip() : title;
      if (!name.isEmpty()) {
        article.source(new Part(name, FeedElements.name(source)));
        return;
      }
    }
    if (feed.title() != null) {
      article.source(new Part(feed.title(), "title of the feed"));
    }
  }

  private void setLanguage() {
    String own = line(elements, LANGUAGE);
    if (own != null) {
      article.language(new Part(own, "language"));
      return;
    }
    for (Element e = entry; e != null; e = e.parent()) {
      if (!e.attr("xml:lang").isBlank()) {
        article.language(new Part(e.attr("xml:lang"), "xml:lang"));
        return;
      }
    }
    if (feed.language() != null) {
      article.language(new Part(feed.language(), "language of the feed"));
    }
  }

  private static Part line(Element element) {
    return new Part(FeedText.line(element), FeedElements.name(element).toLowerCase(Locale.ROOT));
  }
}
