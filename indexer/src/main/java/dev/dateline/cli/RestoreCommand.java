package dev.dateline.cli;

import dev.dateline.index.UnusableIndexException;
import dev.dateline.lucene.Backups;
import dev.dateline.lucene.Migration;
import dev.dateline.lucene.Restore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "restore",
    description = {
      "Put a backup in the place of an index.",
      "",
      "The backup is verified first. Searches go on with what they have, and find the restored"
          + " articles within a second. What was written to the index after the backup is gone"
          + " then; an index that is there is only replaced with --replace.",
      ""
    },
    footer = {
      "",
      "Examples:",
      "  dateline restore /mnt/backups --index news",
      "  dateline restore /mnt/backups/20261125T223000.000Z --index news --replace"
    })
final class RestoreCommand implements Callable<Integer> {

  @Parameters(
      paramLabel = "DIR",
      description = "a folder of backups, of which the latest is taken, or one backup")
  @SuppressWarnings("NullAway.Init") // picocli sets it
  private Path folder;

  @Option(names = "--replace", description = "replace the index that is there")
  private boolean replace;

  @Mixin private final IndexOption index = new IndexOption();
  @Mixin private final FormatOption format = new FormatOption();

  private final Terminal terminal;

  RestoreCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws IOException {
    Path backup = backup();
    if (Files.exists(index.folder().resolve("current")) && !replace) {
      throw new UnusableIndexException(
          "there is an index in " + index.folder() + "; --replace puts the backup in its place");
    }
    Restore restored;
    try (WorkProgress progress = WorkProgress.ofBytes(terminal, "Restoring")) {
      restored = Restore.of(backup, index.folder(), progress);
    }
    if (format.isJson()) {
      terminal.out().println(Json.line(restored));
    } else {
      terminal.tell(
          String.format(
              Locale.ENGLISH,
              "%,d articles of %s are in use in %s.",
              restored.articles(),
              restored.backup(),
              index.folder()));
      if (Migration.isDue(index.folder())) {
        terminal.tell(
            "An earlier version of Dateline made them. Before they are searched: dateline reindex"
                + " --index "
                + index.folder());
      }
    }
    return 0;
  }

  private Path backup() throws IOException {
    if (Files.exists(folder.resolve("current"))) {
      return folder;
    }
    List<Path> backups = new Backups(folder).list();
    if (backups.isEmpty()) {
      throw new UnusableIndexException("there is no backup in " + folder);
    }
    return backups.getLast();
  }
}
