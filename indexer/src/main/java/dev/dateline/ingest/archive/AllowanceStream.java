package dev.dateline.ingest.archive;

import dev.dateline.ingest.reader.ExcessException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * A stream of which only so many bytes may be read before more are allowed: what a library holds in
 * memory is kept small by it.
 */
final class AllowanceStream extends FilterInputStream {

  private long left = Long.MAX_VALUE;
  private String reason = "";

  AllowanceStream(InputStream in) {
    super(in);
  }

  /**
   * Allows so many bytes from here.
   *
   * @param reason what is wrong with an archive that has more
   */
  void allow(long bytes, String reason) {
    this.left = bytes;
    this.reason = reason;
  }

  void allowAll() {
    left = Long.MAX_VALUE;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    if (left <= 0) {
      throw new ExcessException(reason);
    }
    int n = super.read(bytes, offset, (int) Math.min(length, left));
    left -= Math.max(n, 0);
    return n;
  }
}
