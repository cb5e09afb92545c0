package dev.dateline.cli;

import dev.dateline.lucene.Migration;
import dev.dateline.lucene.Reindex;
import java.io.IOException;
import java.nio.file.Path;

/**
 * The run of a reindex that makes an index of an earlier version anew: it cannot be opened as
 * others are, and nothing but the index is read.
 *
 * @param folder of the index
 * @param previous whether the generation that was in use is kept
 * @param dryRun whether to leave the index as it is
 * @param json whether to print what was done for programs
 */
record MigrationRun(
    Terminal terminal, Path folder, Reindex.Previous previous, boolean dryRun, boolean json) {

  /**
   * Does it, and tells what was done.
   *
   * @return the exit code
   */
  int call() throws IOException {
    long start = System.nanoTime();
    Migration.Summary done = migrate();
    double seconds = Math.round((System.nanoTime() - start) / 1e6) / 1e3;
    MigrationSummary summary =
        new MigrationSummary(
            done.kept(),
            done.withdrawn(),
            done.fromSchema(),
            done.toSchema(),
            done.generation(),
            previous == Reindex.Previous.KEEP && !dryRun ? done.previous() : null,
            seconds,
            dryRun,
            folder.toString());
    if (json) {
      terminal.out().println(Json.line(summary));
    } else {
      terminal.out().print(summary.text());
    }
    return 0;
  }

  private Migration.Summary migrate() throws IOException {
    boolean shown = terminal.errIsInteractive();
    long total = Migration.articles(folder);
    try (WorkProgress progress = WorkProgress.ofArticles(terminal, "Migrating", shown, total)) {
      return dryRun
          ? Migration.preview(folder, progress)
          : Migration.of(folder, previous, progress);
    }
  }
}
