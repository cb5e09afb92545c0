package dev.dateline.article;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/** Collects the parts of an article. Not safe for use by several threads. */
public final class ArticleBuilder {
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

  ArticleBuilder() {}

  /**
   * What the article is known by. Left out, it is derived from the url, or from the text where
   * there is none.
   */
  public ArticleBuilder id(@Nullable String id) {
    this.id = id;
    return this;
  }

  public ArticleBuilder url(@Nullable String url) {
    this.url = url;
    return this;
  }

  public ArticleBuilder title(@Nullable String title) {
    this.title = title;
    return this;
  }

  public ArticleBuilder originalTitle(@Nullable String originalTitle) {
    this.originalTitle = originalTitle;
    return this;
  }

  public ArticleBuilder summary(@Nullable String summary) {
    this.summary = summary;
    return this;
  }

  public ArticleBuilder takeaways(List<String> takeaways) {
    this.takeaways = takeaways;
    return this;
  }

  public ArticleBuilder takeaways(String... takeaways) {
    return takeaways(List.of(takeaways));
  }

  public ArticleBuilder body(List<String> paragraphs) {
    this.body = paragraphs;
    return this;
  }

  public ArticleBuilder body(String... paragraphs) {
    return body(List.of(paragraphs));
  }

  public ArticleBuilder parts(List<Part> parts) {
    this.parts = parts;
    return this;
  }

  public ArticleBuilder authors(List<String> authors) {
    this.authors = authors;
    return this;
  }

  public ArticleBuilder authors(String... authors) {
    return authors(List.of(authors));
  }

  public ArticleBuilder source(@Nullable Source source) {
    this.source = source;
    return this;
  }

  /** Sets the publisher's name, and leaves the domain to the url. */
  public ArticleBuilder source(String name) {
    return source(new Source(name, null));
  }

  public ArticleBuilder section(@Nullable String section) {
    this.section = section;
    return this;
  }

  public ArticleBuilder tags(List<String> tags) {
    this.tags = tags;
    return this;
  }

  public ArticleBuilder tags(String... tags) {
    return tags(List.of(tags));
  }

  public ArticleBuilder published(@Nullable Published published) {
    this.published = published;
    return this;
  }

  public ArticleBuilder published(Instant at) {
    return published(Published.at(at));
  }

  public ArticleBuilder updated(@Nullable Instant updated) {
    this.updated = updated;
    return this;
  }

  public ArticleBuilder language(@Nullable String language) {
    this.language = language;
    return this;
  }

  public ArticleBuilder status(Status status) {
    this.status = status;
    return this;
  }

  public ArticleBuilder metadata(SequencedMap<String, String> metadata) {
    this.metadata = metadata;
    return this;
  }

  public ArticleBuilder provenance(Provenance provenance) {
    this.provenance = provenance;
    return this;
  }

  /**
   * Makes the article, with an id derived from the url or the text where none was set.
   *
   * @throws IllegalArgumentException if the id is not one, or if there is neither an id, nor a url,
   *     nor any text
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
