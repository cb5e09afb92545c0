package dev.dateline.ingest.archive;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** A zip file on its way, which tells whether the record that ends such a file has come by. */
final class EndOfZip extends FilterInputStream {

  /** {@code PK}, 5, 6. */
  private static final int SIGNATURE = 0x504b0506;

  private int last;
  private boolean seen;

  EndOfZip(InputStream in) {
    super(in);
  }

  boolean isSeen() {
    return seen;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    int n = super.read(bytes, offset, length);
    for (int i = offset; i < offset + n; i++) {
      last = (last << 8) | (bytes[i] & 0xff);
      seen |= last == SIGNATURE;
    }
    return n;
  }
}
