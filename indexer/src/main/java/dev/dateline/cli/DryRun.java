package dev.dateline.cli;

import dev.dateline.lucene.LuceneWriter;
import dev.dateline.lucene.Reindex;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** What {@code index} would do: a new generation of the index, that is thrown away. */
final class DryRun {

  private final Inputs inputs;
  private final boolean all;
  private final Withdrawals withdrawals;
  private final Terminal terminal;

  DryRun(Inputs inputs, boolean all, Withdrawals withdrawals, Terminal terminal) {
    this.inputs = inputs;
    this.all = all;
    this.withdrawals = withdrawals;
    this.terminal = terminal;
  }

  /**
   * @param index the folder of the index; where there is none, none is made
   */
  IndexSummary of(Path index) throws IOException {
    if (Files.exists(index.resolve("current"))) {
      return of(index, index);
    }
    Path empty = Files.createTempDirectory("dateline");
    try {
      return of(index, empty);
    } finally {
      remove(empty);
    }
  }

  private IndexSummary of(Path index, Path folder) throws IOException {
    try (LuceneWriter writer = LuceneWriter.open(folder);
        Reindex reindex = writer.startReindex()) {
      Admission admission = new Admission(reindex, reindex::restore, withdrawals);
      FileLog log = new FileLog(writer.sources(), all, false);
      try (Workers workers = new Workers(admission::take);
          Progress progress = new Progress(terminal, "Reading")) {
        Intake intake = new Intake(null, workers::take, log);
        inputs.read(index, terminal.in(), progress.watching(intake, inputs, index));
        workers.drain();
        intake.named().forEach(terminal::say);
        Fates fates = Fates.of(admission);
        return new IndexSummary(
            intake.end(), fates, fates.indexed(), log.unchangedFiles(), 0, true, index.toString());
      }
    }
  }

  private static void remove(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      List<Path> deepestFirst = files.sorted(Comparator.reverseOrder()).toList();
      for (Path file : deepestFirst) {
        Files.delete(file);
      }
    }
  }
}
