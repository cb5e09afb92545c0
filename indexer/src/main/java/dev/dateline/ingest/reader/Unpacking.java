package dev.dateline.ingest.reader;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.io.InputStream;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorInputStream;

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

  private static final String GZIP = "\u001f\u008b";

  private static final Pattern BZIP2 = Pattern.compile("BZh[1-9](?:1AY&SY|\\x17rE8P\\x90)");

  private long packed;
  private long unpacked;

  /** The file as it lies there, so that its size is known. */
  InputStream packed(InputStream in) {
    return new MeteredStream(in, bytes -> packed += bytes);
  }

  /** All that is in a stream, which may be packed as a whole. Closing it leaves the stream open. */
  InputStream whole(InputStream in) throws IOException {
    WholeStream whole = new WholeStream(in);
    String start = new String(whole.peek(10), ISO_8859_1);
    if (start.startsWith(GZIP)) {
      return unpacked(new GZIPInputStream(whole, 1 << 16));
    }
    return BZIP2.matcher(start).matches()
        ? unpacked(
            new GuardedStream(
                GuardedStream.guarded(() -> new BZip2CompressorInputStream(whole, true))))
        : whole;
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
