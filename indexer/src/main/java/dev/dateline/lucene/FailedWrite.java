package dev.dateline.lucene;

import java.io.IOException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The first write to disk that failed, after which a writer takes no more until it is opened anew:
 * after a sync has failed, a later one may succeed without having written what the first one could
 * not. Thread-safe.
 */
final class FailedWrite {

  /** Null while none has failed. */
  private volatile @Nullable IOException failure;

  /** Whether one has failed. */
  boolean happened() {
    return failure != null;
  }

  /**
   * Checks that none has failed.
   *
   * @throws IOException the failure in words
   */
  void check() throws IOException {
    IOException failed = failure;
    if (failed != null) {
      throw inWords(failed);
    }
  }

  /** Notes that one has failed, unless one has before. */
  synchronized void note(IOException failed) {
    if (failure == null) {
      failure = failed;
    }
  }

  /**
   * Notes that Lucene has closed its writer, or is about to since a merge has failed.
   *
   * @param closed what Lucene says to those who write later, which names the failure as its cause
   * @return the failure in words
   */
  synchronized IOException note(IllegalStateException closed) {
    Throwable cause = closed.getCause() == null ? closed : closed.getCause();
    note(cause instanceof IOException e ? e : new IOException(cause));
    return inWords(Objects.requireNonNull(failure));
  }

  /** Forgets it, as all is as it was at the last commit. */
  synchronized void forget() {
    failure = null;
  }

  private static IOException inWords(IOException failure) {
    return new IOException(
        "the index takes no more writes since one failed ("
            + Objects.requireNonNullElse(failure.getMessage(), failure.toString())
            + "); what was committed is safe, and it can be written again when it is opened anew",
        failure);
  }

  @Override
  public String toString() {
    return String.valueOf(failure);
  }
}
