package dev.dateline.lucene;

import java.util.stream.IntStream;

/**
 * Monitors for ids: who holds that of an id looks at what there is of it and changes it in one
 * step. Ids share them, so nobody waits for another id's while holding one. Thread-safe.
 */
final class IdLocks {

  /** Many beside the threads that write at a time, so that these seldom meet. Not fitted. */
  private static final int COUNT = 256;

  private final Object[] locks = IntStream.range(0, COUNT).mapToObj(i -> new Object()).toArray();

  /** The one to synchronize on. */
  Object of(String id) {
    return locks[Math.floorMod(id.hashCode(), COUNT)];
  }
}
