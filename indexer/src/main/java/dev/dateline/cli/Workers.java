package dev.dateline.cli;

import dev.dateline.ingest.FirstFailure;
import java.io.Closeable;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.stream.Stream;

/**
 * Threads that take articles: those of one id are taken by one thread, in the order in which they
 * came. Only so much text waits for them at a time. Used by one thread.
 */
final class Workers implements Closeable {

  private static final int THREADS = Runtime.getRuntime().availableProcessors();

  /** The text that waits, in characters: a thousand articles, or one of the longest. */
  private static final int ROOM = 4 << 20;

  /** What an article weighs besides its text, in characters. */
  private static final int SMALL = 1 << 10;

  private final Task task;
  private final Semaphore room = new Semaphore(ROOM);
  private final FirstFailure failure = new FirstFailure();
  private final List<ExecutorService> threads =
      Stream.generate(
              () ->
                  Executors.newSingleThreadExecutor(
                      Thread.ofPlatform().daemon().name("indexer").factory()))
          .limit(THREADS)
          .toList();

  /** What is done with each article. */
  @FunctionalInterface
  interface Task {
    void take(Incoming incoming) throws IOException;
  }

  Workers(Task task) {
    this.task = task;
  }

  /**
   * Hands over an article, once there is room.
   *
   * @throws IOException if one that was handed over before could not be taken
   */
  void take(Incoming incoming) throws IOException {
    int weight = (int) Math.min(ROOM, SMALL + incoming.article().length());
    acquire(weight);
    threads
        .get(Math.floorMod(incoming.article().id().hashCode(), THREADS))
        .execute(
            () -> {
              run(incoming);
              room.release(weight);
            });
  }

  private void run(Incoming incoming) {
    if (!failure.isThere()) {
      try {
        task.take(incoming);
      } catch (Throwable e) {
        failure.keep(e);
      }
    }
  }

  /**
   * Returns when all that was handed over is taken.
   *
   * @throws IOException if something could not be taken
   */
  void drain() throws IOException {
    acquire(ROOM);
    room.release(ROOM);
    failure.rethrow();
  }

  private void acquire(int weight) throws IOException {
    failure.rethrow();
    try {
      room.acquire(weight);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("interrupted while articles were taken");
    }
  }

  /** Returns when all that was handed over is taken, or has failed. */
  @Override
  public void close() {
    threads.forEach(ExecutorService::close);
  }
}
