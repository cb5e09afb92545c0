package dev.dateline.ingest;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** A stream that tells the sink how much of it was read. */
final class CountedStream extends FilterInputStream {

  private final Sink sink;

  CountedStream(InputStream in, Sink sink) {
    super(in);
    this.sink = sink;
  }

  @Override
  public int read() throws IOException {
    int read = super.read();
    count(read < 0 ? -1 : 1);
    return read;
  }

  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    return count(super.read(bytes, offset, length));
  }

  @Override
  public long skip(long length) throws IOException {
    long skipped = super.skip(length);
    sink.bytes(skipped);
    return skipped;
  }

  private int count(int read) {
    if (read > 0) {
      sink.bytes(read);
    }
    return read;
  }
}
