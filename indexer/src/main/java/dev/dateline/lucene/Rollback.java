package dev.dateline.lucene;

import dev.dateline.article.Article;
import dev.dateline.index.UnusableIndexException;
import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.LongConsumer;

/**
 * Going back to the generation that was in use before the last reindex, with all that was added,
 * replaced and deleted since, and whatever is withdrawn by now. {@link #finish} puts it in use, and
 * keeps the one that was; close it in any case. Until it is finished the index is as it was.
 */
public final class Rollback implements Closeable {

  private final Swaps swaps;
  private final long left;
  private final OpenGeneration next;

  /** What was written since, and what is withdrawn. */
  private final Set<String> ids;

  private boolean taken;
  private boolean closed;

  /**
   * What a rollback did.
   *
   * @param generation the name of the generation that is in use again
   * @param left the name of the one that was in use, which is kept
   * @param added the ids of the articles that were taken along, withdrawn ones among them
   * @param deleted the ids of the articles that were deleted since
   */
  public record Summary(String generation, String left, List<String> added, List<String> deleted) {
    public Summary {
      added = List.copyOf(added);
      deleted = List.copyOf(deleted);
    }
  }

  /** Begins one, once all of the generation to which it goes back was read; writes go on then. */
  static Rollback begin(Swaps swaps, IndexFolder folder, LongConsumer reading) throws IOException {
    OptionalLong sound = KeptGeneration.check(folder, reading);
    return swaps.begin(
        (open, succession) -> {
          long previous = succession.previous();
          if (sound.isEmpty() || sound.getAsLong() != previous) {
            throw new UnusableIndexException(
                "the index was built anew while the generation that was kept was looked at; to go"
                    + " back to the one that was in use until then, roll back again");
          }
          Set<String> ids = new LinkedHashSet<>(succession.written());
          ids.addAll(open.withdrawn());
          return new Rollback(swaps, open.number(), OpenGeneration.open(folder, previous), ids);
        });
  }

  private Rollback(Swaps swaps, long left, OpenGeneration next, Set<String> ids) {
    this.swaps = swaps;
    this.left = left;
    this.next = next;
    this.ids = ids;
  }

  /**
   * Puts the previous generation in use. When this returns it is on disk, with all that was written
   * since and meanwhile. What the progress throws ends it, and the index is as it was.
   *
   * @param progress is told, again and again, of how many ids was taken along what there is
   * @throws IOException if it could not be written; the index then is as it was
   */
  public Summary finish(LongConsumer progress) throws IOException {
    Summary summary =
        Swaps.makeReady(
            () -> {
              Summary previewed = preview(progress);
              next.commit(); // most of it, so that writers wait less while the rest is carried over
              return previewed;
            });
    swaps.swapTo(next, true);
    return summary;
  }

  /** What {@link #finish} would do. */
  public Summary preview() throws IOException {
    return preview(count -> {});
  }

  private Summary preview(LongConsumer progress) throws IOException {
    if (taken) {
      throw new IllegalStateException("a rollback is made once");
    }
    taken = true;
    List<String> added = new ArrayList<>();
    List<String> deleted = new ArrayList<>();
    long seen = 0;
    for (String id : ids) {
      Optional<Article> now = swaps.find(id);
      if (!now.equals(next.find(id))) {
        next.takeOver(id, now);
        (now.isPresent() ? added : deleted).add(id);
      }
      progress.accept(++seen);
    }
    return new Summary(Long.toString(next.number()), Long.toString(left), added, deleted);
  }

  /** Lets go of what it holds; without {@link #finish} all is as it was. */
  @Override
  public void close() throws IOException {
    if (!closed) {
      closed = true;
      swaps.end(next, false);
    }
  }
}
