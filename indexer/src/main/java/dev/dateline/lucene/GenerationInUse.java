package dev.dateline.lucene;

import java.io.Closeable;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.lang.System.Logger.Level;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.apache.lucene.util.IOUtils;

/** The generation that is written to, until another takes its place. Thread-safe. */
final class GenerationInUse implements Closeable {

  private static final System.Logger LOG = System.getLogger(GenerationInUse.class.getName());

  private final IndexFolder folder;

  /**
   * Changes hold it to read, the swap of a generation to write: no change falls between two
   * generations.
   */
  private final ReentrantReadWriteLock swap = new ReentrantReadWriteLock();

  /** Held by what lasts long beside the writes; closing waits for it. */
  private final Lock lasting = new ReentrantLock();

  private OpenGeneration open;
  private final Succession succession;

  /** Why nothing can be written until it is {@linkplain #recover opened anew}, if that is so. */
  private final FailedWrite failed = new FailedWrite();

  private final SharedCommits commits = new SharedCommits();

  private boolean closed;

  private GenerationInUse(IndexFolder folder, OpenGeneration open, Succession succession) {
    this.folder = folder;
    this.open = open;
    this.succession = succession;
  }

  /** Opens it, and removes what is neither in use nor kept; who does so holds the write lock. */
  static GenerationInUse open(IndexFolder folder) throws IOException {
    if (folder.hasCurrent()) {
      folder.confirmCurrent();
    }
    OpenGeneration open = CurrentGeneration.openOrMake(folder);
    try {
      return new GenerationInUse(folder, open, Succession.open(folder));
    } catch (Throwable e) {
      IOUtils.closeWhileSuppressingExceptions(e, open::abandon);
      throw e;
    }
  }

  /** Something that is done to the generation. */
  interface Writing<T> {
    T run(OpenGeneration open) throws IOException;
  }

  /**
   * Does something to the generation. If that fails, nothing more is done to it until it is
   * {@linkplain #recover opened anew}.
   */
  <T> T write(Writing<T> writing) throws IOException {
    return read(
        open -> {
          try {
            T done = writing.run(open);
            commits.wrote();
            return done;
          } catch (IOException e) {
            failed.note(e);
            throw e;
          }
        });
  }

  /** Asks the generation something. */
  <T> T read(Writing<T> question) throws IOException {
    if (Thread.currentThread().isInterrupted()) {
      // Lucene would close the writer for good.
      throw new InterruptedIOException("the thread was interrupted before anything was written");
    }
    swap.readLock().lock();
    try {
      checkOpen();
      return question.run(open);
    } catch (IllegalStateException e) {
      throw failed.note(e);
    } finally {
      swap.readLock().unlock();
    }
  }

  /**
   * Does something to the generation that lasts long, while others write, and while it may be
   * {@linkplain #recover opened anew}: who waited for the end of this would have all writes wait
   * behind it. To be called while no other generation can take its place.
   *
   * @throws IOException also if a write has failed meanwhile, whoever made it: it is to be done
   *     again then
   */
  <T> T beside(Exclusive<T> work) throws IOException {
    lasting.lock();
    try {
      OpenGeneration begun = read(open -> open);
      T done = orNote(begun, work);
      checkIsInUse(begun);
      return done;
    } finally {
      lasting.unlock();
    }
  }

  private <T> T orNote(OpenGeneration begun, Exclusive<T> work) throws IOException {
    try {
      return work.run(begun, succession);
    } catch (IOException e) {
      checkIsInUse(begun);
      failed.note(e);
      throw e;
    } catch (IllegalStateException e) {
      checkIsInUse(begun);
      throw failed.note(e);
    }
  }

  private void checkIsInUse(OpenGeneration begun) throws IOException {
    if (read(open -> open) != begun) {
      throw new IOException(
          "a write failed meanwhile, and the index was opened anew: this is to be done again");
    }
  }

  /** Notes, while something is done to the generation, that an id is changed by it. */
  void note(String id) throws IOException {
    succession.note(id);
  }

  /** Returns when all that was written is on disk. */
  void commit() throws IOException {
    read(
        open -> {
          commits.commit(this::commitNow);
          return open;
        });
  }

  /**
   * Puts all that was written on disk; to be called {@link #exclusively}, or as one of {@link
   * SharedCommits}. Who waited for a commit that failed must not have the next.
   */
  void commitNow() throws IOException {
    failed.check();
    try {
      open.commit(succession::save);
    } catch (IOException e) {
      failed.note(e);
      throw e;
    } catch (IllegalStateException e) {
      throw failed.note(e);
    }
  }

  /**
   * Checks that it can be written.
   *
   * @throws IOException if it is closed, or if a write has failed
   */
  void checkOpen() throws IOException {
    if (closed) {
      throw new IOException("the writer of " + folder.root() + " is closed");
    }
    failed.check();
  }

  /** Whether a write has failed, so that nothing can be written. */
  boolean hasFailed() {
    return failed.happened();
  }

  /**
   * Opens it anew where a write has failed: all is as it was at the last commit then.
   *
   * @throws IOException if that fails too; nothing can be written then, as before
   */
  void recover() throws IOException {
    swap.writeLock().lock();
    try {
      if (failed.happened() && !closed) {
        IOUtils.closeWhileHandlingException(open::abandon);
        folder.confirmCurrent();
        succession.recover();
        open = CurrentGeneration.open(folder);
        LOG.log(Level.INFO, "the index was opened anew, after a write had failed: {0}", failed);
        failed.forget();
      }
    } finally {
      swap.writeLock().unlock();
    }
  }

  /** Something that is done while nobody changes anything. */
  interface Exclusive<T> {
    T run(OpenGeneration open, Succession succession) throws IOException;
  }

  /** Does something while nobody changes anything, also where it is closed. */
  <T> T exclusively(Exclusive<T> work) throws IOException {
    swap.writeLock().lock();
    try {
      return work.run(open, succession);
    } finally {
      swap.writeLock().unlock();
    }
  }

  /**
   * Notes that Lucene has closed its writer, or is about to since a merge has failed.
   *
   * @return what is to be thrown
   */
  IOException failed(IllegalStateException closed) {
    return failed.note(closed);
  }

  /**
   * Puts another generation, which is whole and on disk, in the place of it; to be called {@link
   * #exclusively}.
   *
   * @param keep whether this one is kept
   */
  void replaceBy(OpenGeneration next, boolean keep) throws IOException {
    try {
      if (keep) {
        commitNow();
      }
      succession.replace(open.number(), next.number(), keep);
      open = next;
    } catch (IOException e) {
      failed.note(e); // which of them is in use is seen when it is opened anew
      throw e;
    }
  }

  /** Whether it is closed. */
  boolean isClosed() {
    return closed;
  }

  /** Commits, and closes it, once those who do something to it are done. */
  @Override
  public void close() throws IOException {
    lasting.lock();
    swap.writeLock().lock();
    try {
      if (!closed) {
        closed = true;
        if (!failed.happened()) {
          IOUtils.close(succession::save, open, succession);
        } else {
          IOUtils.close(open::abandon, succession);
        }
      }
    } finally {
      swap.writeLock().unlock();
      lasting.unlock();
    }
  }
}
