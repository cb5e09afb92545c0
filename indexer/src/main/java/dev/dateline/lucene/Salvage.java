package dev.dateline.lucene;

import dev.dateline.article.Article;
import dev.dateline.index.UnusableIndexException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.LongConsumer;
import org.apache.lucene.index.SegmentCommitInfo;
import org.apache.lucene.index.SegmentInfos;
import org.apache.lucene.store.Directory;

/**
 * What could be saved of a damaged index.
 *
 * @param saved how many articles are in the new generation, hidden ones among them
 * @param doubtful the ids of those among them that may not be as they were: the file that they were
 *     read from is damaged, or what says which articles were deleted is
 * @param lost how many articles could not be read
 * @param generation the name of the new generation, which is in use
 * @param damaged where the damaged generation lies now
 */
public record Salvage(
    long saved, List<String> doubtful, long lost, String generation, Path damaged) {

  public Salvage {
    doubtful = List.copyOf(doubtful);
  }

  /**
   * Builds a new generation of all articles whose stored text can be read, whatever else of the
   * index is damaged, and puts it in use. The damaged one is set aside, for whoever keeps the index
   * to look at and remove.
   *
   * @param progress is told of each document that was looked at: 1
   * @throws UnusableIndexException if there is no index, if a later version made it, or if another
   *     process writes to it
   * @throws IOException if it is not even known which segments there are, or if the new generation
   *     could not be written; the index then is as it was
   */
  @SuppressWarnings("try") // the lock is held, and no more
  public static Salvage of(Path folder, LongConsumer progress) throws IOException {
    IndexFolder index = new IndexFolder(folder);
    index.current(); // says so where there is no index
    try (WriteLock alone = WriteLock.takeAlone(index.root())) {
      long number = index.current();
      try (Directory damaged = index.open(number)) {
        SegmentInfos segments = SegmentInfos.readLatestCommit(damaged);
        if (!Schema.of(segments).isEarlier()) {
          Schema.check(damaged);
        }
        Taking taking = new Taking(damaged, progress);
        long next = NewGeneration.make(index, fresh -> taking.all(segments, fresh));
        index.use(next, index.previous());
        return new Salvage(
            taking.saved.size(),
            List.copyOf(taking.doubtful),
            taking.lost,
            Long.toString(next),
            index.setAside(number));
      }
    }
  }

  /** The articles that are taken over, one segment after another. */
  private static final class Taking {
    private final Directory damaged;
    private final LongConsumer progress;
    private final Set<String> saved = new HashSet<>();
    private final List<String> doubtful = new ArrayList<>();
    private long lost;

    Taking(Directory damaged, LongConsumer progress) {
      this.damaged = damaged;
      this.progress = progress;
    }

    void all(SegmentInfos segments, OpenGeneration next) throws IOException {
      // Where deletions are known first: elsewhere a deleted version may look like the article.
      for (SegmentCommitInfo segment : segments) {
        take(segment, true, next);
      }
      for (SegmentCommitInfo segment : segments) {
        take(segment, false, next);
      }
    }

    private void take(SegmentCommitInfo segment, boolean deletionsKnown, OpenGeneration next)
        throws IOException {
      try (StoredSegment stored = StoredSegment.open(damaged, segment)) {
        if (stored == null) {
          lost += deletionsKnown ? segment.info.maxDoc() - segment.getDelCount() : 0;
        } else if (stored.knowsDeletions() == deletionsKnown) {
          take(stored, next);
        }
      }
    }

    private void take(StoredSegment stored, OpenGeneration next) throws IOException {
      for (int doc = 0; doc < stored.documents(); doc++) {
        progress.accept(1);
        if (stored.isLive(doc)) {
          Article article = stored.article(doc);
          if (article == null) {
            lost++;
          } else if (saved.add(article.id())) {
            next.put(article);
            if (!stored.isIntact() || !stored.knowsDeletions()) {
              doubtful.add(article.id());
            }
          }
        }
      }
    }
  }
}
