package dev.dateline.index;

import dev.dateline.article.Article;
import java.io.Closeable;
import java.io.IOException;

/**
 * Writes to an index. One writer an index; safe for use by many threads. What was written is
 * acknowledged by {@link #commit()} and by nothing else.
 */
public interface ArticleWriter extends Closeable {

  /**
   * Adds an article, or replaces the one with the same id.
   *
   * @throws IOException if it could not be written; the index then is as at the last commit
   */
  void add(Article article) throws IOException;

  /**
   * Removes the article with this id, if there is one.
   *
   * @throws IOException if it could not be written; the index then is as at the last commit
   */
  void delete(String id) throws IOException;

  /**
   * Returns when everything that was written before the call is on disk, so that neither a killed
   * process nor a power failure loses it. Concurrent calls share one commit of the engine.
   *
   * @throws IOException if it could not be written; nothing is acknowledged then
   */
  void commit() throws IOException;

  /** Commits what was written, and lets go of the index. */
  @Override
  void close() throws IOException;
}
