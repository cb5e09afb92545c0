package dev.dateline.cli;

import java.util.function.LongConsumer;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;

/** How many bytes were read or copied, where a person looks on. Elsewhere it shows nothing. */
final class ByteProgress implements LongConsumer, AutoCloseable {

  private static final long MEGABYTE = 1_000_000;

  private final @Nullable ProgressBar bar;

  /**
   * @param task what is being done, such as "Verifying"
   */
  ByteProgress(Terminal terminal, String task) {
    bar =
        terminal.errIsInteractive()
            ? new ProgressBarBuilder()
                .setTaskName(task)
                .setStyle(ProgressBarStyle.ASCII)
                .setUnit(" MB", MEGABYTE)
                .showSpeed()
                .setConsumer(new ConsoleProgressBarConsumer(terminal.err(), ProgressLine.LONGEST))
                .clearDisplayOnFinish()
                .build()
            : null;
  }

  @Override
  public void accept(long bytes) {
    if (bar != null) {
      bar.stepBy(bytes);
    }
  }

  @Override
  public void close() {
    if (bar != null) {
      bar.close();
    }
  }
}
