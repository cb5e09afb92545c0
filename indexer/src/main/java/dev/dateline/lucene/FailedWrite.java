package dev.dateline.lucene;

import java.io.IOException;
import java.util.Objects;

/** What is said of a writer that takes no more, as a write to disk failed. */
final class FailedWrite {

  private FailedWrite() {}

  /**
   * The error in words.
   *
   * @param failure the failure, or what Lucene says to those who write later, which names it as its
   *     cause
   */
  static IOException of(Exception failure) {
    return new IOException(
        "the index takes no more writes since one failed"
            + reason(failure)
            + "; what was committed is safe, and it can be written again when it is opened anew",
        failure);
  }

  private static String reason(Exception failure) {
    Throwable cause = failure instanceof IllegalStateException ? failure.getCause() : failure;
    return cause == null
        ? ""
        : " (" + Objects.requireNonNullElse(cause.getMessage(), cause.toString()) + ")";
  }
}
