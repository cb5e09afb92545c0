package dev.dateline.ingest;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.OpenOption;
import java.nio.file.Path;

/** What is in a file. Tells a disk that does not give its bytes from bytes that are broken. */
final class DiskStream extends FilterInputStream {

  private boolean failed;

  private DiskStream(InputStream in) {
    super(in);
  }

  static DiskStream open(Path path, OpenOption... options) throws IOException {
    return new DiskStream(Files.newInputStream(path, options));
  }

  /** Whether bytes of it could not be had. */
  boolean hasFailed() {
    return failed;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    try {
      return super.read(bytes, offset, length);
    } catch (IOException e) {
      failed = true;
      throw e;
    }
  }
}
