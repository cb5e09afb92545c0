package dev.dateline.server.page;

import dev.dateline.article.Article;
import dev.dateline.index.Hit;
import dev.dateline.index.Snippet;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * An article in a list of results.
 *
 * @param link the address of its page
 * @param title its headline, with the words of the query marked
 * @param lang its language, or null
 * @param dir the direction in which it is read
 * @param source who published it, or null
 * @param date when, or null
 * @param section the section, or null
 * @param snippets pieces of its text that show the words of the query
 * @param summary its summary where there is no snippet, or null
 */
public record Entry(
    String link,
    List<Piece> title,
    @Nullable String lang,
    String dir,
    @Nullable String source,
    @Nullable DateText date,
    @Nullable String section,
    List<List<Piece>> snippets,
    @Nullable String summary) {

  private static final int MOST_SNIPPETS = 2;

  static Entry of(Hit hit, String q, Instant asOf, ZoneId zone) {
    Article article = hit.article();
    List<List<Piece>> snippets =
        Stream.of("body", "summary", "takeaways", "parts")
            .flatMap(field -> hit.highlights().getOrDefault(field, List.of()).stream())
            .limit(MOST_SNIPPETS)
            .map(Piece::of)
            .toList();
    return new Entry(
        Links.toArticle(article.id(), q),
        title(hit),
        article.language(),
        Direction.of(article.language()),
        article.publisher(),
        DateText.seenFrom(asOf, article.published(), zone),
        article.section(),
        snippets,
        snippets.isEmpty() ? article.summary() : null);
  }

  private static List<Piece> title(Hit hit) {
    String title = hit.article().headline();
    return hit.highlights().getOrDefault("title", List.of()).stream()
        .filter(snippet -> snippet.text().equals(title))
        .findFirst()
        .map(Piece::of)
        .orElseGet(() -> Piece.of(new Snippet(title, List.of())));
  }
}
