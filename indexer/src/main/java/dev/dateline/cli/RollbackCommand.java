package dev.dateline.cli;

import dev.dateline.Dateline;
import dev.dateline.lucene.LuceneWriter;
import dev.dateline.lucene.Rollback;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
    name = "rollback",
    description = {
      "Go back to the index that was in use before the last reindex.",
      "",
      "Articles that were indexed, posted or deleted since are so there too, and what is withdrawn"
          + " by now stays withdrawn; what the reindex itself did is undone. Searches go on"
          + " meanwhile. The index that was in use is kept in turn, so that a second rollback goes"
          + " forward again.",
      ""
    },
    footer = {
      "",
      "Examples:",
      "  dateline rollback --index news --dry-run",
      "  dateline rollback --index news",
      "  dateline rollback --index news --discard"
    })
final class RollbackCommand implements Callable<Integer> {

  @Option(
      names = "--dry-run",
      description = "tell what would be taken along, and leave the index as it is")
  private boolean dryRun;

  @Option(
      names = "--discard",
      description = "go nowhere, but remove the index that is kept, to have its room")
  private boolean discard;

  @Mixin private final IndexOption index = new IndexOption();
  @Mixin private final FormatOption format = new FormatOption();

  private final Terminal terminal;

  RollbackCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  /** What is printed for programs. */
  private record Answer(
      String generation,
      String previous,
      List<String> added,
      List<String> deleted,
      boolean dryRun) {

    Answer(Rollback.Summary summary, boolean dryRun) {
      this(summary.generation(), summary.left(), summary.added(), summary.deleted(), dryRun);
    }
  }

  private record Discarded(boolean discarded) {}

  @Override
  public Integer call() throws IOException {
    // An index that is not there must not come into being.
    Dateline.open(index.folder()).close();
    try (LuceneWriter writer = LuceneWriter.open(index.folder())) {
      if (discard) {
        report(dryRun ? writer.hasPrevious() : writer.discardPrevious());
        return 0;
      }
      try (Rollback rollback = start(writer)) {
        report(dryRun ? rollback.preview() : finish(rollback));
      }
    }
    return 0;
  }

  private Rollback start(LuceneWriter writer) throws IOException {
    try (WorkProgress progress = WorkProgress.ofBytes(terminal, "Verifying")) {
      return writer.startRollback(progress);
    }
  }

  /** Shows how many ids were taken along; how many there are is not known before. */
  private Rollback.Summary finish(Rollback rollback) throws IOException {
    try (WorkProgress progress =
        WorkProgress.ofArticles(terminal, "Taking along", terminal.errIsInteractive(), -1)) {
      return rollback.finish(progress);
    }
  }

  private void report(boolean discarded) {
    if (format.isJson()) {
      terminal.out().println(Json.line(new Discarded(discarded && !dryRun)));
      return;
    }
    String removed = dryRun ? "would be removed." : "was removed.";
    terminal.tell(
        discarded
            ? "The index that was in use before the last reindex " + removed
            : "No index is kept from before the last reindex.");
  }

  private void report(Rollback.Summary summary) {
    if (format.isJson()) {
      terminal.out().println(Json.line(new Answer(summary, dryRun)));
      return;
    }
    if (dryRun) {
      summary.added().forEach(id -> terminal.tell("would be taken along: " + id));
      summary.deleted().forEach(id -> terminal.tell("would be deleted: " + id));
    }
    terminal.tell(
        String.format(
            Locale.ENGLISH,
            dryRun
                ? "Generation %s would take the place of %s, with %,d articles that were written"
                    + " since, and without %,d that were deleted; the index is as it was."
                : "Generation %s is in use again, %s is kept; %,d articles that were written since"
                    + " were taken along, %,d deleted.",
            summary.generation(),
            summary.left(),
            summary.added().size(),
            summary.deleted().size()));
  }
}
