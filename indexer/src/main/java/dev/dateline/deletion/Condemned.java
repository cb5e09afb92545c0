package dev.dateline.deletion;

import dev.dateline.article.Article;
import dev.dateline.index.ArticleIndex;
import dev.dateline.index.Hit;
import dev.dateline.index.HitStream;
import dev.dateline.index.SearchRequest;
import dev.dateline.query.QueryNode;
import dev.dateline.query.QueryText;
import java.io.IOException;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongConsumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The ids of the articles that are to be deleted: those that were named first, then those that a
 * search finds, the newest first.
 */
public record Condemned(Set<String> ids) {

  public Condemned {
    ids = Collections.unmodifiableSet(new LinkedHashSet<>(ids));
  }

  /** Takes an id, and what is known of its article. */
  @FunctionalInterface
  public interface Visitor {
    void visit(Listed article) throws IOException;
  }

  /** What a person knows an article by; null is what is not known. */
  public record Listed(
      String id, @Nullable String published, @Nullable String source, @Nullable String title) {

    private Listed(String id, Optional<Article> article) {
      this(
          id,
          article.map(Article::published).map(Object::toString).orElse(null),
          article.map(Article::publisher).orElse(null),
          article.map(Article::headline).orElse("(unknown, withdrawn or under embargo)"));
    }

    /** All of it in one line. */
    public String line() {
      return Stream.of(id, published, source, title)
          .filter(Objects::nonNull)
          .collect(Collectors.joining("  "));
    }
  }

  /**
   * Whether a search sets articles apart from others. One that does not would find all, which
   * nobody deletes by leaving something out.
   */
  public static boolean hasCondition(SearchRequest search) {
    return !search.filters().isEmpty()
        || !(QueryText.parse(search.query()).root() instanceof QueryNode.Everything);
  }

  /**
   * Finds them. Nothing is relaxed: an article that has not all words is none of them.
   *
   * @param search finds more of them; one that {@linkplain #hasCondition has no condition} finds
   *     none
   * @param progress is told how many there are so far
   */
  public static Condemned find(
      ArticleIndex index, Set<String> named, SearchRequest search, LongConsumer progress)
      throws IOException {
    Set<String> ids = new LinkedHashSet<>(named);
    if (hasCondition(search)) {
      try (HitStream hits = index.stream(search)) {
        for (Hit hit = hits.next(); hit != null; hit = hits.next()) {
          ids.add(hit.article().id());
          progress.accept(ids.size());
        }
      }
    }
    return new Condemned(ids);
  }

  /**
   * Shows them in their order.
   *
   * @param most how many at most
   */
  public void forEach(ArticleIndex index, long most, Visitor visitor) throws IOException {
    long shown = 0;
    for (String id : ids) {
      if (shown++ == most) {
        return;
      }
      visitor.visit(new Listed(id, index.find(id)));
    }
  }
}
