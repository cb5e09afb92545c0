package dev.dateline.cli;

import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;

/** How far an export is, where a person looks on. Elsewhere it shows nothing. */
final class ExportProgress implements AutoCloseable {

  private final @Nullable ProgressBar bar;

  /**
   * @param shown whether standard error is a terminal that nothing else is written to
   * @param total how many articles there are
   */
  ExportProgress(Terminal terminal, boolean shown, long total) {
    bar =
        shown
            ? new ProgressBarBuilder()
                .setTaskName("Exporting")
                .setInitialMax(total)
                .setStyle(ProgressBarStyle.ASCII)
                .showSpeed()
                .setConsumer(new ConsoleProgressBarConsumer(terminal.err(), ProgressLine.LONGEST))
                .clearDisplayOnFinish()
                .build()
            : null;
  }

  void written(long articles) {
    if (bar != null) {
      bar.stepTo(articles);
    }
  }

  @Override
  public void close() {
    if (bar != null) {
      bar.close();
    }
  }
}
