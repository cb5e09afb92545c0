package dev.dateline.lucene;

import dev.dateline.index.UnusableIndexException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.apache.lucene.index.IndexFileNames;
import org.apache.lucene.index.SegmentInfos;
import org.apache.lucene.store.Directory;

/**
 * The latest commit of a damaged generation that can be read.
 *
 * @param segments what it consists of
 * @param files where that is read; closing it is left to who gave the directory
 * @param passedOver the later commits, each with the reason why it cannot be read
 */
record ReadableCommit(SegmentInfos segments, MendedInfos files, List<String> passedOver) {

  /**
   * Finds it.
   *
   * @throws UnusableIndexException if there is none; says what to do
   */
  static ReadableCommit of(Directory damaged, IndexFolder index) throws IOException {
    MendedInfos files = new MendedInfos(damaged);
    List<String> passedOver = new ArrayList<>();
    for (String commit : commits(damaged)) {
      try {
        SegmentInfos segments = SegmentInfos.readCommit(files, commit);
        return new ReadableCommit(segments, files, passedOver);
      } catch (IOException
          | RuntimeException
          | InternalError e) { // damaged bytes may be read as anything
        passedOver.add(commit + ": " + e.getMessage());
      }
    }
    throw new UnusableIndexException(
        "nothing can be saved of the articles in "
            + index.root()
            + ": which segments there are cannot be read ("
            + String.join("; ", passedOver)
            + "). The index is as it was. Restore a backup: dateline restore DIR --replace. Without"
            + " one, move current and generations elsewhere, and index the files again: dateline"
            + " index PATH --all; what was kept of sources comes back by dateline reindex"
            + " --from-sources then");
  }

  /** The files of commits, the latest first. */
  private static List<String> commits(Directory damaged) throws IOException {
    return Stream.of(damaged.listAll())
        .filter(file -> file.startsWith(IndexFileNames.SEGMENTS + "_"))
        .sorted(Comparator.comparingLong(SegmentInfos::generationFromSegmentsFileName).reversed())
        .toList();
  }
}
