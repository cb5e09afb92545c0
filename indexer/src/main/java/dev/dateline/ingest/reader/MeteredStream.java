package dev.dateline.ingest.reader;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** A stream that tells how many bytes are read from it. */
public final class MeteredStream extends FilterInputStream {

  private final Counter counter;

  public MeteredStream(InputStream in, Counter counter) {
    super(in);
    this.counter = counter;
  }

  /** Takes each number of bytes. */
  @FunctionalInterface
  public interface Counter {
    void add(int bytes) throws IOException;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    int n = super.read(bytes, offset, length);
    counter.add(Math.max(n, 0));
    return n;
  }

  /** Reads what it skips, so that it counts. */
  @Override
  public long skip(long bytes) throws IOException {
    return bytes <= 0 ? 0 : readNBytes((int) Math.min(bytes, 1 << 13)).length;
  }

  @Override
  public boolean markSupported() {
    return false;
  }
}
