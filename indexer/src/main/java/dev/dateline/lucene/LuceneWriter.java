package dev.dateline.lucene;

import dev.dateline.article.Article;
import dev.dateline.index.ArticleWriter;
import dev.dateline.index.UnusableIndexException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.LongConsumer;
import org.apache.lucene.util.IOUtils;
import org.jspecify.annotations.Nullable;

/**
 * Writes to the index in a folder, and may {@linkplain #startReindex() build it anew}. Thread-safe.
 */
public final class LuceneWriter implements ArticleWriter {

  private final IndexFolder folder;
  private final WriteLock lock;
  private final GenerationInUse generation;
  private final Swaps swaps;
  private @Nullable Sources sources;
  private boolean closed;

  /** Shared by all who are between their first change and their commit. */
  private final ReadWriteLock unacknowledged = new ReentrantReadWriteLock();

  private LuceneWriter(IndexFolder folder, WriteLock lock, GenerationInUse generation) {
    this.folder = folder;
    this.lock = lock;
    this.generation = generation;
    this.swaps = new Swaps(folder, generation);
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
      return new LuceneWriter(folder, lock, GenerationInUse.open(folder));
    } catch (Throwable e) {
      IOUtils.closeWhileSuppressingExceptions(e, lock);
      throw e;
    }
  }

  @Override
  public boolean add(Article article) throws IOException {
    return generation.write(
        open -> {
          generation.note(article.id());
          return open.add(article);
        });
  }

  @Override
  public void restore(Article article) throws IOException {
    generation.write(
        open -> {
          generation.note(article.id());
          open.put(article);
          return true;
        });
  }

  @Override
  public void delete(String id) throws IOException {
    generation.write(
        open -> {
          generation.note(id);
          open.delete(id);
          return true;
        });
  }

  @Override
  public Optional<Article> find(String id) throws IOException {
    return generation.read(open -> open.find(id));
  }

  @Override
  public void commit() throws IOException {
    generation.commit();
  }

  @Override
  public <T> T acknowledge(Changes<T> changes) throws IOException {
    if (generation.hasFailed()) {
      recover();
    }
    unacknowledged.readLock().lock();
    try {
      T made = changes.make();
      commit();
      return made;
    } finally {
      unacknowledged.readLock().unlock();
    }
  }

  /** Opens the index anew where a write has failed, while nobody's changes can be lost by that. */
  private void recover() throws IOException {
    unacknowledged.writeLock().lock();
    try {
      generation.recover();
    } finally {
      unacknowledged.writeLock().unlock();
    }
  }

  /**
   * Says that much is about to be written, and {@linkplain #compact merged} then: until then
   * nothing is merged that need not be.
   */
  public void gather() throws IOException {
    generation.read(
        open -> {
          open.gather();
          return true;
        });
  }

  /**
   * Merges what was written, where much was: searches are faster after it. Takes seconds for a
   * hundred thousand articles, and as much room on disk as the index until it has ended. All is as
   * safe as before, whatever ends it.
   *
   * @throws IOException if there is no room; the index is as it was
   */
  public void compact() throws IOException {
    generation.write(
        open -> {
          open.compact();
          return true;
        });
    generation.commit();
  }

  /**
   * Begins to build the index anew beside the one in use. What is written to this writer meanwhile
   * goes on as ever, and is carried into the new generation before it is put in use.
   *
   * @throws IllegalStateException if a reindex is already running
   */
  public Reindex startReindex() throws IOException {
    return Reindex.begin(swaps, folder);
  }

  /** Begins to go back, as {@link #startRollback(LongConsumer)} does. */
  public Rollback startRollback() throws IOException {
    return startRollback(bytes -> {});
  }

  /**
   * Begins to go back to the generation that was in use before the last reindex. What is written to
   * this writer meanwhile goes on as ever, and is taken along.
   *
   * @param reading is told, again and again, how many bytes of it were read. What it throws ends
   *     the rollback, and the index is as it was
   * @throws UnusableIndexException if none is kept, if it is damaged, of which every byte is read
   *     for that, or if it cannot be understood
   * @throws IllegalStateException if a reindex is running
   */
  public Rollback startRollback(LongConsumer reading) throws IOException {
    return Rollback.begin(swaps, folder, reading);
  }

  /** Whether the generation that was in use before the last reindex is kept. */
  public boolean hasPrevious() throws IOException {
    return folder.previous().isPresent();
  }

  /**
   * Removes the generation that was in use before the last reindex, to have its room. Nobody can go
   * back to it then.
   *
   * @return whether there was one
   * @throws IllegalStateException if a reindex is running
   */
  public boolean discardPrevious() throws IOException {
    return swaps.discardPrevious(false);
  }

  /** The ids that are withdrawn, whatever else there is of them; a copy. */
  public Set<String> withdrawn() throws IOException {
    return generation.read(OpenGeneration::withdrawn);
  }

  /**
   * Leaves of articles nothing but their ids, which are withdrawn from then on: in the generation
   * in use and in the one that is kept, in kept sources and in the list of failures, also in the
   * bytes of the files. Who searches may hold files that are gone until it lets go of its view.
   * When this returns it is on disk; cut off, it is to be done again.
   *
   * @param ids of articles; also of such that are not there
   * @param judge says whether there is one of them in a kept source
   * @throws IllegalStateException if a reindex or a rollback is running
   */
  public Purge purge(Set<String> ids, Sources.Judge judge) throws IOException {
    Purge purge = Purge.ofGenerations(swaps, folder, ids);
    Files.deleteIfExists(Sources.stream(folder.root()));
    Path kept = folder.sources().path();
    if (Files.notExists(kept)) {
      return purge;
    }
    try {
      Sources.Purged purged = purgeSources(judge);
      return purge
          .withSources(purged.removed())
          .withRemains(
              purged.unread().stream()
                  .map(unread -> kept + ", where this is kept: " + unread)
                  .toList());
    } catch (UnusableIndexException e) {
      return purge.withRemains(List.of(Purge.remains(kept, e)));
    } catch (IOException | RuntimeException | InternalError e) {
      return purge.withRemains(
          List.of(
              Purge.remains(kept, e)
                  + "; if it is damaged, remove that folder to have all files read again"));
    }
  }

  private synchronized Sources.Purged purgeSources(Sources.Judge judge) throws IOException {
    try {
      return sources().purge(judge);
    } finally {
      // Its view would hold the files.
      IOUtils.close(sources);
      sources = null;
    }
  }

  /** Which files were read into the index; opened at the first call, and closed with the writer. */
  public synchronized Sources sources() throws IOException {
    if (closed) {
      throw new IOException("the writer of " + folder.root() + " is closed");
    }
    if (sources == null) {
      sources = Sources.open(folder.root());
    }
    return sources;
  }

  @Override
  public synchronized void close() throws IOException {
    if (!closed) {
      closed = true;
      IOUtils.close(generation, sources, lock);
    }
  }
}
