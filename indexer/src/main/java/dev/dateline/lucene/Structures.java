package dev.dateline.lucene;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.LongConsumer;
import org.apache.lucene.codecs.CodecUtil;
import org.apache.lucene.index.CheckIndex;
import org.apache.lucene.index.SegmentCommitInfo;
import org.apache.lucene.store.BufferedChecksumIndexInput;
import org.apache.lucene.store.ChecksumIndexInput;
import org.apache.lucene.store.IOContext;
import org.apache.lucene.store.IndexInput;
import org.apache.lucene.store.NoLockFactory;

/**
 * Whether the files of a commit are as they were written, and whether they fit together. Checksums
 * tell which file is damaged; what is in the files is looked at where checksums found nothing.
 */
final class Structures {

  private final HeldCommit commit;
  private final String path;
  private final List<Damage> damages = new ArrayList<>();

  /** What is read at a time before it is told, in bytes. */
  private static final int PIECE = 1 << 20;

  private Structures(HeldCommit commit, String path) {
    this.commit = commit;
    this.path = path;
  }

  /**
   * All that is wrong with a commit.
   *
   * @param path where it lies, for the names of files
   * @param progress is told, again and again, how many bytes were read
   */
  static List<Damage> damages(HeldCommit commit, String path, LongConsumer progress)
      throws IOException {
    Structures structures = new Structures(commit, path);
    Set<String> damaged = structures.checksums(progress);
    structures.segments(damaged);
    return structures.damages;
  }

  /** The names of the files whose checksum is wrong, or that are missing. */
  private Set<String> checksums(LongConsumer progress) {
    Set<String> damaged = new HashSet<>(commit.missing());
    commit.missing().forEach(name -> found(name, "the file is missing"));
    for (String name : commit.listAll()) {
      try (IndexInput file = commit.openInput(name, IOContext.READONCE)) {
        checksum(file, progress);
      } catch (IOException | InternalError e) { // an error where a mapped file cannot be read
        damaged.add(name);
        damages.add(Damage.changed(path + "/" + name, e));
      }
    }
    return damaged;
  }

  /** Of a file whose checksum is wrong, or that cannot be read. */
  static Damage notAsWritten(String file, Throwable e) {
    return new Damage(file, "its bytes are not those that were written (" + e.getMessage() + ")");
  }

  /** As {@link CodecUtil#checksumEntireFile}, piece by piece. */
  static void checksum(IndexInput file, LongConsumer progress) throws IOException {
    try (ChecksumIndexInput bytes = new BufferedChecksumIndexInput(file)) {
      long end = file.length() - CodecUtil.footerLength();
      for (long at = 0; at < end; at += PIECE) {
        long next = Math.min(at + PIECE, end);
        bytes.seek(next);
        progress.accept(next - at);
      }
      CodecUtil.checkFooter(bytes);
      progress.accept(CodecUtil.footerLength());
    }
  }

  private void segments(Set<String> damaged) throws IOException {
    List<String> sound = new ArrayList<>();
    for (SegmentCommitInfo segment : commit.commit()) {
      if (segment.files().stream().noneMatch(damaged::contains)) {
        sound.add(segment.info.name);
      }
    }
    if (sound.isEmpty()) {
      return;
    }
    try (CheckIndex check =
        new CheckIndex(commit, NoLockFactory.INSTANCE.obtainLock(commit, "check"))) {
      check.setLevel(CheckIndex.Level.MIN_LEVEL_FOR_INTEGRITY_CHECKS);
      for (CheckIndex.Status.SegmentInfoStatus segment : check.checkIndex(sound).segmentInfos) {
        if (segment.error != null) {
          found(segment.name, "the segment does not fit together (" + segment.error + ")");
        }
      }
    }
  }

  private void found(String file, String what) {
    damages.add(new Damage(path + "/" + file, what));
  }
}
