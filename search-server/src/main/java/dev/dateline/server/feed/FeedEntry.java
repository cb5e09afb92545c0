package dev.dateline.server.feed;

import dev.dateline.article.Article;
import dev.dateline.article.Published;
import dev.dateline.server.http.ArticleAddress;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An article in a feed.
 *
 * @param id what readers know it by, an IRI (RFC 4151) made of the article's id and nothing else
 * @param url where it can be read
 * @param title its headline, or what comes nearest
 * @param summary its summary or first paragraph, or null
 * @param body its paragraphs, if they are wanted
 * @param authors the names of its authors
 * @param source who published it, or null
 * @param site an address of who published it; {@code url} where it is not known
 * @param categories its section and tags
 * @param published when it was published, or null
 * @param updated when it was last changed, or else published, or else the start of 1970
 * @param language its language, or null
 */
public record FeedEntry(
    String id,
    String url,
    String title,
    @Nullable String summary,
    List<String> body,
    List<String> authors,
    @Nullable String source,
    String site,
    List<String> categories,
    @Nullable Instant published,
    Instant updated,
    @Nullable String language) {

  /** What the dates of feeds can say: years of four digits. */
  private static final Instant FIRST = Instant.parse("0001-01-01T00:00:00Z");

  private static final Instant LAST = Instant.parse("9999-12-31T23:59:59Z");

  /**
   * The entry of an article.
   *
   * @param article with its body, tags and update
   * @param origin the start of this server's addresses
   * @param whole whether its whole text is wanted
   */
  public static FeedEntry of(Article article, String origin, boolean whole) {
    Published at = article.published();
    Instant published = at == null ? null : known(at.at());
    Instant updated = known(article.updated());
    String url = ArticleAddress.of(article, origin);
    String domain = article.domain();
    return new FeedEntry(
        FeedId.ofArticle(article.id()),
        url,
        article.headline(),
        summary(article),
        whole ? article.body() : List.of(),
        article.authors(),
        article.publisher(),
        domain == null ? url : "https://" + domain + "/",
        categories(article),
        published,
        updated != null ? updated : published != null ? published : Instant.EPOCH,
        article.language());
  }

  private static @Nullable String summary(Article article) {
    return article.summary() != null
        ? article.summary()
        : article.body().stream().findFirst().orElse(null);
  }

  private static List<String> categories(Article article) {
    List<String> categories = new ArrayList<>(article.tags());
    if (article.section() != null) {
      categories.addFirst(article.section());
    }
    return categories.stream().distinct().toList();
  }

  private static @Nullable Instant known(@Nullable Instant instant) {
    return instant == null || instant.isBefore(FIRST) || instant.isAfter(LAST) ? null : instant;
  }
}
