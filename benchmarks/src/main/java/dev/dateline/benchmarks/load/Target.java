package dev.dateline.benchmarks.load;

import java.util.concurrent.CompletableFuture;

/** What answers requests. */
interface Target extends AutoCloseable {

  /** As the table calls it. */
  String name();

  /**
   * Asks, without waiting for the answer.
   *
   * @param number which request, from 0; they go on from the first after the last
   * @return the HTTP status of the answer, or one that is like it; 0 where there is none
   */
  CompletableFuture<Integer> send(int number);

  @Override
  void close();
}
