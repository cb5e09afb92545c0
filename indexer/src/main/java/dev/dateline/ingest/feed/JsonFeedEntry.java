package dev.dateline.ingest.feed;

import dev.dateline.ingest.feed.FeedArticle.Part;
import dev.dateline.ingest.reader.Dates;
import dev.dateline.ingest.reader.JsonReasons;
import dev.dateline.ingest.reader.MarkupText;
import dev.dateline.ingest.reader.Outcome;
import dev.dateline.ingest.reader.Texts;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The making of an article from an entry of a JSON Feed. */
final class JsonFeedEntry {

  private JsonFeedEntry() {}

  static Outcome outcome(JsonNode item, Feed feed, Dates dates, String file, int number) {
    String where = "entry " + number;
    if (!item.isObject()) {
      return new Outcome.Malformed(
          file, where, "an object was expected, not " + JsonReasons.kind(item));
    }
    FeedArticle article = new FeedArticle(dates);
    set(item, "title", article::title);
    setIdentity(item, feed, article);
    setTexts(item, article);
    authors(item).forEach(name -> article.author(new Part(name, "authors")));
    if (!article.hasAuthor()) {
      feed.authors().forEach(name -> article.author(new Part(name, "authors of the feed")));
    }
    set(item, "date_published", article::published);
    set(item, "date_modified", article::updated);
    item.path("tags").valueStream().forEach(tag -> setTag(tag, article));
    set(item, "language", article::language);
    if (text(item, "language") == null && feed.language() != null) {
      article.language(new Part(feed.language(), "language of the feed"));
    }
    if (feed.title() != null) {
      article.source(new Part(feed.title(), "title of the feed"));
    }
    return article.outcome(file, where, "json-feed");
  }

  /** An id that is an address is the entry's own; the address of another page comes last. */
  private static void setIdentity(JsonNode item, Feed feed, FeedArticle article) {
    set(
        item,
        "url",
        url -> article.url(new Part(FeedLinks.resolved(url.text(), feed.url()), url.rule())));
    set(
        item,
        "id",
        id -> {
          if (!article.hasUrl() && id.text().matches("(?i)https?://\\S+")) {
            article.url(id);
          } else {
            article.id(id, feed.url());
          }
        });
  }

  private static void setTexts(JsonNode item, FeedArticle article) {
    String html = text(item, "content_html");
    String plain = text(item, "content_text");
    if (html != null) {
      article.body(MarkupText.ofMarkup(html), "content_html");
    } else if (plain != null) {
      article.body(Texts.paragraphs(plain), "content_text");
    }
    set(item, "summary", summary -> article.summary(Texts.paragraphs(summary.text()), "summary"));
  }

  private static void setTag(JsonNode tag, FeedArticle article) {
    if (tag.isString()) {
      article.tag(new Part(tag.stringValue(), "tags"));
    }
  }

  private static void set(JsonNode item, String name, Consumer<Part> field) {
    String text = text(item, name);
    if (text != null) {
      field.accept(new Part(text, name));
    }
  }

  /** The names in {@code authors} or, as in version 1.0, {@code author}. */
  static List<String> authors(JsonNode object) {
    return Stream.concat(object.path("authors").valueStream(), Stream.of(object.path("author")))
        .map(author -> text(author, "name"))
        .flatMap(Stream::ofNullable)
        .toList();
  }

  /** A text or a number, or null if there is none or it is blank. */
  static @Nullable String text(JsonNode object, String name) {
    JsonNode value = object.path(name);
    String text = value.isString() || value.isNumber() ? value.asString().strip() : "";
    return text.isEmpty() ? null : text;
  }
}
