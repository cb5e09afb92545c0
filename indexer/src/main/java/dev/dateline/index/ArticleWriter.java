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
   * @throws IOException if it could not be written; nothing is acknowledged then
   */
  void commit() throws IOException;

  /** Commits what was written, and lets go of the index. */
  @Override
  void close() throws IOException;
}
