package dev.dateline.ingest;

import java.io.InputStream;

/** The same bytes again and again, for so many bytes as nobody would hold in memory. */
final class Endless extends InputStream {

  private final byte[] pattern;
  private final long length;
  private long position;

  Endless(byte[] pattern, long length) {
    this.pattern = repeated(pattern, 1 + (1 << 16) / pattern.length);
    this.length = length;
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
