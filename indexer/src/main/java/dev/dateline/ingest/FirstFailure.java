package dev.dateline.ingest;

import java.io.IOException;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** The first failure of several threads, kept for the thread that waits for them. Thread-safe. */
public final class FirstFailure {

  private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();

  /** Keeps a failure, unless there is one. */
  public void keep(Throwable e) {
    failure.compareAndSet(null, e);
  }

  /** Whether there is one. */
  public boolean isThere() {
    return failure.get() != null;
  }

  /**
   * Throws it, if there is one.
   *
   * @throws IOException if it is one
   */
  public void rethrow() throws IOException {
    switch (failure.get()) {
      case null -> {}
      case IOException e -> throw e;
      case RuntimeException e -> throw e;
      case Error e -> throw e;
      case Throwable e -> throw new IllegalStateException(e);
    }
  }
}
