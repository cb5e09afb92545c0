package dev.dateline.lucene;

import dev.dateline.article.Article;
import dev.dateline.article.Status;
import dev.dateline.index.ArticleWriter;
import dev.dateline.index.UnusableIndexException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.store.AlreadyClosedException;
import org.apache.lucene.util.IOUtils;
import org.jspecify.annotations.Nullable;

/**
 * Writes to the index in a folder, and may {@linkplain #startReindex() build it anew}. Thread-safe.
 */
public final class LuceneWriter implements ArticleWriter {

  private static final System.Logger LOG = System.getLogger(LuceneWriter.class.getName());

  private final IndexFolder folder;
  private final WriteLock lock;

  /**
   * Changes hold it to read, the swap of a generation to write: no change falls between two
   * generations.
   */
  private final ReentrantReadWriteLock swap = new ReentrantReadWriteLock();

  private OpenGeneration open;

  /** The ids that were changed since a reindex began; null while none runs. */
  private @Nullable Set<String> changed;

  private @Nullable Sources sources;

  private boolean closed;

  private LuceneWriter(IndexFolder folder, WriteLock lock, OpenGeneration open) {
    this.folder = folder;
    this.lock = lock;
    this.open = open;
  }

  /**
   * Opens the index in a folder, and makes it where there is none.
   *
   * @throws UnusableIndexException if another writer holds it, or if it cannot be understood
   */
  public static LuceneWriter open(Path path) throws IOException {
    IndexFolder folder = new IndexFolder(path);
    folder.make();
    WriteLock lock = WriteLock.take(folder.root());
    try {
      OpenGeneration open = OpenGeneration.inUse(folder);
      try {
        folder.removeAllBut(open.number());
        return new LuceneWriter(folder, lock, open);
      } catch (Throwable e) {
        IOUtils.closeWhileSuppressingExceptions(e, open::abandon);
        throw e;
      }
    } catch (Throwable e) {
      IOUtils.closeWhileSuppressingExceptions(e, lock);
      throw e;
    }
  }

  @Override
  public boolean add(Article article) throws IOException {
    return write(
        () -> {
          boolean comesBack =
              open.isWithdrawn(article.id()) && !article.status().equals(Status.WITHDRAWN);
          if (!comesBack) {
            put(article);
          }
          return !comesBack;
        });
  }

  @Override
  public void restore(Article article) throws IOException {
    write(
        () -> {
          put(article);
          return true;
        });
  }

  private void put(Article article) throws IOException {
    note(article.id());
    open.put(article);
  }

  @Override
  public void delete(String id) throws IOException {
    write(
        () -> {
          note(id);
          open.delete(id);
          return true;
        });
  }

  @Override
  public Optional<Article> find(String id) throws IOException {
    return write(() -> open.find(id));
  }

  /** Notes for a reindex that runs that an id was changed. */
  private void note(String id) {
    if (changed != null) {
      changed.add(id);
    }
  }

  /** {@inheritDoc} Lucene lets those who come while a commit runs share the next one. */
  @Override
  public void commit() throws IOException {
    write(
        () -> {
          open.commit();
          return true;
        });
  }

  /**
   * Begins to build the index anew beside the one in use. What is written to this writer meanwhile
   * goes on as ever, and is carried into the new generation before it is put in use.
   *
   * @throws IllegalStateException if a reindex is already running
   */
  public Reindex startReindex() throws IOException {
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

  @Override
  public void close() throws IOException {
    swap.writeLock().lock();
    try {
      if (!closed) {
        closed = true;
        IOUtils.close(open, sources, lock);
      }
    } finally {
      swap.writeLock().unlock();
    }
  }

  /** Which files were read into the index; opened at the first call, and closed with the writer. */
  public Sources sources() throws IOException {
    swap.writeLock().lock();
    try {
      checkOpen();
      if (sources == null) {
        sources = Sources.open(folder.root());
      }
      return sources;
    } finally {
      swap.writeLock().unlock();
    }
  }

  /** Something that is done to the generation in use. */
  private interface Writing<T> {
    T run() throws IOException;
  }

  private <T> T write(Writing<T> writing) throws IOException {
    if (Thread.currentThread().isInterrupted()) {
      // Lucene would close the writer for good.
      throw new InterruptedIOException("the thread was interrupted before anything was written");
    }
    swap.readLock().lock();
    try {
      checkOpen();
      return writing.run();
    } catch (AlreadyClosedException e) {
      throw new IOException(
          "the index takes no more writes since one failed; what was committed is safe, and it can"
              + " be written again when it is opened anew",
          e);
    } finally {
      swap.readLock().unlock();
    }
  }

  private void checkOpen() throws IOException {
    if (closed) {
      throw new IOException("the writer of " + folder.root() + " is closed");
    }
  }
}
