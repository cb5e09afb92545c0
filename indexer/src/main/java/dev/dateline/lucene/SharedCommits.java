package dev.dateline.lucene;

import java.io.IOException;
import java.io.InterruptedIOException;

/**
 * Commits that writers share: one runs at a time, and speaks of all that was written before it
 * began. Who comes meanwhile waits for it, and the first of them makes the next one for all. With
 * Lucene's own lock alone, those whose writes are on disk wait for a commit of others to let them
 * go. Thread-safe.
 */
final class SharedCommits {

  /** How many writes were made, and how many of them are on disk. */
  private long written;

  private long committed;
  private boolean running;

  /** What a commit does. */
  interface Committing {
    void run() throws IOException;
  }

  /** Notes that something was written. */
  synchronized void wrote() {
    written++;
  }

  /**
   * Returns when all that was written before the call is on disk.
   *
   * @param committing is run unless another has done it
   */
  void commit(Committing committing) throws IOException {
    long now = begin();
    if (now == 0) {
      return;
    }
    boolean done = false;
    try {
      committing.run();
      done = true;
    } finally {
      end(done ? now : 0);
    }
  }

  /** How many writes a commit that begins now speaks of; 0 if none is needed any more. */
  private synchronized long begin() throws IOException {
    long wanted = written;
    while (running && committed < wanted) {
      try {
        wait();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new InterruptedIOException("interrupted while waiting for a commit");
      }
    }
    if (committed >= wanted) {
      return 0;
    }
    running = true;
    return written;
  }

  private synchronized void end(long done) {
    running = false;
    committed = Math.max(committed, done);
    notifyAll();
  }
}
