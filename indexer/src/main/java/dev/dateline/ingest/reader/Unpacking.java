package dev.dateline.ingest.reader;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.io.InputStream;
import java.util.regex.Pattern;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorInputStream;
import org.jspecify.annotations.Nullable;

/**
 * Keeps what a file is unpacked to in proportion to its size, over all that is packed in it, so
 * that a few bytes do not keep the reading busy for days. One for each file.
 */
final class Unpacking {

  /** Below so many bytes nothing is a bomb: they are read in a second. */
  private static final long FREE = 64 << 20;

  /**
   * Gzip makes JSON Lines smaller by 4 to 30 times, and 20,000 times the same article under other
   * ids by 174; bzip2 makes those smaller by 220. A bomb in gzip reaches 1,000.
   */
  private static final int MOST_TIMES = 300;

  private static final Pattern BZIP2 = Pattern.compile("BZh[1-9](?:1AY&SY|\\x17rE8P\\x90)");

  private long packed;
  private long unpacked;

  /** The file as it lies there, so that its size is known. */
  InputStream packed(InputStream in) {
    return new MeteredStream(in, bytes -> packed += bytes);
  }

  /**
   * All that is in a stream.
   *
   * @param members what it is packed in, if that is gzip, or null
   */
  record Whole(InputStream bytes, @Nullable GzipMembers members) {}

  /** A stream, which may be packed as a whole. Closing the bytes leaves the stream open. */
  Whole whole(InputStream in) throws IOException {
    WholeStream whole = new WholeStream(in);
    byte[] start = whole.peek(10);
    if (GzipMembers.begins(start)) {
      GzipMembers members = new GzipMembers(whole);
      return new Whole(unpacked(members), members);
    }
    return BZIP2.matcher(new String(start, ISO_8859_1)).matches()
        ? new Whole(unpacked(bzip2(whole)), null)
        : new Whole(whole, null);
  }

  private static InputStream bzip2(InputStream in) throws IOException {
    return new GuardedStream(GuardedStream.guarded(() -> new BZip2CompressorInputStream(in, true)));
  }

  /** What is unpacked from it. An {@link ExcessException} ends it where it is too much. */
  InputStream unpacked(InputStream in) {
    return new MeteredStream(
        in,
        bytes -> {
          unpacked += bytes;
          if (unpacked > FREE && unpacked / MOST_TIMES > packed) {
            throw new ExcessException("it unpacks to more than " + MOST_TIMES + " times its size");
          }
        });
  }
}
