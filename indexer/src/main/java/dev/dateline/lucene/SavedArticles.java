package dev.dateline.lucene;

import dev.dateline.article.Article;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.LongConsumer;
import org.apache.lucene.index.SegmentCommitInfo;

/** The articles of a damaged generation that can be read, one segment after another. */
final class SavedArticles {

  private final ReadableCommit commit;
  private final LongConsumer progress;
  private final Set<String> saved = new HashSet<>();
  private final List<String> doubtful = new ArrayList<>();
  private final List<String> unknown = new ArrayList<>();
  private long lost;
  private long seen;

  /**
   * @param progress is told, again and again, how many documents were looked at
   */
  SavedArticles(ReadableCommit commit, LongConsumer progress) {
    this.commit = commit;
    this.progress = progress;
    commit.passedOver().forEach(later -> unknown.add("what was written since in " + later));
  }

  /** Puts them into another generation. */
  void fill(OpenGeneration next) throws IOException {
    // Where deletions are known first: elsewhere a deleted version may look like the article.
    for (SegmentCommitInfo segment : commit.segments()) {
      take(segment, true, next);
    }
    for (SegmentCommitInfo segment : commit.segments()) {
      take(segment, false, next);
    }
  }

  /** How many there are. */
  long saved() {
    return saved.size();
  }

  /** The ids of those among them that may not be as they were. */
  List<String> doubtful() {
    return doubtful;
  }

  /** How many articles could not be read. */
  long lost() {
    return lost;
  }

  /** What could not be read without it being known how many articles that were, in words. */
  List<String> unknown() {
    return unknown;
  }

  /** Whether all there was is there, as it was. */
  boolean isAll() {
    return lost == 0 && doubtful.isEmpty() && unknown.isEmpty();
  }

  private void take(SegmentCommitInfo segment, boolean deletionsKnown, OpenGeneration next)
      throws IOException {
    if (commit.files().unreadable().contains(segment.info.name)) {
      if (deletionsKnown) {
        unknown.add("segment " + segment.info.name);
      }
      return;
    }
    try (StoredSegment stored = StoredSegment.open(commit.files(), segment)) {
      if (stored == null) {
        lost += deletionsKnown ? segment.info.maxDoc() - segment.getDelCount() : 0;
      } else if (stored.knowsDeletions() == deletionsKnown) {
        take(stored, next);
      }
    }
  }

  private void take(StoredSegment stored, OpenGeneration next) throws IOException {
    boolean sure = stored.isIntact() && stored.knowsDeletions() && commit.passedOver().isEmpty();
    for (int doc = 0; doc < stored.documents(); doc++) {
      progress.accept(++seen);
      if (stored.isLive(doc)) {
        Article article = stored.article(doc);
        if (article == null) {
          lost++;
        } else if (saved.add(article.id())) {
          next.put(article);
          if (!sure) {
            doubtful.add(article.id());
          }
        }
      }
    }
  }
}
