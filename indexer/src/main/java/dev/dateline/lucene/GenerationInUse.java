package dev.dateline.lucene;

import dev.dateline.article.Article;
import java.io.Closeable;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.lang.System.Logger.Level;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.apache.lucene.index.DirectoryReader;
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

  /** The ids that were changed since a reindex began; null while none runs. */
  private @Nullable Set<String> changed;

  private boolean closed;

  private GenerationInUse(IndexFolder folder, OpenGeneration open) {
    this.folder = folder;
    this.open = open;
  }

  /** Opens it, and removes all others; who does so holds the write lock. */
  static GenerationInUse open(IndexFolder folder) throws IOException {
    OpenGeneration open = OpenGeneration.inUse(folder);
    try {
      folder.removeAllBut(open.number());
      return new GenerationInUse(folder, open);
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
  void note(String id) {
    if (changed != null) {
      changed.add(id);
    }
  }

  private void checkOpen() throws IOException {
    if (closed) {
      throw new IOException("the writer of " + folder.root() + " is closed");
    }
  }

  /**
   * Begins to build a generation that is to take its place.
   *
   * @throws IllegalStateException if a reindex is already running
   */
  Reindex startReindex() throws IOException {
    swap.writeLock().lock();
    try {
      checkOpen();
      if (changed != null) {
        throw new IllegalStateException("a reindex is already running");
      }
      DirectoryReader before = open.reader();
      OpenGeneration next = null;
      try {
        next = OpenGeneration.create(folder);
        Reindex reindex = new Reindex(this, before, next);
        changed = ConcurrentHashMap.newKeySet();
        return reindex;
      } catch (Throwable e) {
        IOUtils.closeWhileSuppressingExceptions(e, before, next == null ? null : next::abandon);
        throw e;
      }
    } catch (AlreadyClosedException e) {
      throw FailedWrite.of(e);
    } finally {
      swap.writeLock().unlock();
    }
  }

  /**
   * Puts the new generation in use, with all that was changed in the old one since the reindex
   * began. Changes wait meanwhile.
   */
  void swapTo(OpenGeneration next) throws IOException {
    swap.writeLock().lock();
    try {
      checkOpen();
      OpenGeneration old = open;
      for (String id : changed == null ? Set.<String>of() : changed) {
        carry(id, old, next);
      }
      next.commit();
      try {
        folder.use(next.number());
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

  /** Makes a generation hold what another holds of an id: the article, or none. */
  private static void carry(String id, OpenGeneration from, OpenGeneration to) throws IOException {
    Optional<Article> article = from.find(id);
    if (article.isPresent()) {
      to.put(article.get());
    } else {
      to.delete(id);
    }
  }

  private void discard(OpenGeneration old) {
    try {
      old.abandon();
    } catch (IOException e) {
      LOG.log(Level.WARNING, "the generation that was in use could not be closed", e);
    }
    folder.removeAllBut(open.number());
  }

  /** Ends a reindex, after its swap or without one. */
  void endReindex(OpenGeneration next) throws IOException {
    swap.writeLock().lock();
    try {
      changed = null;
      if (open.number() != next.number()) {
        next.abandon();
        if (!closed) {
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
        open.close();
      }
    } finally {
      swap.writeLock().unlock();
    }
  }
}
