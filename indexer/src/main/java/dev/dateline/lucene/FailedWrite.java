package dev.dateline.lucene;

import java.io.IOException;
import java.util.Objects;
import org.apache.lucene.store.AlreadyClosedException;

/** What is said of a writer that Lucene has closed, as a write to disk failed. */
final class FailedWrite {

  private FailedWrite() {}

  /**
   * The error in words.
   *
   * @param closed what Lucene says to those who write later; it names the failure as its cause
   */
  static IOException of(AlreadyClosedException closed) {
    return new IOException(
        "the index takes no more writes since one failed"
            + reason(closed)
            + "; what was committed is safe, and it can be written again when it is opened anew",
        closed);
  }

  private static String reason(AlreadyClosedException closed) {
    Throwable cause = closed.getCause();
    return cause == null
        ? ""
        : " (" + Objects.requireNonNullElse(cause.getMessage(), cause.toString()) + ")";
  }
}
