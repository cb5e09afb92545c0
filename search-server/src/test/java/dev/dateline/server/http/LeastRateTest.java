package dev.dateline.server.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class LeastRateTest {

  private static final byte[] SOME = new byte[100];

  /** A client that keeps the writer waiting for a hundredth of a second at each write. */
  private static OutputStream slow(OutputStream out) {
    return new OutputStream() {
      @Override
      public void write(int b) throws IOException {
        write(new byte[] {(byte) b}, 0, 1);
      }

      @Override
      public void write(byte[] some, int offset, int length) throws IOException {
        try {
          Thread.sleep(10);
        } catch (InterruptedException e) {
          throw new IOException(e);
        }
        out.write(some, offset, length);
      }
    };
  }

  @Test
  void whoTakesAByteNowAndThenIsCutOffWhenPatienceEnds() throws Exception {
    ByteArrayOutputStream taken = new ByteArrayOutputStream();
    try (OutputStream out = new LeastRate(slow(taken), Duration.ofMillis(50))) {
      assertThrows(
          LeastRate.SlowClientException.class,
          () -> {
            for (int i = 0; i < 100_000; i++) {
              out.write('a');
            }
          });
    }
  }

  @Test
  void whoTakesWhatThereIsIsNeverCutOffHoweverLongThereIsNothing() throws Exception {
    ByteArrayOutputStream taken = new ByteArrayOutputStream();
    try (OutputStream out = new LeastRate(taken, Duration.ofMillis(200))) {
      for (int i = 0; i < 20; i++) {
        Thread.sleep(20); // the search takes its time, and not the client
        out.write(SOME);
        out.flush();
      }
    }
    assertEquals(20 * SOME.length, taken.size());
  }
}
