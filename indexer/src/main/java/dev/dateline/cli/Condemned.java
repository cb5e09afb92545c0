package dev.dateline.cli;

import dev.dateline.Dateline;
import dev.dateline.article.Article;
import dev.dateline.index.ArticleIndex;
import dev.dateline.index.Hit;
import dev.dateline.index.HitStream;
import dev.dateline.index.SearchParameters;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The ids of the articles that are to be deleted: those that were named first, then those that a
 * search finds, the newest first.
 */
record Condemned(Set<String> ids) {

  /** Takes an id, and its article if that can be found. */
  @FunctionalInterface
  interface Visitor {
    void visit(String id, Optional<Article> article) throws IOException;
  }

  /**
   * Finds them. Nothing is relaxed: an article that has not all words is none of them.
   *
   * @param filters the parameters of a search; none finds none
   */
  static Condemned find(Path index, Set<String> named, Map<String, List<String>> filters)
      throws IOException {
    Set<String> ids = new LinkedHashSet<>(named);
    if (!filters.isEmpty()) {
      try (ArticleIndex articles = Dateline.open(index);
          HitStream hits = articles.stream(SearchParameters.parse(filters))) {
        for (Hit hit = hits.next(); hit != null; hit = hits.next()) {
          ids.add(hit.article().id());
        }
      }
    }
    return new Condemned(ids);
  }

  /** Shows each with its article, as far as that can be found. */
  void forEach(Path index, Visitor visitor) throws IOException {
    try (ArticleIndex articles = Dateline.open(index)) {
      for (String id : ids) {
        visitor.visit(id, articles.find(id));
      }
    }
  }
}
