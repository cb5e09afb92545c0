package dev.dateline.index;

import dev.dateline.article.Article;
import java.io.Closeable;
import java.io.IOException;
import java.util.Optional;

/**
 * An index that can be searched. Safe for use by many threads. What a writer commits is found
 * within a second, and at once after {@link #refresh()}; a search sees one commit from its start to
 * its end.
 */
public interface ArticleIndex extends Closeable {

  /**
   * Answers a search.
   *
   * @throws IOException if the index cannot be read
   */
  SearchResult search(SearchRequest request) throws IOException;

  /**
   * The whole article with this id; empty if there is none, or if it is withdrawn or under embargo.
   *
   * @throws IOException if the index cannot be read
   */
  Optional<Article> find(String id) throws IOException;

  /**
   * What the index holds.
   *
   * @throws IOException if the index cannot be read
   */
  IndexStats stats() throws IOException;

  /**
   * Makes everything that was committed before this call visible to the searches after it.
   *
   * @throws IOException if the index cannot be read
   */
  void refresh() throws IOException;
}
