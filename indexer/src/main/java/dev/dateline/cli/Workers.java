package dev.dateline.cli;

import dev.dateline.article.Article;
import java.io.Closeable;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

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
  private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();
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
    void take(Article article) throws IOException;
  }

  Workers(Task task) {
    this.task = task;
  }

  /**
   * Hands over an article, once there is room.
   *
   * @throws IOException if one that was handed over before could not be taken
   */
  void take(Article article) throws IOException {
    int weight = (int) Math.min(ROOM, SMALL + article.length());
    acquire(weight);
    threads
        .get(Math.floorMod(article.id().hashCode(), THREADS))
        .execute(
            () -> {
              run(article);
              room.release(weight);
            });
  }

  private void run(Article article) {
    if (failure.get() == null) {
      try {
        task.take(article);
      } catch (Throwable e) {
        failure.compareAndSet(null, e);
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
    throwFailure();
  }

  private void acquire(int weight) throws IOException {
    throwFailure();
    try {
      room.acquire(weight);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("interrupted while articles were taken");
    }
  }

  private void throwFailure() throws IOException {
    switch (failure.get()) {
      case null -> {}
      case IOException e -> throw e;
      case RuntimeException e -> throw e;
      case Error e -> throw e;
      case Throwable e -> throw new IllegalStateException(e);
    }
  }

  /** Returns when all that was handed over is taken, or has failed. */
  @Override
  public void close() {
    threads.forEach(ExecutorService::close);
  }
}
