package dev.dateline.lucene;

import java.io.IOException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;
import org.apache.lucene.index.IndexWriter;

/**
 * Commits for several threads at once: who comes while a commit runs waits for it, and then the
 * first of those who wait commits for all of them. Thread-safe.
 */
final class GroupCommit {

  private final IndexWriter writer;
  private final AtomicLong written = new AtomicLong();
  private final ReentrantLock turn = new ReentrantLock();
  private long committed;

  GroupCommit(IndexWriter writer) {
    this.writer = writer;
  }

  /** Notes the sequence number that the writer gave to a change. */
  void written(long sequenceNumber) {
    written.accumulateAndGet(sequenceNumber, Math::max);
  }

  /** Returns when every change that was noted before the call is on disk. */
  void commit() throws IOException {
    long needed = written.get();
    turn.lock();
    try {
      if (committed < needed) {
        long all = written.get();
        writer.commit();
        committed = all;
      }
    } finally {
      turn.unlock();
    }
  }
}
