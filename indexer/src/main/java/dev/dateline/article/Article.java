package dev.dateline.article;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.SequencedMap;
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

  /** A builder of an empty article. */
  public static Builder builder() {
    return new Builder();
  }

  /** A builder that starts as this article: {@code article.with().section("World").build()}. */
  public Builder with() {
    return new Builder()
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

  /** Collects the parts of an article. Not safe for use by several threads. */
  public static final class Builder {
    private @Nullable String id;
    private @Nullable String url;
    private @Nullable String title;
    private @Nullable String originalTitle;
    private @Nullable String summary;
    private List<String> takeaways = List.of();
    private List<String> body = List.of();
    private List<Part> parts = List.of();
    private List<String> authors = List.of();
    private @Nullable Source source;
    private @Nullable String section;
    private List<String> tags = List.of();
    private @Nullable Published published;
    private @Nullable Instant updated;
    private @Nullable String language;
    private Status status = Status.USABLE;
    private SequencedMap<String, String> metadata = new LinkedHashMap<>();
    private Provenance provenance = Provenance.NONE;

    private Builder() {}

    /**
     * What the article is known by. Left out, it is derived from the url, or from the text where
     * there is none.
     */
    public Builder id(@Nullable String id) {
      this.id = id;
      return this;
    }

    public Builder url(@Nullable String url) {
      this.url = url;
      return this;
    }

    public Builder title(@Nullable String title) {
      this.title = title;
      return this;
    }

    public Builder originalTitle(@Nullable String originalTitle) {
      this.originalTitle = originalTitle;
      return this;
    }

    public Builder summary(@Nullable String summary) {
      this.summary = summary;
      return this;
    }

    public Builder takeaways(List<String> takeaways) {
      this.takeaways = takeaways;
      return this;
    }

    public Builder takeaways(String... takeaways) {
      return takeaways(List.of(takeaways));
    }

    public Builder body(List<String> paragraphs) {
      this.body = paragraphs;
      return this;
    }

    public Builder body(String... paragraphs) {
      return body(List.of(paragraphs));
    }

    public Builder parts(List<Part> parts) {
      this.parts = parts;
      return this;
    }

    public Builder authors(List<String> authors) {
      this.authors = authors;
      return this;
    }

    public Builder authors(String... authors) {
      return authors(List.of(authors));
    }

    public Builder source(@Nullable Source source) {
      this.source = source;
      return this;
    }

    /** Sets the publisher's name, and leaves the domain to the url. */
    public Builder source(String name) {
      return source(new Source(name, null));
    }

    public Builder section(@Nullable String section) {
      this.section = section;
      return this;
    }

    public Builder tags(List<String> tags) {
      this.tags = tags;
      return this;
    }

    public Builder tags(String... tags) {
      return tags(List.of(tags));
    }

    public Builder published(@Nullable Published published) {
      this.published = published;
      return this;
    }

    public Builder published(Instant at) {
      return published(Published.at(at));
    }

    public Builder updated(@Nullable Instant updated) {
      this.updated = updated;
      return this;
    }

    public Builder language(@Nullable String language) {
      this.language = language;
      return this;
    }

    public Builder status(Status status) {
      this.status = status;
      return this;
    }

    public Builder metadata(SequencedMap<String, String> metadata) {
      this.metadata = metadata;
      return this;
    }

    public Builder provenance(Provenance provenance) {
      this.provenance = provenance;
      return this;
    }

    /**
     * Makes the article, with an id derived from the url or the text where none was set.
     *
     * @throws IllegalArgumentException if the id is not one, or if there is neither an id, nor a
     *     url, nor any text
     */
    public Article build() {
      return new Article(
          id == null ? deriveId() : id,
          url,
          title,
          originalTitle,
          summary,
          takeaways,
          body,
          parts,
          authors,
          source,
          section,
          tags,
          published,
          updated,
          language,
          status,
          metadata,
          provenance);
    }

    private String deriveId() {
      if (url != null && !url.isBlank()) {
        return ArticleId.ofUrl(url);
      }
      List<String> texts = new ArrayList<>();
      if (title != null) {
        texts.add(title);
      }
      if (summary != null) {
        texts.add(summary);
      }
      texts.addAll(takeaways);
      texts.addAll(body);
      parts.forEach(part -> texts.add(part.text()));
      if (texts.isEmpty()) {
        throw new IllegalArgumentException(
            "an article without an id and a url needs a text to derive an id from");
      }
      return ArticleId.ofText(texts);
    }
  }
}
