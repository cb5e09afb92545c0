package dev.dateline.ingest.reader;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The fields of an article, and the names that documents give them. The case of a name, and {@code
 * _}, {@code -} and spaces in it, do not matter. Where a document has several names of one field,
 * the name that stands first here counts.
 */
public enum Field {
  ID("id", "id"),
  URL("url", "url", "link", "canonicalUrl", "articleUrl", "sourceUrl", "webUrl", "permalink"),
  TITLE("title", "headline", "title", "headlineText"),
  ORIGINAL_TITLE("originalTitle", "originalTitle"),
  SUMMARY(
      "summary",
      "summary",
      "description",
      "abstract",
      "shortDescription",
      "excerpt",
      "standfirst",
      "deck",
      "dek",
      "subtitle"),
  TAKEAWAYS("takeaways", "takeaways", "keyTakeaways", "keyPoints"),
  BODY("body", "body", "content", "text", "articleBody", "articleText", "fullText", "bodyText"),
  PARTS("parts", "parts"),
  AUTHORS("authors", "authors", "author", "byline", "authorName"),
  SOURCE(
      "source",
      "source",
      "publisher",
      "publication",
      "sourceName",
      "siteName",
      "mediaName",
      "outlet",
      "newspaper"),
  SECTION("section", "section", "category", "categories", "sectionName"),
  TAGS("tags", "tags", "keywords", "topics"),
  PUBLISHED(
      "published",
      "published",
      "publishedAt",
      "datePublished",
      "publicationDate",
      "publishedDate",
      "publishDate",
      "publishedTime",
      "pubDate",
      "date"),
  UPDATED(
      "updated", "updated", "updatedAt", "dateModified", "lastModified", "lastUpdated", "lastmod"),
  LANGUAGE("language", "language", "lang"),
  STATUS("status", "status", "pubStatus"),
  EMBARGOED_UNTIL("embargoedUntil", "embargoedUntil", "embargoed"),
  METADATA("metadata", "metadata"),
  PROVENANCE("provenance", "provenance");

  private static final Map<String, Name> BY_NAME = new HashMap<>();

  static {
    for (Field field : values()) {
      for (int rank = 0; rank < field.names.size(); rank++) {
        BY_NAME.put(normal(field.names.get(rank)), new Name(field, rank));
      }
    }
  }

  private final String text;

  @SuppressWarnings("ImmutableEnumChecker") // List.of() gives an immutable list
  private final List<String> names;

  Field(String text, String... names) {
    this.text = text;
    this.names = List.of(names);
  }

  /**
   * A name of a field.
   *
   * @param rank its place among the names of the field, the best 0
   */
  public record Name(Field field, int rank) {}

  /** What the name means, or null if it is not known. */
  public static @Nullable Name named(String name) {
    return BY_NAME.get(normal(name));
  }

  /** The name of the field in the rules of a provenance: {@code title}, {@code originalTitle}. */
  public String text() {
    return text;
  }

  private static String normal(String name) {
    return name.replace("_", "").replace("-", "").replace(" ", "").toLowerCase(Locale.ROOT);
  }
}
