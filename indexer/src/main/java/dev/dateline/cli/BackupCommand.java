package dev.dateline.cli;

import dev.dateline.lucene.Backups;
import dev.dateline.lucene.Damage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
    name = "backup",
    description = {
      "Copy what an index holds on disk into a folder of backups.",
      "",
      "Searches and writes may go on meanwhile. Each backup is whole, named after when it was made,"
          + " and can be searched and verified where it lies; what the backup before holds too"
          + " takes no room. Every byte of the new backup is compared with its checksum, also where"
          + " it is shared with the backup before, which is read for it: what is damaged there is"
          + " told, and copied from the index again. Where the index itself is damaged no backup is"
          + " made. Ctrl-C leaves the backups that are there as they are.",
      ""
    },
    footer = {
      "",
      "Examples:",
      "  dateline backup /mnt/backups --index news",
      "  dateline backup /mnt/backups --index news --keep 7",
      "  dateline search ferry --index /mnt/backups/20261125T223000.000Z"
    })
final class BackupCommand implements Callable<Integer> {

  @Parameters(
      paramLabel = "DIR",
      description = "the folder of the backups; made where there is none")
  @SuppressWarnings("NullAway.Init") // picocli sets it
  private Path folder;

  @Option(
      names = "--keep",
      paramLabel = "N",
      description = "then remove the oldest backups but the latest N (all are kept)")
  private @Nullable Integer keep;

  @Mixin private final IndexOption index = new IndexOption();
  @Mixin private final FormatOption format = new FormatOption();

  @Spec
  @SuppressWarnings("NullAway.Init") // picocli sets it
  private CommandSpec command;

  private final Terminal terminal;

  BackupCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  /** What is printed for programs. */
  private record Answer(
      Path backup,
      long articles,
      long copied,
      long linked,
      List<Damage> damaged,
      List<Path> removed) {

    Answer(Backups.Made made, List<Path> removed) {
      this(made.path(), made.articles(), made.copied(), made.linked(), made.damaged(), removed);
    }
  }

  @Override
  public Integer call() throws IOException {
    if (keep != null && keep < 1) {
      throw new ParameterException(command.commandLine(), "--keep is 1 or more: " + keep);
    }
    Backups backups = new Backups(folder);
    Backups.Made made;
    try (WorkProgress progress = WorkProgress.ofBytes(terminal, "Copying")) {
      made = backups.make(index.folder(), progress);
    }
    List<Path> removed = keep == null ? List.of() : backups.keepLatest(keep);
    if (format.isJson()) {
      terminal.out().println(Json.line(new Answer(made, removed)));
    } else {
      terminal.tell(
          String.format(
              Locale.ENGLISH,
              "%,d articles are in %s: %s copied, %s shared with the backup before.",
              made.articles(),
              made.path(),
              ProgressLine.size(made.copied()),
              ProgressLine.size(made.linked())));
      for (Damage damage : made.damaged()) {
        terminal.tell(
            String.format(
                Locale.ENGLISH,
                "damaged in the backup before, and copied again: %s: %s",
                damage.file(),
                damage.what()));
      }
      removed.forEach(path -> terminal.tell(String.format(Locale.ENGLISH, "removed: %s", path)));
    }
    return 0;
  }
}
