package dev.dateline.cli;

import java.util.function.LongConsumer;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;

/** How many of so many articles were done, where a person looks on. Elsewhere it shows nothing. */
final class ArticleProgress implements LongConsumer, AutoCloseable {

  private final @Nullable ProgressBar bar;

  /**
   * @param task what is being done, such as "Exporting"
   * @param shown whether standard error is a terminal that nothing else is written to
   * @param total how many articles there are
   */
  ArticleProgress(Terminal terminal, String task, boolean shown, long total) {
    bar =
        shown
            ? new ProgressBarBuilder()
                .setTaskName(task)
                .setInitialMax(total)
                .setStyle(ProgressBarStyle.ASCII)
                .showSpeed()
                .setConsumer(new ConsoleProgressBarConsumer(terminal.err(), ProgressLine.LONGEST))
                .clearDisplayOnFinish()
                .build()
            : null;
  }

  /** Shows how many were done by now. */
  @Override
  public void accept(long articles) {
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
