package dev.dateline.lucene;

import dev.dateline.article.Article;
import dev.dateline.article.Status;
import dev.dateline.index.ArticleStore;
import java.io.Closeable;
import java.io.IOException;
import java.util.Optional;
import java.util.function.LongConsumer;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.util.IOUtils;

/**
 * A new generation in the making: add what it shall hold, {@link #finish} to put it in use, and
 * close it in any case. Until it is finished the index is as it was. Articles may be added by
 * several threads.
 *
 * <pre>{@code
 * try (Reindex reindex = writer.startReindex()) {
 *   for (Article article : articles) {
 *     reindex.add(article);
 *   }
 *   Reindex.Summary summary = reindex.finish(Reindex.Rest.KEEP);
 * }
 * }</pre>
 */
public final class Reindex implements ArticleStore, Closeable {

  private final Swaps swaps;
  private final long previous;
  private final DirectoryReader before;
  private final OpenGeneration next;
  private boolean finished;
  private boolean closed;

  /** What becomes of the articles that the index holds and that were not added. */
  public enum Rest {
    KEEP,
    /**
     * They are left out, but for the withdrawn ones: those are kept, so that they stay withdrawn.
     */
    REMOVE
  }

  /**
   * What a reindex did with the articles that the index held and that were not added.
   *
   * @param kept how many were taken over, withdrawn ones not counted
   * @param withdrawn how many withdrawn ones were taken over, whatever was asked
   * @param removed how many were left out
   * @param generation the name of the generation that is now in use
   * @param previous the name of the one that was in use, kept or not
   */
  public record Summary(
      long kept, long withdrawn, long removed, String generation, String previous) {}

  /** Whether the generation that was in use before is kept. */
  public enum Previous {
    /** Until the next reindex is finished; it takes as much room again. */
    KEEP,
    REMOVE
  }

  /** Begins one of the generation in use. */
  static Reindex begin(Swaps swaps, IndexFolder folder) throws IOException {
    return swaps.begin(
        (open, succession) -> {
          DirectoryReader before = open.reader();
          OpenGeneration next = null;
          try {
            next = OpenGeneration.create(folder);
            next.gather();
            return new Reindex(swaps, open.number(), before, next);
          } catch (Throwable e) {
            IOUtils.closeWhileSuppressingExceptions(e, before, next == null ? null : next::abandon);
            throw e;
          }
        });
  }

  private Reindex(Swaps swaps, long previous, DirectoryReader before, OpenGeneration next)
      throws IOException {
    this.previous = previous;
    this.swaps = swaps;
    this.before = before;
    this.next = next;
    next.withdraw(new Documents(before).withdrawn());
  }

  /**
   * The article with this id that the new generation holds, or else the one that the index held
   * when the reindex began, whatever its status.
   */
  @Override
  public Optional<Article> find(String id) throws IOException {
    Optional<Article> added = next.find(id);
    return added.isPresent() ? added : new Documents(before).find(id);
  }

  /**
   * Adds an article to the new generation, unless its id is withdrawn, in the index or by an
   * article that was added before.
   *
   * @return whether it was added; false if its id is withdrawn
   */
  @Override
  public boolean add(Article article) throws IOException {
    checkRunning();
    return Swaps.makeReady(() -> next.add(article));
  }

  /** Adds an article to the new generation, also where its id is withdrawn. */
  @Override
  public void restore(Article article) throws IOException {
    checkRunning();
    Swaps.makeReady(
        () -> {
          next.put(article);
          return article;
        });
  }

  /**
   * Removes the generation that was kept from before, so that no more than two need room. Nobody
   * can go back to it then, also if this is not finished.
   */
  public void discardPrevious() throws IOException {
    checkRunning();
    swaps.discardPrevious(true);
  }

  private void checkRunning() {
    if (finished) {
      throw new IllegalStateException("the reindex is finished");
    }
  }

  /**
   * Puts the new generation in use, and keeps the one before it. When this returns it is on disk,
   * with all that was written meanwhile.
   *
   * @throws IOException if it could not be written; the index then is as it was
   */
  public Summary finish(Rest rest) throws IOException {
    return finish(rest, Previous.KEEP, articles -> {});
  }

  /**
   * Puts the new generation in use, and tells how far it is. What the progress throws ends it, and
   * the index is as it was.
   *
   * @param progress is told, again and again, how many articles of the index were looked at; the
   *     last time before the generation is put in use
   * @throws IOException as {@link #finish(Rest)} says
   */
  public Summary finish(Rest rest, Previous previous, LongConsumer progress) throws IOException {
    Summary summary =
        Swaps.makeReady(
            () -> {
              Summary previewed = preview(rest, progress);
              next.compact();
              next.commit(); // most of it, so that writers wait less while the rest is carried over
              return previewed;
            });
    swaps.swapTo(next, previous == Previous.KEEP);
    finished = true;
    return summary;
  }

  /**
   * What {@link #finish} would do. The articles that were not added are in the new generation then,
   * or left out, so that nothing can be added any more.
   */
  public Summary preview(Rest rest) throws IOException {
    return preview(rest, articles -> {});
  }

  private Summary preview(Rest rest, LongConsumer progress) throws IOException {
    checkRunning();
    Remainder remainder = new Remainder(rest);
    long[] seen = {0};
    try (DirectoryReader added = next.reader()) {
      Documents fresh = new Documents(added);
      new Documents(before)
          .forEach(
              article -> {
                if (!fresh.holds(article.id())) {
                  remainder.take(article);
                }
                progress.accept(++seen[0]);
              });
    }
    progress.accept(seen[0]);
    return new Summary(
        remainder.kept,
        remainder.withdrawn,
        remainder.removed,
        Long.toString(next.number()),
        Long.toString(previous));
  }

  /** Decides about the articles that were not added, and counts them. */
  private final class Remainder {
    private final Rest rest;
    private long kept;
    private long withdrawn;
    private long removed;

    Remainder(Rest rest) {
      this.rest = rest;
    }

    void take(Article article) throws IOException {
      if (article.status().equals(Status.WITHDRAWN)) {
        next.put(article);
        withdrawn++;
      } else if (rest == Rest.KEEP) {
        next.put(article);
        kept++;
      } else {
        removed++;
      }
    }
  }

  /**
   * Lets go of what the reindex holds; without {@link #finish} the new generation is thrown away.
   */
  @Override
  public void close() throws IOException {
    if (!closed) {
      closed = true;
      IOUtils.close(before, () -> swaps.end(next, true));
    }
  }
}
