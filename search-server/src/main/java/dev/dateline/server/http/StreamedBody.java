package dev.dateline.server.http;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;

/**
 * A body that is written while it is sent. Used by one thread, which is not that of the request.
 */
public interface StreamedBody extends Closeable {

  /**
   * Writes the body.
   *
   * @param out buffered; waits for the client
   * @throws IOException if the client has gone, or what is to be sent cannot be read
   */
  void writeTo(OutputStream out) throws IOException;
}
