package dev.dateline.server.http;

import java.io.IOException;

/** Answers the requests to one address. Safe for use by many threads. */
@FunctionalInterface
public interface Endpoint {

  /**
   * Answers a request.
   *
   * @throws ProblemException if the request cannot be answered as it is
   * @throws IOException if the index cannot be read or written
   */
  Answer answer(Call call) throws IOException;
}
