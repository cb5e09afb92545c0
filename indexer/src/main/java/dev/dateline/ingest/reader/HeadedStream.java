package dev.dateline.ingest.reader;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A stream whose first bytes can be looked at before it is read. An error comes after all bytes
 * before it, never instead of them, so that what a broken file holds up to the break is read.
 */
final class HeadedStream extends InputStream {

  private final InputStream rest;
  private final byte[] head;
  private @Nullable IOException error;
  private final boolean complete;
  private int position;

  HeadedStream(InputStream in, int length) {
    byte[] bytes = new byte[length];
    int filled = 0;
    IOException failure = null;
    try {
      for (int n = 0; n >= 0 && filled < length; filled += Math.max(n, 0)) {
        n = in.read(bytes, filled, length - filled);
      }
    } catch (IOException e) {
      failure = e;
    }
    rest = in;
    head = Arrays.copyOf(bytes, filled);
    error = failure;
    complete = filled < length;
  }

  /** The first bytes, whatever has been read. */
  byte[] head() {
    return head;
  }

  /** Whether nothing follows the first bytes. */
  boolean isAllHead() throws IOException {
    if (error != null) {
      throw error;
    }
    return complete;
  }

  /** What broke the stream off is passed: what comes after it can be read. */
  void resume() {
    error = null;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    if (position < head.length) {
      int n = Math.min(length, head.length - position);
      System.arraycopy(head, position, bytes, offset, n);
      position += n;
      return n;
    }
    if (error != null) {
      throw error;
    }
    return rest.read(bytes, offset, length);
  }

  @Override
  public void close() throws IOException {
    rest.close();
  }

  /** None for certain: who asks, as decoders do, gives out what it has before it reads on. */
  @Override
  public int available() {
    return 0;
  }
}
