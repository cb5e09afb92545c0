package dev.dateline.lucene;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashSet;
import java.util.Set;
import org.apache.lucene.util.IOUtils;

/**
 * The ids that were added or deleted since a generation was in use, a line each, so that who goes
 * back to it takes along what was written since. It is on disk before the commit that it speaks of;
 * so an id may be among them of which nothing was acknowledged. Thread-safe.
 */
final class WrittenSince implements Closeable {

  /** Lines that are held in memory, in bytes, until they are written. Not fitted. */
  private static final int BUFFER = 64 << 10;

  private final Path file;
  private final FileChannel channel;
  private final ByteArrayOutputStream lines = new ByteArrayOutputStream();

  /** Where the next line goes: what is behind it was not written whole. */
  private long end;

  /** How many ids were added, and how many of them are on disk. */
  private long added;

  private long saved;
  private final Object saving = new Object();

  private WrittenSince(Path file, FileChannel channel, long end) {
    this.file = file;
    this.channel = channel;
    this.end = end;
  }

  /** Starts one with nothing in it. When this returns it is on disk. */
  static WrittenSince start(Path file) throws IOException {
    FileChannel channel =
        FileChannel.open(
            file,
            StandardOpenOption.CREATE,
            StandardOpenOption.TRUNCATE_EXISTING,
            StandardOpenOption.WRITE);
    channel.force(true);
    IOUtils.fsync(file.toAbsolutePath().getParent(), true);
    return new WrittenSince(file, channel, 0);
  }

  /** Goes on with one that is there. A last line that a crash cut off speaks of no commit. */
  static WrittenSince open(Path file) throws IOException {
    FileChannel channel = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE);
    try {
      long end = endOfLines(channel);
      writeAgain(channel.truncate(end), end);
      return new WrittenSince(file, channel, end);
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

  /** Where the last line feed is, however long the line is that was cut off behind it. */
  private static long endOfLines(FileChannel channel) throws IOException {
    ByteBuffer piece = ByteBuffer.allocate(BUFFER);
    for (long end = channel.size(); end > 0; end -= piece.limit()) {
      piece.clear().limit((int) Math.min(BUFFER, end));
      long start = end - piece.limit();
      for (int at = channel.read(piece, start) - 1; at >= 0; at--) {
        if (piece.get(at) == '\n') {
          return start + at + 1;
        }
      }
    }
    return 0;
  }

  /** Adds an id, before what is done with it. */
  synchronized void add(String id) throws IOException {
    if (id.chars().anyMatch(Character::isISOControl)) {
      return; // no article has such an id
    }
    lines.writeBytes((id + "\n").getBytes(UTF_8));
    added++;
    if (lines.size() > BUFFER) {
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
      }
    }
  }

  private synchronized long added() {
    return added;
  }

  private synchronized long writeAll() throws IOException {
    write();
    return added;
  }

  /** All ids, the first that was written first. */
  synchronized Set<String> ids() throws IOException {
    write();
    Set<String> ids = new LinkedHashSet<>();
    try (BufferedReader all =
        new BufferedReader(new InputStreamReader(Files.newInputStream(file), UTF_8))) {
      for (String id = all.readLine(); id != null; id = all.readLine()) {
        ids.add(id);
      }
    }
    return ids;
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
