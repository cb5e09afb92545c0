package dev.dateline.cli;

import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import org.jspecify.annotations.Nullable;

/** How far a long command is, where a person looks on. Elsewhere it shows nothing. */
final class Progress implements AutoCloseable {

  private static final int WIDTH = 78;
  private static final int MILLIS_BETWEEN_UPDATES = 250;

  private final @Nullable ProgressBar bar;

  /**
   * @param task what is being done, such as "Indexing"
   */
  Progress(Terminal terminal, String task) {
    bar =
        terminal.errIsInteractive()
            ? new ProgressBarBuilder()
                .setTaskName(task)
                .setUnit(" documents", 1)
                .setInitialMax(-1)
                .showSpeed()
                .hideEta()
                .clearDisplayOnFinish()
                .setUpdateIntervalMillis(MILLIS_BETWEEN_UPDATES)
                .setConsumer(new ConsoleProgressBarConsumer(terminal.err(), WIDTH))
                .build()
            : null;
  }

  /** Counts a document. */
  void step() {
    if (bar != null) {
      bar.step();
    }
  }

  @Override
  public void close() {
    if (bar != null) {
      bar.close();
    }
  }
}
