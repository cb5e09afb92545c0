package dev.dateline.cli;

import java.util.function.LongConsumer;
import java.util.function.ObjLongConsumer;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;

/** How far some work is, where a person looks on. Elsewhere it shows nothing. */
final class WorkProgress implements LongConsumer, AutoCloseable {

  private static final long MEGABYTE = 1_000_000;

  private final @Nullable ProgressBar bar;
  private final ObjLongConsumer<ProgressBar> step;

  private WorkProgress(@Nullable ProgressBar bar, ObjLongConsumer<ProgressBar> step) {
    this.bar = bar;
    this.step = step;
  }

  /**
   * Of work that tells how many articles were done by now.
   *
   * @param task what is being done, such as "Exporting"
   * @param shown whether standard error is a terminal that nothing else is written to
   * @param total how many articles there are; -1 if that is not known
   */
  static WorkProgress ofArticles(Terminal terminal, String task, boolean shown, long total) {
    return new WorkProgress(
        shown ? bar(terminal, task).setInitialMax(total).build() : null, ProgressBar::stepTo);
  }

  /**
   * Of work that tells of each piece how many bytes it has; how many there are is not known before.
   *
   * @param task what is being done, such as "Verifying"
   */
  static WorkProgress ofBytes(Terminal terminal, String task) {
    return new WorkProgress(
        terminal.errIsInteractive() ? bar(terminal, task).setUnit(" MB", MEGABYTE).build() : null,
        ProgressBar::stepBy);
  }

  private static ProgressBarBuilder bar(Terminal terminal, String task) {
    return new ProgressBarBuilder()
        .setTaskName(task)
        .setStyle(ProgressBarStyle.ASCII)
        .showSpeed()
        .setConsumer(new ConsoleProgressBarConsumer(terminal.err(), ProgressLine.LONGEST))
        .clearDisplayOnFinish();
  }

  /** Shows what was done. */
  @Override
  public void accept(long done) {
    if (bar != null) {
      step.accept(bar, done);
    }
  }

  @Override
  public void close() {
    if (bar != null) {
      bar.close();
    }
  }
}
