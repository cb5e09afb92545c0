package dev.dateline.index;

import java.io.Closeable;
import java.io.IOException;

/**
 * Writes to an index. One writer an index; safe for use by many threads, of which none should be
 * interrupted while it writes: an engine may give up its files then. What was written is
 * acknowledged by {@link #commit()} and by nothing else.
 */
public interface ArticleWriter extends ArticleStore, Closeable {

  /**
   * Removes what the index holds of an id, also that it is withdrawn.
   *
   * @throws IOException if it could not be written; the index then is as at the last commit
   */
  void delete(String id) throws IOException;

  /**
   * Returns when everything that was written before the call is on disk, so that neither a killed
   * process nor a power failure loses it. Concurrent calls share one commit of the engine.
   *
   * @throws IOException if it could not be written; nothing is acknowledged then, and nothing can
   *     be written but by {@link #acknowledge}
   */
  void commit() throws IOException;

  /** Several changes, and what comes of them. */
  interface Changes<T> {
    T make() throws IOException;
  }

  /**
   * Makes changes, and returns when they are on disk. If a write has failed before, all is first as
   * it was at the last commit, and can be written again, if the reason is gone. That waits until
   * nobody else is here; so who changes and commits otherwise must be alone.
   *
   * @throws IOException if they could not be written; none of them is acknowledged then
   */
  <T> T acknowledge(Changes<T> changes) throws IOException;

  /**
   * Commits what was written, and lets go of the index. After a write has failed nothing is
   * committed.
   */
  @Override
  void close() throws IOException;
}
