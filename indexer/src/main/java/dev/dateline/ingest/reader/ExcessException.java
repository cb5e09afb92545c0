package dev.dateline.ingest.reader;

import java.io.IOException;

/** An input is larger than is believed, so that it is read no further. The message says why. */
public final class ExcessException extends IOException {

  private static final long serialVersionUID = 1L;

  public ExcessException(String reason) {
    super(reason);
  }
}
