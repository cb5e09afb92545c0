package dev.dateline.ingest.archive;

import static dev.dateline.ingest.reader.GuardedStream.guarded;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.dateline.ingest.reader.GuardedStream;
import dev.dateline.ingest.reader.Input;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Set;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveInputStream;
import org.apache.commons.compress.archivers.zip.ZipMethod;
import org.jspecify.annotations.Nullable;

/**
 * The entries of a zip file, read from its start, so that it can come from a pipe and gives the
 * same as from a disk. What only the directory at its end knows is not known here: that an entry is
 * a link, or was deleted by leaving it out there.
 */
final class ZipEntries implements Entries {

  /** What is read; other methods are rare, or need a library for themselves. */
  private static final Set<ZipMethod> METHODS =
      Set.of(ZipMethod.STORED, ZipMethod.DEFLATED, ZipMethod.ENHANCED_DEFLATED, ZipMethod.BZIP2);

  /**
   * An entry that was written into a pipe without being packed says its size only behind it: the
   * library holds it in memory, to look for its end.
   */
  private static final int LARGEST_UNSIZED = 16 << 20;

  private final Input input;
  private final EndOfZip end;
  private final AllowanceStream bytes;
  private final ZipArchiveInputStream zip;

  ZipEntries(Input input) {
    this.input = input;
    this.end = new EndOfZip(input.bytes());
    this.bytes = new AllowanceStream(end);
    this.zip = new ZipArchiveInputStream(bytes, UTF_8.name(), true, true);
  }

  /** Whether it begins with an entry, or with the end of an empty archive. */
  static boolean recognizes(Input input) {
    byte[] start = input.head(4);
    return start.length == 4
        && start[0] == 'P'
        && start[1] == 'K'
        && ((start[2] == 3 && start[3] == 4) || (start[2] == 5 && start[3] == 6));
  }

  @Override
  public @Nullable Entry next() throws IOException {
    bytes.allowAll();
    ZipArchiveEntry entry = nextEntry();
    if (entry == null) {
      if (!end.isSeen()) {
        // The library takes an archive that is cut off between entries for a whole one.
        throw new EOFException();
      }
      return null;
    }
    if (isUnsized(entry)) {
      bytes.allow(
          LARGEST_UNSIZED, "an entry that does not say its size is longer than 16 million bytes");
    }
    return new Entry(
        entry.getName(), entry.isDirectory() ? Kind.FOLDER : Kind.FILE, unreadable(entry));
  }

  private @Nullable ZipArchiveEntry nextEntry() throws IOException {
    try {
      return guarded(zip::getNextEntry);
    } catch (NoClassDefFoundError e) {
      // Zstandard, for which the library needs another that is not there.
      throw new IOException("an entry is packed by a method that is not read", e);
    }
  }

  private static boolean isUnsized(ZipArchiveEntry entry) {
    return entry.getMethod() == ZipMethod.STORED.getCode()
        && entry.getGeneralPurposeBit().usesDataDescriptor();
  }

  private @Nullable String unreadable(ZipArchiveEntry entry) {
    if (entry.getGeneralPurposeBit().usesEncryption()) {
      return "it is encrypted";
    }
    ZipMethod method = ZipMethod.getMethodByCode(entry.getMethod());
    return method != null && METHODS.contains(method) && zip.canReadEntryData(entry)
        ? null
        : "it is packed by a method that is not read";
  }

  @Override
  public InputStream content() {
    return input.unpacked(new GuardedStream(zip));
  }

  @Override
  public void close() throws IOException {
    zip.close();
  }
}
