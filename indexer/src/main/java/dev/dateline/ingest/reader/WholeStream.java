package dev.dateline.ingest.reader;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * A stream that can be looked into. Closing it closes nothing, as who unpacks it did not open it.
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
  public void close() {}
}
