package dev.dateline.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.Collections;
import java.util.List;

/** The same bytes again and again, for so many bytes as nobody would hold in memory. */
final class Endless extends InputStream {

  private final byte[] pattern;
  private final long length;
  private long position;

  Endless(byte[] pattern, long length) {
    this.pattern = repeated(pattern, 1 + (1 << 16) / pattern.length);
    this.length = length;
  }

  /** The text, then so many bytes of the filling again and again, then the text. */
  static InputStream between(String before, long length, String filling, String after) {
    return new SequenceInputStream(
        Collections.enumeration(
            List.of(
                new ByteArrayInputStream(before.getBytes(UTF_8)),
                new Endless(filling.getBytes(UTF_8), length),
                new ByteArrayInputStream(after.getBytes(UTF_8)))));
  }

  private static byte[] repeated(byte[] pattern, int times) {
    byte[] all = new byte[pattern.length * times];
    for (int i = 0; i < all.length; i++) {
      all[i] = pattern[i % pattern.length];
    }
    return all;
  }

  @Override
  public int read() {
    return position == length ? -1 : pattern[(int) (position++ % pattern.length)] & 0xff;
  }

  @Override
  public int read(byte[] bytes, int offset, int wanted) {
    if (position == length) {
      return -1;
    }
    int at = (int) (position % pattern.length);
    int n = (int) Math.min(Math.min(wanted, pattern.length - at), length - position);
    System.arraycopy(pattern, at, bytes, offset, n);
    position += n;
    return n;
  }
}
