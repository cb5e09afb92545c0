package dev.dateline.article;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.SequencedMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A news article: a value, made by {@link #builder()}. What is not known is null, or an empty list.
 *
 * @param id what the article is known by; the same id again is an update. 1 to {@value
 *     #MAX_ID_LENGTH} characters, none of them a control character
 * @param url where it can be read, as its publisher writes it (real ones are not always URIs)
 * @param title the headline
 * @param originalTitle the publisher's own headline where {@code title} is another's wording of it
 * @param summary what it is about, or why it matters, in a few sentences
 * @param takeaways its main points, one an element
 * @param body its paragraphs, in order
 * @param parts its labelled parts that have no field of their own, in order
 * @param authors the names of its authors
 * @param source who published it
 * @param section the section or category of the publication
 * @param tags its keywords
 * @param published when it was published
 * @param updated when it was last changed by its publisher
 * @param language a BCP 47 tag, kept in lower case, such as {@code en} or {@code pt-br}
 * @param status whether it may be found
 * @param metadata further facts, key to value, that are kept as they are
 * @param provenance where it came from and which rule set each field
 */
public record Article(
    String id,
    @Nullable String url,
    @Nullable String title,
    @Nullable String originalTitle,
    @Nullable String summary,
    List<String> takeaways,
    List<String> body,
    List<Part> parts,
    List<String> authors,
    @Nullable Source source,
    @Nullable String section,
    List<String> tags,
    @Nullable Published published,
    @Nullable Instant updated,
    @Nullable String language,
    Status status,
    SequencedMap<String, String> metadata,
    Provenance provenance) {

  /** The longest id, in characters: well under the longest term of the index in bytes. */
  public static final int MAX_ID_LENGTH = 512;

  public Article {
    if (id.isBlank()
        || id.length() > MAX_ID_LENGTH
        || id.chars().anyMatch(Character::isISOControl)) {
      throw new IllegalArgumentException(
          "an id has 1 to "
              + MAX_ID_LENGTH
              + " characters, none of them a control character: \""
              + start(id)
              + "\"");
    }
    language = language == null ? null : language.toLowerCase(Locale.ROOT);
    takeaways = List.copyOf(takeaways);
    body = List.copyOf(body);
    parts = List.copyOf(parts);
    authors = List.copyOf(authors);
    tags = List.copyOf(tags);
    metadata = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(metadata));
  }

  private static String start(String text) {
    return text.length() <= 40 ? text : text.substring(0, 40) + "…";
  }

  /**
   * The host of the publisher's site in lower case, without {@code www.}: the source's domain, or
   * else the url's host.
   */
  public @Nullable String domain() {
    return source != null && source.domain() != null ? source.domain() : Urls.host(url);
  }

  /** The headline, or what comes nearest: the publisher's own, the url, the id. */
  public String headline() {
    return Stream.of(title, originalTitle, url, id)
        .filter(Objects::nonNull)
        .findFirst()
        .orElseThrow();
  }

  /** The publisher's name, or else its site; null where neither is known of the source. */
  public @Nullable String publisher() {
    if (source == null) {
      return null;
    }
    return source.name() == null ? source.domain() : source.name();
  }

  /** The length of its text in characters: of its title, summary, takeaways, body and parts. */
  public long length() {
    return Stream.of(
            Stream.ofNullable(title),
            Stream.ofNullable(summary),
            takeaways.stream(),
            body.stream(),
            parts.stream().map(Part::text))
        .flatMap(texts -> texts)
        .mapToLong(String::length)
        .sum();
  }

  /** A builder of an empty article. */
  public static ArticleBuilder builder() {
    return new ArticleBuilder();
  }

  /** A builder that starts as this article: {@code article.with().section("World").build()}. */
  public ArticleBuilder with() {
    return new ArticleBuilder()
        .id(id)
        .url(url)
        .title(title)
        .originalTitle(originalTitle)
        .summary(summary)
        .takeaways(takeaways)
        .body(body)
        .parts(parts)
        .authors(authors)
        .source(source)
        .section(section)
        .tags(tags)
        .published(published)
        .updated(updated)
        .language(language)
        .status(status)
        .metadata(metadata)
        .provenance(provenance);
  }
}
