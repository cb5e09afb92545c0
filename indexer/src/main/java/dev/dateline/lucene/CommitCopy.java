package dev.dateline.lucene;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongConsumer;
import java.util.zip.CRC32;
import org.apache.lucene.codecs.CodecUtil;
import org.apache.lucene.index.CorruptIndexException;
import org.apache.lucene.store.IOContext;
import org.apache.lucene.store.IndexInput;
import org.apache.lucene.store.MMapDirectory;
import org.apache.lucene.util.IOUtils;
import org.jspecify.annotations.Nullable;

/**
 * Copies commits into folders, byte by byte, and compares what it copies with its checksum. A file
 * that an earlier copy has too is linked to it, once all of the earlier one was compared with its
 * checksum: a link to a damaged file would hand the damage on for ever. Used by one thread.
 */
final class CommitCopy {

  private final byte[] buffer = new byte[1 << 20];
  private final LongConsumer progress;
  private long copied;
  private long linked;
  private final List<Damage> damaged = new ArrayList<>();

  /**
   * @param progress is told of each file, when it was copied, how many bytes it has
   */
  CommitCopy(LongConsumer progress) {
    this.progress = progress;
  }

  /** How many bytes were copied so far. */
  long copied() {
    return copied;
  }

  /** How many bytes were linked so far. */
  long linked() {
    return linked;
  }

  /** The files of the earlier copy that are damaged, as paths. They were copied, and not linked. */
  List<Damage> damaged() {
    return damaged;
  }

  /**
   * Copies a commit into a new folder. When this returns it is on disk.
   *
   * @param before where an earlier copy may lie, or null
   * @throws CorruptIndexException if a file is damaged or missing; the message names it
   */
  void copy(HeldCommit commit, Path to, @Nullable Path before) throws IOException {
    if (!commit.missing().isEmpty()) {
      throw new CorruptIndexException("missing: " + commit.missing(), commit.toString());
    }
    Files.createDirectories(to);
    for (String name : commit.listAll()) {
      if (before == null || !link(commit, name, before.resolve(name), to.resolve(name))) {
        copy(commit, name, to.resolve(name));
      }
      progress.accept(commit.fileLength(name));
    }
    IOUtils.fsync(to, true);
    IOUtils.fsync(to.getParent(), true);
  }

  private void copy(HeldCommit commit, String name, Path to) throws IOException {
    CRC32 checksum = new CRC32();
    try (IndexInput in = commit.openInput(name, IOContext.READONCE);
        OutputStream out = Files.newOutputStream(to)) {
      long written = CodecUtil.retrieveChecksum(in);
      in.seek(0);
      // The last eight bytes are the checksum of all before them.
      long summed = in.length() - Long.BYTES;
      for (long left = in.length(); left > 0; ) {
        int length = (int) Math.min(buffer.length, left);
        in.readBytes(buffer, 0, length);
        out.write(buffer, 0, length);
        checksum.update(buffer, 0, Math.clamp(summed, 0, length));
        summed -= length;
        left -= length;
      }
      if (checksum.getValue() != written) {
        throw new CorruptIndexException("its bytes are not those that were written", in);
      }
      copied += in.length();
    }
    IOUtils.fsync(to, false);
  }

  /**
   * Links to a file that is the same: of this name, of this length, sound, and of this checksum.
   */
  private boolean link(HeldCommit commit, String name, Path before, Path to) throws IOException {
    if (!Files.isRegularFile(before) || Files.size(before) != commit.fileLength(name)) {
      return false;
    }
    try (IndexInput in = commit.openInput(name, IOContext.DEFAULT)) {
      if (checksum(before) != CodecUtil.retrieveChecksum(in)) {
        return false;
      }
    } catch (CorruptIndexException | InternalError e) { // an error where it cannot be read
      damaged.add(Damage.changed(before.toString(), e));
      return false;
    }
    try {
      Files.createLink(to, before);
    } catch (UnsupportedOperationException | IOException e) {
      return false; // another file system, or one without links: it is copied
    }
    linked += commit.fileLength(name);
    return true;
  }

  /** The checksum of a file, all of which was compared with it. */
  private static long checksum(Path file) throws IOException {
    try (MMapDirectory folder = new MMapDirectory(file.getParent());
        IndexInput in = folder.openInput(file.getFileName().toString(), IOContext.READONCE)) {
      return CodecUtil.checksumEntireFile(in);
    }
  }
}
