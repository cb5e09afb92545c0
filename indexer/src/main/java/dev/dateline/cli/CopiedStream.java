package dev.dateline.cli;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import org.jspecify.annotations.Nullable;

/**
 * A stream of which all that is read is written elsewhere, too. Those who read it see nothing of
 * it: that it could not be written is told at the end. Closes what it writes to, and not the
 * stream.
 */
final class CopiedStream extends FilterInputStream {

  private final OutputStream copy;
  private @Nullable IOException failure;

  CopiedStream(InputStream in, OutputStream copy) {
    super(in);
    this.copy = copy;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    int count = super.read(bytes, offset, length);
    if (count > 0 && failure == null) {
      write(bytes, offset, count);
    }
    return count;
  }

  private void write(byte[] bytes, int offset, int length) {
    try {
      copy.write(bytes, offset, length);
    } catch (IOException e) {
      failure = e;
    }
  }

  /** Reads what it skips, so that it is copied. */
  @Override
  public long skip(long bytes) throws IOException {
    return bytes <= 0 ? 0 : readNBytes((int) Math.min(bytes, 1 << 13)).length;
  }

  @Override
  public boolean markSupported() {
    return false;
  }

  /**
   * Reads what nobody read.
   *
   * @throws IOException if something could not be written
   */
  void finish() throws IOException {
    try {
      transferTo(OutputStream.nullOutputStream());
    } catch (IOException unreadable) {
      // Of what is read in vain is kept what there is.
    }
    if (failure != null) {
      throw failure;
    }
  }

  @Override
  public void close() throws IOException {
    copy.close();
  }
}
