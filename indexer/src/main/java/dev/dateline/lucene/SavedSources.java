package dev.dateline.lucene;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.lucene.index.CheckIndex;
import org.apache.lucene.index.SegmentCommitInfo;
import org.apache.lucene.index.SegmentInfos;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.util.IOUtils;
import org.jspecify.annotations.Nullable;

/** What can be saved of damaged sources: each segment that is sound, as it is. */
final class SavedSources {

  private SavedSources() {}

  /**
   * Makes sources of what is sound in others. Where anything is left out it is forgotten which
   * files were read, so that they are read, and kept, again.
   *
   * @param damaged where they lie, which stay as they are
   * @param to a folder that is not there yet; when this returns it is on disk but for its name. A
   *     file, and no folder, where nothing could be saved ({@link BroughtAlong})
   * @return what was left out, in words: of kept sources what they were called, as far as that can
   *     be read
   */
  static List<String> make(Path damaged, Path to) throws IOException {
    SetAside.link(damaged, to);
    List<String> left;
    try (Directory directory = FSDirectory.open(to)) {
      left = leaveOutDamaged(directory);
      if (left != null && !left.isEmpty()) {
        Sources.forgetFiles(directory);
      }
    }
    if (left == null) {
      IOUtils.rm(to);
      Files.createFile(to);
      return List.of("all of it, as it cannot be read what there is");
    }
    IOUtils.fsync(to, true);
    return left;
  }

  /** What was left out, or null where it is not even known which segments there are. */
  private static @Nullable List<String> leaveOutDamaged(Directory directory) throws IOException {
    try (CheckIndex check = new CheckIndex(directory)) {
      check.setLevel(CheckIndex.Level.MIN_LEVEL_FOR_INTEGRITY_CHECKS);
      CheckIndex.Status found = check.checkIndex();
      if (found.clean) {
        return List.of();
      }
      if (found.segmentInfos.isEmpty()) {
        return null;
      }
      List<String> left = names(directory, damaged(found));
      check.exorciseIndex(found);
      return left;
    }
  }

  private static Set<String> damaged(CheckIndex.Status found) {
    return found.segmentInfos.stream()
        .filter(segment -> segment.error != null)
        .map(segment -> segment.name)
        .collect(Collectors.toSet());
  }

  private static List<String> names(Directory directory, Set<String> segments) throws IOException {
    List<String> names = new ArrayList<>();
    for (SegmentCommitInfo segment : SegmentInfos.readLatestCommit(directory)) {
      if (segments.contains(segment.info.name)) {
        names.add(segment.info.maxDoc() + " documents in segment " + segment.info.name);
        names.addAll(names(directory, segment));
      }
    }
    return names;
  }

  /** What the sources in a damaged segment were called, as far as that can be read. */
  private static List<String> names(Directory directory, SegmentCommitInfo segment)
      throws IOException {
    List<String> names = new ArrayList<>();
    try (StoredSegment stored = StoredSegment.open(directory, segment)) {
      for (int doc = 0; stored != null && doc < stored.documents(); doc++) {
        String name = stored.isLive(doc) ? stored.text(doc, SourceBlock.NAME) : null;
        if (name != null) {
          names.add(name);
        }
      }
    }
    return names;
  }
}
