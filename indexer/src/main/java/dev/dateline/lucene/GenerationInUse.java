package dev.dateline.lucene;

import java.io.Closeable;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.lang.System.Logger.Level;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.apache.lucene.store.AlreadyClosedException;
import org.apache.lucene.util.IOUtils;
import org.jspecify.annotations.Nullable;

/** The generation that is written to, until another takes its place. Thread-safe. */
final class GenerationInUse implements Closeable {

  private static final System.Logger LOG = System.getLogger(GenerationInUse.class.getName());

  private final IndexFolder folder;

  /**
   * Changes hold it to read, the swap of a generation to write: no change falls between two
   * generations.
   */
  private final ReentrantReadWriteLock swap = new ReentrantReadWriteLock();

  private OpenGeneration open;
  private final Succession succession;

  /** The ids that were changed since a successor was begun; null while there is none. */
  private @Nullable Set<String> changed;

  /** Why nothing can be written until it is {@linkplain #recover opened anew}, or null. */
  private volatile @Nullable IOException failure;

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
    OpenGeneration open = OpenGeneration.inUse(folder);
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
   * {@linkplain #recover opened anew}: after a sync has failed, a later one may succeed without
   * having written what the first one could not.
   */
  <T> T write(Writing<T> writing) throws IOException {
    return read(
        open -> {
          try {
            T done = writing.run(open);
            commits.wrote();
            return done;
          } catch (IOException e) {
            if (failure == null) {
              failure = e;
            }
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
      throw failed(e);
    } finally {
      swap.readLock().unlock();
    }
  }

  /** Notes, while something is done to the generation, that an id is changed by it. */
  void note(String id) throws IOException {
    if (changed != null) {
      changed.add(id);
    }
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

  /** Who waited for a commit that failed must not have the next. */
  private void commitNow() throws IOException {
    checkNotFailed();
    try {
      succession.save();
      open.commit();
    } catch (IOException e) {
      failure = e;
      throw e;
    } catch (IllegalStateException e) {
      throw failed(e);
    }
  }

  private void checkOpen() throws IOException {
    if (closed) {
      throw new IOException("the writer of " + folder.root() + " is closed");
    }
    checkNotFailed();
  }

  private void checkNotFailed() throws IOException {
    IOException failed = failure;
    if (failed != null) {
      throw FailedWrite.of(failed);
    }
  }

  /** Notes that Lucene has closed its writer, or is about to since a merge has failed. */
  private IOException failed(IllegalStateException closed) {
    Throwable cause = closed.getCause() == null ? closed : closed.getCause();
    IOException failed = failure;
    if (failed == null) {
      failed = cause instanceof IOException e ? e : new IOException(cause);
      failure = failed;
    }
    return FailedWrite.of(failed);
  }

  /** Whether a write has failed, so that nothing can be written. */
  boolean hasFailed() {
    return failure != null;
  }

  /**
   * Opens it anew where a write has failed: all is as it was at the last commit then.
   *
   * @throws IOException if that fails too; nothing can be written then, as before
   */
  void recover() throws IOException {
    swap.writeLock().lock();
    try {
      if (failure != null && !closed) {
        IOUtils.closeWhileHandlingException(open::abandon);
        folder.confirmCurrent();
        succession.recover();
        open = OpenGeneration.current(folder);
        LOG.log(Level.INFO, "the index was opened anew, after a write had failed: {0}", failure);
        failure = null;
      }
    } finally {
      swap.writeLock().unlock();
    }
  }

  /** Makes what is to take its place. */
  interface Beginning<T> {
    T run(OpenGeneration open, Succession succession) throws IOException;
  }

  /**
   * Begins to make a generation ready that is to take its place. What is changed meanwhile is
   * noted.
   *
   * @throws IllegalStateException if there is one that is being made ready
   */
  <T> T begin(Beginning<T> beginning) throws IOException {
    swap.writeLock().lock();
    try {
      checkAlone();
      T begun = beginning.run(open, succession);
      changed = ConcurrentHashMap.newKeySet();
      return begun;
    } catch (AlreadyClosedException e) {
      throw failed(e);
    } finally {
      swap.writeLock().unlock();
    }
  }

  /** Does something during which no generation takes its place. Writes go on meanwhile. */
  <T> T alone(Beginning<T> work) throws IOException {
    begin((current, all) -> current);
    try {
      return write(current -> work.run(current, succession));
    } finally {
      end();
    }
  }

  private void end() {
    swap.writeLock().lock();
    try {
      changed = null;
    } finally {
      swap.writeLock().unlock();
    }
  }

  private void checkAlone() throws IOException {
    checkOpen();
    if (changed != null) {
      throw new IllegalStateException("a reindex, rollback or purge is already running");
    }
  }

  /**
   * Puts a generation in use, with all that was changed in the old one since it was begun. Changes
   * wait meanwhile.
   *
   * @param keep whether the old one is kept, so that one can go back to it
   */
  void swapTo(OpenGeneration next, boolean keep) throws IOException {
    swap.writeLock().lock();
    try {
      checkOpen();
      OpenGeneration old = open;
      for (String id : changed == null ? Set.<String>of() : changed) {
        next.takeOver(id, old);
      }
      next.commit();
      replace(old, next, keep);
      discard(old);
    } catch (IllegalStateException e) {
      throw failed(e);
    } finally {
      swap.writeLock().unlock();
    }
  }

  private void replace(OpenGeneration old, OpenGeneration next, boolean keep) throws IOException {
    try {
      if (keep) {
        commitNow();
      }
      succession.replace(old.number(), next.number(), keep);
      open = next;
    } catch (IOException e) {
      failure = e; // which of them is in use is seen when it is opened anew
      throw e;
    }
  }

  /**
   * Removes the previous generation.
   *
   * @param meanwhile whether this may be while another generation is made ready
   * @return whether there was one
   */
  boolean discardPrevious(boolean meanwhile) throws IOException {
    swap.writeLock().lock();
    try {
      if (meanwhile) {
        checkOpen();
      } else {
        checkAlone();
      }
      return succession.discardPrevious();
    } finally {
      swap.writeLock().unlock();
    }
  }

  private void discard(OpenGeneration old) {
    try {
      old.abandon();
    } catch (IOException e) {
      LOG.log(Level.WARNING, "the generation that was in use could not be closed", e);
    }
    folder.removeUnused();
  }

  /**
   * Ends what was begun, after the swap or without one.
   *
   * @param remove whether the generation that did not take its place is removed
   */
  void end(OpenGeneration next, boolean remove) throws IOException {
    swap.writeLock().lock();
    try {
      changed = null;
      if (open != next) {
        next.abandon();
        if (remove && !closed && folder.current() != next.number()) {
          folder.remove(next.number());
        }
      }
    } finally {
      swap.writeLock().unlock();
    }
  }

  /** Commits, and closes it, once those who write are done. */
  @Override
  public void close() throws IOException {
    swap.writeLock().lock();
    try {
      if (!closed) {
        closed = true;
        if (failure == null) {
          IOUtils.close(succession::save, open, succession);
        } else {
          IOUtils.close(open::abandon, succession);
        }
      }
    } finally {
      swap.writeLock().unlock();
    }
  }
}
