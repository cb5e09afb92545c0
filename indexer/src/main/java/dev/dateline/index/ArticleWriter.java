package dev.dateline.index;

import dev.dateline.article.Article;
import java.io.Closeable;
import java.io.IOException;
import java.util.Optional;

/**
 * Writes to an index. One writer an index; safe for use by many threads, of which none should be
 * interrupted while it writes: an engine may give up its files then. What was written is
 * acknowledged by {@link #commit()} and by nothing else.
 */
public interface ArticleWriter extends Closeable {

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

  /**
   * Removes what the index holds of an id, also that it is withdrawn.
   *
   * @throws IOException if it could not be written; the index then is as at the last commit
   */
  void delete(String id) throws IOException;

  /**
   * The article with this id as it was last written, committed or not, whatever its status.
   *
   * @throws IOException if it could not be read
   */
  Optional<Article> find(String id) throws IOException;

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
