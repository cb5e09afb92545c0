package dev.dateline.ingest.archive;

import static dev.dateline.ingest.reader.GuardedStream.guarded;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.dateline.ingest.reader.GuardedStream;
import dev.dateline.ingest.reader.Input;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.regex.Pattern;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.apache.commons.compress.archivers.tar.TarUtils;
import org.jspecify.annotations.Nullable;

/** The entries of a tar file: V7, ustar, GNU and POSIX (pax). */
final class TarEntries implements Entries {

  private static final int BLOCK = TarConstants.DEFAULT_RCDSIZE;

  /** Where a header has its check sum, and how that is written. */
  private static final int SUM_AT = 148;

  private static final Pattern SUM = Pattern.compile(" {0,6}[0-7]{1,8}[\\x00 ]{0,7}");

  /** For the headers of an entry, with its long names and attributes. Real ones have some kB. */
  private static final int MOST_HEADERS = 1 << 20;

  private final AllowanceStream bytes;
  private final TarArchiveInputStream tar;

  TarEntries(Input input) {
    this.bytes = new AllowanceStream(input.bytes());
    this.tar =
        new TarArchiveInputStream(bytes, TarConstants.DEFAULT_BLKSIZE, BLOCK, UTF_8.name(), true);
  }

  /** Whether the first header has the right check sum: old files have no other mark. */
  static boolean recognizes(Input input) {
    byte[] header = input.head(BLOCK);
    return header.length == BLOCK
        && header[0] != 0
        && SUM.matcher(new String(header, SUM_AT, 8, US_ASCII)).matches()
        && TarUtils.verifyCheckSum(header);
  }

  @Override
  public @Nullable Entry next() throws IOException {
    TarArchiveEntry entry = guarded(this::nextHeader);
    if (entry == null) {
      if (tar.getBytesRead() % BLOCK != 0) {
        throw new EOFException();
      }
      return null;
    }
    return new Entry(
        entry.getName(), kind(entry), entry.isSparse() ? "a sparse file, which is no text" : null);
  }

  private @Nullable TarArchiveEntry nextHeader() throws IOException {
    bytes.allowAll();
    if (tar.getCurrentEntry() != null) {
      tar.skip(Long.MAX_VALUE);
    }
    bytes.allow(MOST_HEADERS, "a name or header in it is longer than a million bytes");
    TarArchiveEntry entry = tar.getNextEntry();
    bytes.allowAll();
    return entry;
  }

  private static Kind kind(TarArchiveEntry entry) {
    if (entry.isDirectory()) {
      return Kind.FOLDER;
    }
    if (entry.isSymbolicLink() || entry.isLink()) {
      return Kind.LINK;
    }
    return entry.isCharacterDevice() || entry.isBlockDevice() || entry.isFIFO()
        ? Kind.OTHER
        : Kind.FILE;
  }

  @Override
  public InputStream content() {
    return new GuardedStream(tar);
  }

  @Override
  public void close() throws IOException {
    tar.close();
  }
}
