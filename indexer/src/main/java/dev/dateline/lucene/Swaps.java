package dev.dateline.lucene;

import dev.dateline.article.Article;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.util.Optional;
import org.apache.lucene.store.AlreadyClosedException;
import org.apache.lucene.util.IOSupplier;

/**
 * How another generation takes the place of the one in use: it is begun, made ready while writes go
 * on, given what was changed meanwhile, and put in use. One at a time. Thread-safe.
 */
final class Swaps {

  private static final System.Logger LOG = System.getLogger(Swaps.class.getName());

  private final IndexFolder folder;
  private final GenerationInUse inUse;

  Swaps(IndexFolder folder, GenerationInUse inUse) {
    this.folder = folder;
    this.inUse = inUse;
  }

  /**
   * Begins to make a generation ready that is to take the place of the one in use. What was changed
   * before is put on disk first: else who begins could see, and carry over, what is refused later.
   * What is changed meanwhile is noted.
   *
   * @throws IllegalStateException if there is one that is being made ready
   */
  <T> T begin(GenerationInUse.Exclusive<T> beginning) throws IOException {
    return inUse.exclusively(
        (open, succession) -> {
          try {
            checkAlone(succession);
            inUse.commitNow();
            T begun = beginning.run(open, succession);
            succession.beginNext();
            return begun;
          } catch (AlreadyClosedException e) {
            throw inUse.failed(e);
          }
        });
  }

  /**
   * Does something during which no generation takes the place of another. Writes go on, and what
   * would put another in its place is refused.
   *
   * @throws IOException also if a write has failed meanwhile: it is to be done again then
   */
  <T> T holdOff(GenerationInUse.Exclusive<T> work) throws IOException {
    begin((open, succession) -> open);
    try {
      return inUse.beside(work);
    } finally {
      inUse.exclusively(
          (open, succession) -> {
            succession.endNext();
            return open;
          });
    }
  }

  private void checkAlone(Succession succession) throws IOException {
    inUse.checkOpen();
    if (succession.isNextBegun()) {
      throw new IllegalStateException("a reindex, rollback or purge is already running");
    }
  }

  /**
   * Does something to the generation that is made ready.
   *
   * @throws IOException also if an earlier write to it has failed, as in a merge beside, after
   *     which Lucene says that its writer is closed: that failure
   */
  static <T> T makeReady(IOSupplier<T> work) throws IOException {
    try {
      return work.get();
    } catch (IllegalStateException e) {
      if (e.getCause() instanceof IOException failed) {
        throw failed;
      }
      throw e;
    }
  }

  /** The article with an id as it was last written to the generation in use. */
  Optional<Article> find(String id) throws IOException {
    return inUse.read(open -> open.find(id));
  }

  /**
   * Puts a generation in use, with all that was changed in the old one since it was begun. Changes
   * wait meanwhile. Where the new one cannot be written, the old one goes on as if nothing had
   * been.
   *
   * @param keep whether the old one is kept, so that one can go back to it
   */
  void swapTo(OpenGeneration next, boolean keep) throws IOException {
    inUse.exclusively(
        (old, succession) -> {
          inUse.checkOpen();
          for (String id : succession.changedMeanwhile()) {
            Optional<Article> article = find(old, id);
            makeReady(
                () -> {
                  next.takeOver(id, article);
                  return id;
                });
          }
          makeReady(
              () -> {
                next.commit();
                next.checkIsThere();
                return next;
              });
          inUse.replaceBy(next, keep);
          discard(old);
          return next;
        });
  }

  private Optional<Article> find(OpenGeneration old, String id) throws IOException {
    try {
      return old.find(id);
    } catch (IllegalStateException e) {
      throw inUse.failed(e);
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
   * Removes the previous generation.
   *
   * @param meanwhile whether this may be while another generation is made ready
   * @return whether there was one
   */
  boolean discardPrevious(boolean meanwhile) throws IOException {
    return inUse.exclusively(
        (open, succession) -> {
          if (meanwhile) {
            inUse.checkOpen();
          } else {
            checkAlone(succession);
          }
          return succession.discardPrevious();
        });
  }

  /**
   * Ends what was begun, after the swap or without one.
   *
   * @param remove whether the generation that did not take its place is removed
   */
  void end(OpenGeneration next, boolean remove) throws IOException {
    inUse.exclusively(
        (open, succession) -> {
          succession.endNext();
          if (open != next) {
            next.abandon();
            if (remove && !inUse.isClosed() && folder.current() != next.number()) {
              folder.remove(next.number());
            }
          }
          return open;
        });
  }
}
