package dev.dateline.ingest.reader;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * Says that more is available until the end is reached: gzip asks so whether another member
 * follows, and a pipe that is slow must not make it believe that none does. Closing it closes
 * nothing, as who unpacks a stream is not who opened it.
 */
final class WholeStream extends BufferedInputStream {

  WholeStream(InputStream in) {
    super(in, 1 << 16);
  }

  /** The next bytes, which stay to be read; fewer at the end. */
  synchronized byte[] peek(int length) throws IOException {
    mark(length);
    byte[] bytes = readNBytes(length);
    reset();
    return bytes;
  }

  @Override
  public synchronized int available() throws IOException {
    return peek(1).length == 0 ? 0 : Math.max(1, super.available());
  }

  @Override
  public void close() {}
}
