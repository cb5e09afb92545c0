package dev.dateline.lucene;

import java.io.IOException;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.FilterMergePolicy;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.MergePolicy;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.SegmentCommitInfo;
import org.apache.lucene.index.SegmentInfos;
import org.apache.lucene.index.SegmentReader;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.Bits;

/**
 * Rewrites segments without their deleted documents. Lucene only marks a document as deleted; its
 * text stays in the files until they happen to be merged. Segments that are not chosen stay as they
 * are, however many deleted documents they have.
 */
final class Erasure extends FilterMergePolicy {

  /** What is waited for is a merge of the usual kind that has begun: seconds or minutes. */
  private static final Duration PAUSE = Duration.ofMillis(50);

  private final Set<String> chosen;

  private Erasure(MergePolicy usual, Set<String> chosen) {
    super(usual);
    this.chosen = chosen;
  }

  /** Chooses among the segments that have deleted documents. */
  @FunctionalInterface
  interface Choice {
    boolean chooses(SegmentReader segment) throws IOException;
  }

  /** Chooses those that have deleted documents with one of these ids. */
  static Choice remainsOf(Set<String> ids) {
    return segment -> {
      for (String id : ids) {
        if (hasRemains(segment, new Term(Fields.ID, id))) {
          return true;
        }
      }
      return false;
    };
  }

  private static boolean hasRemains(SegmentReader segment, Term id) throws IOException {
    Bits live = segment.getLiveDocs();
    PostingsEnum all = segment.postings(id, PostingsEnum.NONE);
    while (all != null && all.nextDoc() != DocIdSetIterator.NO_MORE_DOCS) {
      if (live != null && !live.get(all.docID())) {
        return true;
      }
    }
    return false;
  }

  /**
   * Rewrites segments until none is chosen; not committed. Writes may go on meanwhile. A segment
   * that is just being merged is waited for, as the merge may take deleted documents along.
   */
  static void run(IndexWriter writer, Choice choice) throws IOException {
    MergePolicy usual = writer.getConfig().getMergePolicy();
    Set<String> before = Set.of();
    try {
      for (Set<String> now = choose(writer, choice); !now.isEmpty(); now = choose(writer, choice)) {
        if (now.equals(before)) {
          LockSupport.parkNanos(PAUSE.toNanos());
        }
        writer.getConfig().setMergePolicy(new Erasure(usual, now));
        writer.forceMergeDeletes(true);
        before = now;
      }
    } finally {
      writer.getConfig().setMergePolicy(usual);
    }
  }

  private static Set<String> choose(IndexWriter writer, Choice choice) throws IOException {
    Set<String> names = new HashSet<>();
    try (DirectoryReader reader = DirectoryReader.open(writer)) {
      for (LeafReaderContext leaf : reader.leaves()) {
        SegmentReader segment = (SegmentReader) leaf.reader();
        if (segment.hasDeletions() && choice.chooses(segment)) {
          names.add(segment.getSegmentInfo().info.name);
        }
      }
    }
    return names;
  }

  @Override
  public MergeSpecification findForcedDeletesMerges(SegmentInfos all, MergeContext context) {
    MergeSpecification merges = new MergeSpecification();
    for (SegmentCommitInfo segment : all) {
      if (chosen.contains(segment.info.name) && !context.getMergingSegments().contains(segment)) {
        merges.add(new OneMerge(List.of(segment)));
      }
    }
    return merges;
  }
}
