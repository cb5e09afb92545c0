package dev.dateline.server.api;

import dev.dateline.article.Article;
import dev.dateline.article.Status;
import dev.dateline.index.ArticleWriter;
import dev.dateline.json.ArticleJson;
import dev.dateline.server.http.EntityTag;
import dev.dateline.server.http.Preconditions;
import dev.dateline.server.http.ProblemException;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReadWriteLock;

/**
 * Changes of articles, acknowledged together. Each may depend on what is there: between the look
 * and the change nobody else changes anything. After a write has failed, as on a full disk, the
 * next one opens the index anew. Thread-safe.
 */
final class Changes {

  private final ArticleWriter writer;

  /** Shared by changes that depend on nothing. */
  private final ReadWriteLock lock;

  /**
   * @param lock is shared by all who change articles
   */
  Changes(ArticleWriter writer, ReadWriteLock lock) {
    this.writer = writer;
    this.lock = lock;
  }

  /**
   * Makes changes, and returns when they are on disk.
   *
   * @throws IOException if they could not be written; none is acknowledged then
   */
  <T> T acknowledge(ArticleWriter.Changes<T> changes) throws IOException {
    return writer.acknowledge(changes);
  }

  /**
   * Adds an article, or replaces the one with its id.
   *
   * @return whether it was taken; false if its id is withdrawn
   * @throws ProblemException if a condition does not hold
   */
  boolean add(Article article, Preconditions conditions) throws IOException {
    return make(article.id(), conditions, () -> writer.add(article));
  }

  /**
   * Removes what there is of an id.
   *
   * @throws ProblemException if a condition does not hold
   */
  void delete(String id, Preconditions conditions) throws IOException {
    make(
        id,
        conditions,
        () -> {
          writer.delete(id);
          return true;
        });
  }

  /** The tag of an article: of all that there is of it. */
  static EntityTag tag(Article article) {
    return EntityTag.of(ArticleJson.toBytes(article));
  }

  private <T> T make(String id, Preconditions conditions, ArticleWriter.Changes<T> change)
      throws IOException {
    Lock held = conditions.any() ? lock.writeLock() : lock.readLock();
    held.lock();
    try {
      if (conditions.any()) {
        Optional<Article> article = writer.find(id).filter(Changes::isThere);
        conditions.check(article.map(Changes::tag).orElse(null));
      }
      return change.make();
    } finally {
      held.unlock();
    }
  }

  private static boolean isThere(Article article) {
    return !article.status().equals(Status.WITHDRAWN);
  }
}
