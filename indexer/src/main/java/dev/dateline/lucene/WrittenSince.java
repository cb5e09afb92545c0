package dev.dateline.lucene;

import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashSet;
import java.util.Set;
import org.apache.lucene.index.CorruptIndexException;
import org.apache.lucene.util.IOUtils;

/**
 * The ids that were added or deleted since a generation was in use, in {@link IdLines}, so that who
 * goes back to it takes along what was written since. It is on disk before the commit that it
 * speaks of is there; so an id may be among them of which nothing was acknowledged, and whatever is
 * in the index is among them. Thread-safe.
 */
final class WrittenSince implements Closeable {

  /** Lines that are held in memory, in bytes, until they are written. Not fitted. */
  private static final int BUFFER = 64 << 10;

  private final Path file;
  private final FileChannel channel;
  private final ByteArrayOutputStream lines = new ByteArrayOutputStream();

  /** Where the next line goes: what is behind it was not written whole. */
  private long end;

  /** How many ids were added, and how many of them are on disk; -1 where none is for sure. */
  private long added;

  private long saved;
  private final Object saving = new Object();

  /** Whether a sync runs, or has failed: nothing is written then that says that it is done. */
  private boolean syncing;

  private WrittenSince(Path file, FileChannel channel, long end, long saved) {
    this.file = file;
    this.channel = channel;
    this.end = end;
    this.saved = saved;
  }

  /** Starts one with nothing in it. When this returns it is on disk. */
  static WrittenSince start(Path file) throws IOException {
    FileChannel channel =
        FileChannel.open(
            file,
            StandardOpenOption.CREATE,
            StandardOpenOption.TRUNCATE_EXISTING,
            StandardOpenOption.WRITE);
    try {
      WrittenSince started = new WrittenSince(file, channel, 0, 0);
      started.lines.writeBytes(IdLines.saved());
      started.write();
      channel.force(true);
      IOUtils.fsync(file.toAbsolutePath().getParent(), true);
      return started;
    } catch (Throwable e) {
      IOUtils.closeWhileSuppressingExceptions(e, channel);
      throw e;
    }
  }

  /**
   * Goes on with one that is there. What a crash cut off speaks of no commit.
   *
   * @throws CorruptIndexException if it is damaged
   */
  static WrittenSince open(Path file) throws IOException {
    long end = IdLines.read(file, id -> {});
    FileChannel channel = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE);
    try {
      writeAgain(channel.truncate(end), end);
      return new WrittenSince(file, channel, end, -1);
    } catch (Throwable e) {
      IOUtils.closeWhileSuppressingExceptions(e, channel);
      throw e;
    }
  }

  /**
   * So that the next sync writes it: one that failed may have been taken for the last one needed.
   */
  private static void writeAgain(FileChannel channel, long end) throws IOException {
    ByteBuffer piece = ByteBuffer.allocate(BUFFER);
    for (long at = 0; at < end; at += piece.limit()) {
      channel.read(piece.clear(), at);
      channel.write(piece.flip(), at);
    }
  }

  /** Makes one of the same ids. When this returns it is on disk. */
  static void copy(Path from, Path to) throws IOException {
    Set<String> ids = read(from);
    try (WrittenSince copy = start(to)) {
      for (String id : ids) {
        copy.add(id);
      }
      copy.save();
    }
  }

  /** Adds an id, before what is done with it. */
  synchronized void add(String id) throws IOException {
    if (id.chars().anyMatch(Character::isISOControl)) {
      return; // no article has such an id
    }
    lines.writeBytes(IdLines.of(id));
    added++;
    if (lines.size() > BUFFER && !syncing) {
      write();
    }
  }

  private void write() throws IOException {
    ByteBuffer bytes = ByteBuffer.wrap(lines.toByteArray());
    while (bytes.hasRemaining()) {
      channel.write(bytes, end + bytes.position());
    }
    end += bytes.position();
    lines.reset();
  }

  /** Returns when all that was added is on disk. Those who come while one saves share the next. */
  void save() throws IOException {
    long wanted = added();
    synchronized (saving) {
      if (saved < wanted) {
        long written = writeAll();
        channel.force(false);
        saved = written;
        synced();
      }
    }
  }

  private synchronized long added() {
    return added;
  }

  private synchronized long writeAll() throws IOException {
    write();
    syncing = true;
    lines.writeBytes(IdLines.saved()); // before what is added meanwhile
    return added;
  }

  private synchronized void synced() {
    syncing = false;
  }

  /** All ids, the first that was written first; all that was added is on disk then. */
  Set<String> ids() throws IOException {
    save();
    return read(file);
  }

  private static Set<String> read(Path file) throws IOException {
    Set<String> ids = new LinkedHashSet<>();
    long unused = IdLines.read(file, ids::add);
    return ids;
  }

  /** Where all is on disk the file says so then. */
  @Override
  public synchronized void close() throws IOException {
    try {
      if (channel.isOpen() && !syncing && saved == added) {
        write();
      }
    } catch (IOException e) {
      // No room for that: it is said by the next who opens it.
    } finally {
      channel.close();
    }
  }
}
