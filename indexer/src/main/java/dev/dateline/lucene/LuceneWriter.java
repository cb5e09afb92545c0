package dev.dateline.lucene;

import dev.dateline.article.Article;
import dev.dateline.index.ArticleWriter;
import dev.dateline.index.UnusableIndexException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.Term;
import org.apache.lucene.store.AlreadyClosedException;
import org.apache.lucene.util.IOUtils;
import org.jspecify.annotations.Nullable;

/**
 * Writes to the index in a folder, and may {@linkplain #startReindex() build it anew}. Thread-safe.
 */
public final class LuceneWriter implements ArticleWriter {

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
    folder.create();
    WriteLock lock = WriteLock.take(folder.root());
    try {
      if (!folder.hasGeneration()) {
        long first = folder.create(0);
        OpenGeneration.open(folder, first).close();
        folder.use(first);
      }
      OpenGeneration open = OpenGeneration.open(folder, folder.current());
      folder.removeAllBut(open.number());
      return new LuceneWriter(folder, lock, open);
    } catch (Throwable e) {
      IOUtils.closeWhileSuppressingExceptions(e, lock);
      throw e;
    }
  }

  @Override
  public void add(Article article) throws IOException {
    Document document = ArticleDocument.of(article);
    change(article.id(), (writer, id) -> writer.updateDocument(id, document));
  }

  @Override
  public void delete(String id) throws IOException {
    change(id, (writer, term) -> writer.deleteDocuments(term));
  }

  @Override
  public void commit() throws IOException {
    swap.readLock().lock();
    try {
      open.commits().commit();
    } catch (AlreadyClosedException e) {
      throw closed(e);
    } finally {
      swap.readLock().unlock();
    }
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
      if (changed != null) {
        throw new IllegalStateException("a reindex is already running");
      }
      OpenGeneration next = OpenGeneration.open(folder, folder.create(open.number()));
      DirectoryReader before = DirectoryReader.open(open.writer());
      changed = ConcurrentHashMap.newKeySet();
      return new Reindex(this, before, next);
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
      OpenGeneration old = open;
      try (DirectoryReader now = DirectoryReader.open(old.writer())) {
        Documents documents = new Documents(now);
        for (String id : changed == null ? Set.<String>of() : changed) {
          documents.copy(id, next.writer());
        }
      }
      next.writer().commit();
      folder.use(next.number());
      open = next;
      old.abandon();
      folder.removeAllBut(next.number());
    } finally {
      swap.writeLock().unlock();
    }
  }

  /** Ends a reindex, after its swap or without one. */
  void endReindex(OpenGeneration next) throws IOException {
    swap.writeLock().lock();
    try {
      changed = null;
      if (open.number() != next.number()) {
        next.abandon();
        folder.remove(next.number());
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
        IOUtils.close(open, lock);
      }
    } finally {
      swap.writeLock().unlock();
    }
  }

  /** A change to the document of an id, which gives its sequence number. */
  private interface Change {
    long apply(IndexWriter writer, Term id) throws IOException;
  }

  private void change(String id, Change change) throws IOException {
    swap.readLock().lock();
    try {
      if (changed != null) {
        changed.add(id);
      }
      open.commits().written(change.apply(open.writer(), new Term(Fields.ID, id)));
    } catch (AlreadyClosedException e) {
      throw closed(e);
    } finally {
      swap.readLock().unlock();
    }
  }

  /** Lucene closes a writer that could not write: what it holds is then as at its last commit. */
  private static IOException closed(AlreadyClosedException e) {
    return new IOException(
        "the index takes no more writes since one failed; what was committed is safe, and it can be"
            + " written again when it is opened anew",
        e);
  }
}
