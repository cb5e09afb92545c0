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

  private boolean closed;

  private GenerationInUse(IndexFolder folder, OpenGeneration open, Succession succession) {
    this.folder = folder;
    this.open = open;
    this.succession = succession;
  }

  /** Opens it, and removes what is neither in use nor kept; who does so holds the write lock. */
  static GenerationInUse open(IndexFolder folder) throws IOException {
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

  /** Does something to the generation. */
  <T> T write(Writing<T> writing) throws IOException {
    if (Thread.currentThread().isInterrupted()) {
      // Lucene would close the writer for good.
      throw new InterruptedIOException("the thread was interrupted before anything was written");
    }
    swap.readLock().lock();
    try {
      checkOpen();
      return writing.run(open);
    } catch (AlreadyClosedException e) {
      throw FailedWrite.of(e);
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
    write(
        written -> {
          commitNow();
          return true;
        });
  }

  private void commitNow() throws IOException {
    succession.save();
    open.commit();
  }

  private void checkOpen() throws IOException {
    if (closed) {
      throw new IOException("the writer of " + folder.root() + " is closed");
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
      throw FailedWrite.of(e);
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
      if (keep) {
        commitNow();
      }
      try {
        succession.replace(old.number(), next.number(), keep);
      } finally {
        if (folder.current() == next.number()) {
          open = next;
        }
      }
      discard(old);
    } finally {
      swap.writeLock().unlock();
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
      if (open.number() != next.number()) {
        next.abandon();
        if (remove && !closed) {
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
        IOUtils.close(succession::save, open, succession);
      }
    } finally {
      swap.writeLock().unlock();
    }
  }
}
