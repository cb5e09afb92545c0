package dev.dateline.cli;

import java.time.Duration;
import java.util.Locale;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressState;
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
                .setRenderer((state, width) -> line(state))
                .setUpdateIntervalMillis(MILLIS_BETWEEN_UPDATES)
                .setConsumer(new ConsoleProgressBarConsumer(terminal.err(), WIDTH))
                .clearDisplayOnFinish()
                .build()
            : null;
  }

  /** How many documents there are is not known, so that there is no bar to fill. */
  private static String line(ProgressState state) {
    Duration elapsed = state.getElapsedAfterStart();
    return String.format(
        Locale.ENGLISH,
        "%s: %,d documents in %d:%02d (%,d a second)",
        state.getTaskName(),
        state.getCurrent(),
        elapsed.toMinutes(),
        elapsed.toSecondsPart(),
        1000 * state.getCurrent() / Math.max(1, elapsed.toMillis()));
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
