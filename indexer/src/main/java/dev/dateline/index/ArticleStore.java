package dev.dateline.index;

import dev.dateline.article.Article;
import java.io.IOException;
import java.util.Optional;

/** What articles are put into: an index as it is written, or one that is being built anew. */
public interface ArticleStore {

  /**
   * The article with this id as it was last written, committed or not, whatever its status.
   *
   * @throws IOException if it could not be read
   */
  Optional<Article> find(String id) throws IOException;

  /**
   * Adds an article, or replaces the one with the same id. An id that is withdrawn stays so, so
   * that an older copy cannot bring the article back.
   *
   * @return whether it was taken; false if its id is withdrawn, and nothing was written
   * @throws IOException if it could not be written; the index then is as at the last commit
   */
  boolean add(Article article) throws IOException;

  /**
   * Adds an article, or replaces the one with the same id, also where that is withdrawn.
   *
   * @throws IOException if it could not be written; the index then is as at the last commit
   */
  void restore(Article article) throws IOException;
}
