package dev.dateline.lucene;

import dev.dateline.index.UnusableIndexException;
import java.io.Closeable;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.file.NoSuchFileException;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.lucene.index.CorruptIndexException;
import org.apache.lucene.util.IOUtils;
import org.jspecify.annotations.Nullable;

/**
 * Which generation takes the place of which; while the one before is kept, what was written since,
 * and while the next is made ready, what is changed meanwhile. Used by who holds the write lock;
 * {@link #note} and {@link #save} by several threads, the rest by one at a time.
 */
final class Succession implements Closeable {

  private static final System.Logger LOG = System.getLogger(Succession.class.getName());

  private final IndexFolder folder;

  /**
   * What was written since the previous one was in use; null where that is not known. A purge may
   * note ids while it is opened anew.
   */
  private volatile @Nullable WrittenSince since;

  /** The ids that were changed since a successor was begun; null while there is none. */
  private @Nullable Set<String> changed;

  private Succession(IndexFolder folder) {
    this.folder = folder;
  }

  /** Goes on, and removes the generations that are neither in use nor kept. */
  static Succession open(IndexFolder folder) throws IOException {
    Succession succession = new Succession(folder);
    succession.recover();
    return succession;
  }

  /** Goes on from what is on disk, after something could not be written. */
  void recover() throws IOException {
    IOUtils.closeWhileHandlingException(since);
    since = null;
    if (!isNextBegun()) {
      folder.removeUnused(); // else also what is being made ready
    }
    OptionalLong previous = folder.previous();
    if (previous.isPresent()) {
      since = writtenSince(previous.getAsLong());
    }
  }

  private @Nullable WrittenSince writtenSince(long previous) throws IOException {
    try {
      return WrittenSince.open(folder.writtenSince(previous, folder.current()));
    } catch (NoSuchFileException | CorruptIndexException e) {
      if (!Schema.isEarlier(folder, previous)) { // to such nobody goes back
        LOG.log(Level.WARNING, "nobody can go back to generation {0}: {1}", previous, e);
      }
      return null;
    }
  }

  /** Notes that an id is about to be changed. */
  void note(String id) throws IOException {
    if (changed != null) {
      changed.add(id);
    }
    WrittenSince list = since;
    if (list != null) {
      list.add(id);
    }
  }

  /** Returns when all that was noted is on disk; to be called before a commit is there. */
  void save() throws IOException {
    WrittenSince list = since;
    if (list != null) {
      list.save();
    }
  }

  /** Whether a successor is being made ready. */
  boolean isNextBegun() {
    return changed != null;
  }

  /** A successor is begun: what is changed from now on is noted for it. */
  void beginNext() {
    changed = ConcurrentHashMap.newKeySet();
  }

  /** The ids that were changed since a successor was begun; none without one. */
  Set<String> changedMeanwhile() {
    return changed == null ? Set.of() : changed;
  }

  /** There is no successor any more, after it has taken its place or not. */
  void endNext() {
    changed = null;
  }

  /**
   * The number of the previous generation.
   *
   * @throws UnusableIndexException if none is kept, if it has another schema, or if it is not known
   *     what was written since
   */
  long previous() throws IOException {
    OptionalLong previous = folder.previous();
    if (previous.isEmpty()) {
      throw new UnusableIndexException(
          "no generation is kept to which "
              + folder.root()
              + " could go back; a reindex keeps the one before it, unless it is told not to");
    }
    Schema.checkKept(folder, previous.getAsLong());
    if (since == null) {
      throw new UnusableIndexException(
          "it is not known what was written since generation "
              + previous.getAsLong()
              + " was in use, as "
              + folder.writtenSince(previous.getAsLong(), folder.current())
              + " is missing; going back would lose it");
    }
    return previous.getAsLong();
  }

  /** The ids that were written since the previous generation was in use; none without one. */
  Set<String> written() throws IOException {
    return since == null ? Set.of() : since.ids();
  }

  /**
   * Puts a generation in the place of another. If this fails, {@link IndexFolder#current} tells
   * which one is in use.
   *
   * @param keep whether the old one is kept
   */
  void replace(long old, long next, boolean keep) throws IOException {
    WrittenSince started = keep ? WrittenSince.start(folder.writtenSince(old, next)) : null;
    WrittenSince ended = started;
    try {
      folder.use(next, keep ? OptionalLong.of(old) : OptionalLong.empty());
    } finally {
      if (folder.current() == next) {
        ended = since;
        since = started;
      }
      IOUtils.closeWhileHandlingException(ended);
    }
  }

  /**
   * Removes the previous generation.
   *
   * @return whether there was one
   */
  boolean discardPrevious() throws IOException {
    OptionalLong previous = folder.previous();
    if (previous.isEmpty()) {
      return false;
    }
    folder.use(folder.current());
    IOUtils.closeWhileHandlingException(since);
    since = null;
    folder.remove(previous.getAsLong());
    folder.removeUnusedLists();
    return true;
  }

  @Override
  public void close() throws IOException {
    IOUtils.close(since);
  }
}
