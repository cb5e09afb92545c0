package dev.dateline.ingest.reader;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/**
 * A stream of a library that answers some broken bytes with unchecked exceptions: here they are an
 * {@link IOException}, as any other fault of the data.
 */
public final class GuardedStream extends FilterInputStream {

  public GuardedStream(InputStream in) {
    super(in);
  }

  /** Something that a library makes of data. */
  @FunctionalInterface
  public interface Step<T extends @Nullable Object> {

    /** Makes it. */
    T run() throws IOException;
  }

  /** Does a step; whatever goes wrong in it is an {@link IOException}. */
  public static <T extends @Nullable Object> T guarded(Step<T> step) throws IOException {
    try {
      return step.run();
    } catch (RuntimeException e) {
      throw new IOException("its data are broken (" + e.getMessage() + ")", e);
    }
  }

  @Override
  public int read() throws IOException {
    return guarded(super::read);
  }

  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    return guarded(() -> super.read(bytes, offset, length));
  }

  /** None for certain, so that what was read before a broken place is given out before it. */
  @Override
  public int available() {
    return 0;
  }
}
