package dev.dateline.server.admin;

import java.io.IOException;

/** What a job does. */
@FunctionalInterface
interface Work {

  /**
   * Does it.
   *
   * @return what came of it, a record
   * @throws java.util.concurrent.CancellationException if the progress says that it is to end
   * @throws IOException if it could not be done
   */
  Object run(Progress progress) throws IOException;
}
