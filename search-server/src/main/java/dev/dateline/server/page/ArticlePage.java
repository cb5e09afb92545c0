package dev.dateline.server.page;

import dev.dateline.article.Article;
import dev.dateline.article.Source;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The page of an article.
 *
 * @param article what it shows
 */
public record ArticlePage(Article article) {

  /** The headline, or what comes nearest. */
  public String headline() {
    return headline(article);
  }

  /** The publisher's own headline where it says something else, or null. */
  public @Nullable String originalTitle() {
    String original = article.originalTitle();
    return headline().equalsIgnoreCase(original) ? null : original;
  }

  /** Who published it, or null. */
  public @Nullable String source() {
    return source(article);
  }

  /** When it was published, or null. */
  public @Nullable DateText date() {
    return DateText.of(article.published(), ZoneOffset.UTC);
  }

  /** When it was last changed, or null. */
  public @Nullable DateText updated() {
    return article.updated() == null ? null : DateText.of(article.updated(), ZoneOffset.UTC);
  }

  /** Whether anything is to be said at its foot. */
  public boolean hasFacts() {
    return original() != null || article.updated() != null || !article.tags().isEmpty();
  }

  /** Where it can be read at its publisher's, or null. */
  public @Nullable String original() {
    return Links.toWeb(article.url());
  }

  /** The paragraphs of a text. */
  public static List<String> paragraphs(String text) {
    return List.of(text.strip().split("\\R\\s*\\R"));
  }

  static String headline(Article article) {
    return Stream.of(article.title(), article.originalTitle(), article.url(), article.id())
        .filter(Objects::nonNull)
        .findFirst()
        .orElseThrow();
  }

  static @Nullable String source(Article article) {
    Source source = article.source();
    return source == null ? null : source.name() == null ? source.domain() : source.name();
  }
}
