package dev.dateline.cli;

import dev.dateline.article.Article;
import dev.dateline.index.ArticleWriter;
import java.io.IOException;
import java.time.Duration;

/**
 * Adds articles to an index and commits them now and then, so that a long run that is cut off has
 * not been for nothing. Thread-safe.
 */
final class Batch {

  /** Between two commits: short beside the patience of a person, long beside a commit. */
  private static final long INTERVAL = Duration.ofSeconds(10).toNanos();

  private final ArticleWriter writer;
  private final Withdrawals withdrawals;
  private long added;
  private long committed;
  private long lastCommit = System.nanoTime();

  Batch(ArticleWriter writer, Withdrawals withdrawals) {
    this.writer = writer;
    this.withdrawals = withdrawals;
  }

  synchronized void add(Article article) throws IOException {
    if (withdrawals.restores(article)) {
      writer.restore(article);
      added++;
    } else if (writer.add(article)) {
      added++;
    } else {
      withdrawals.leave(article);
    }
    if (System.nanoTime() - lastCommit >= INTERVAL) {
      commit();
    }
  }

  synchronized void commit() throws IOException {
    writer.commit();
    committed = added;
    lastCommit = System.nanoTime();
  }

  /** How many of the articles are on disk. */
  synchronized long committed() {
    return committed;
  }
}
