package dev.dateline.server.http;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;

/**
 * Sends to a client that takes at least {@value #BYTES_A_SECOND} bytes a second, as is asked of who
 * sends a body. One that takes a byte now and then is never silent for long, and would hold its
 * view of the index, and one of the few places for streams, for days.
 */
final class LeastRate extends OutputStream {

  static final int BYTES_A_SECOND = 1_000;

  private final OutputStream out;
  private final Duration patience;
  private long bytes;
  private long waited;

  /**
   * @param patience what may be waited in all on top of the least rate
   */
  LeastRate(OutputStream out, Duration patience) {
    this.out = out;
    this.patience = patience;
  }

  @Override
  public void write(int b) throws IOException {
    write(new byte[] {(byte) b}, 0, 1);
  }

  @Override
  public void write(byte[] some, int offset, int length) throws IOException {
    long start = System.nanoTime();
    out.write(some, offset, length);
    count(length, System.nanoTime() - start);
  }

  @Override
  public void flush() throws IOException {
    long start = System.nanoTime();
    out.flush();
    count(0, System.nanoTime() - start);
  }

  private void count(int length, long nanoseconds) throws IOException {
    bytes += length;
    waited += nanoseconds;
    if (waited - patience.toNanos() > bytes * (1e9 / BYTES_A_SECOND)) {
      throw new SlowClientException();
    }
  }

  /** The client takes less than it must. */
  static final class SlowClientException extends IOException {
    private static final long serialVersionUID = 1;

    SlowClientException() {
      super("the client takes less than " + BYTES_A_SECOND + " bytes a second");
    }
  }
}
