package dev.dateline.index;

import java.io.IOException;

/** An index that cannot be used as it is. The message says why, and what to do. */
public final class UnusableIndexException extends IOException {

  private static final long serialVersionUID = 1;

  public UnusableIndexException(String message) {
    super(message);
  }

  public UnusableIndexException(String message, Throwable cause) {
    super(message, cause);
  }
}
