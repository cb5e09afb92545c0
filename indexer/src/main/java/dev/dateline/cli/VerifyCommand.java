package dev.dateline.cli;

import dev.dateline.lucene.Damage;
import dev.dateline.lucene.Salvage;
import dev.dateline.lucene.Verification;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

@Command(
    name = "verify",
    description = {
      "Look whether an index is as it was written.",
      "",
      "Reads every byte of it, and of the index that is kept to go back to, and compares checksums;"
          + " looks whether the files fit together, whether each id is there once, and, of some"
          + " articles, whether what is indexed is what is stored. Searches and writes may go on"
          + " meanwhile. The exit code is 0 if the index is sound, 1 if it is damaged.",
      "",
      "With --salvage a damaged index is built anew from all articles that can still be read, and"
          + " what is damaged is left out of kept sources. What may not be as it was, and what is"
          + " lost, is told; what was damaged is set aside and not removed. Where nothing can be"
          + " read the index stays as it is (exit code 3). A backup, where there is one, is the"
          + " better cure.",
      ""
    },
    footer = {
      "",
      "Examples:",
      "  dateline verify --index news",
      "  dateline verify --index news --compare 100000 --format json",
      "  dateline verify --index backups/20261125T223000.000Z",
      "  dateline verify --index news --salvage"
    })
final class VerifyCommand implements Callable<Integer> {

  @Option(
      names = "--compare",
      paramLabel = "N",
      defaultValue = "" + Verification.DEFAULT_COMPARED,
      description =
          "articles to compare with what is indexed of them, spread over the index"
              + " (${DEFAULT-VALUE})")
  private int compare;

  @Option(
      names = "--salvage",
      description = "if the index is damaged, build it anew from what can still be read")
  private boolean salvage;

  @Mixin private final IndexOption index = new IndexOption();
  @Mixin private final FormatOption format = new FormatOption();

  @Spec
  @SuppressWarnings("NullAway.Init") // picocli sets it
  private CommandSpec command;

  private final Terminal terminal;

  VerifyCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  /** What is printed for programs. */
  private record Answer(boolean sound, Verification verification, @Nullable Salvage salvage) {}

  @Override
  public Integer call() throws IOException {
    if (compare < 0) {
      throw new ParameterException(command.commandLine(), "--compare is 0 or more: " + compare);
    }
    Verification found;
    try (WorkProgress progress = WorkProgress.ofBytes(terminal, "Verifying")) {
      found = Verification.of(index.folder(), compare, progress);
    }
    if (!format.isJson()) {
      print(found);
    }
    Salvage saved = null;
    try {
      saved = salvage && !found.damagesInUse().isEmpty() ? salvage(found) : null;
    } finally {
      if (format.isJson()) {
        terminal.out().println(Json.line(new Answer(found.isSound(), found, saved)));
      }
    }
    if (saved != null && !format.isJson()) {
      print(saved);
    }
    return found.isSound() ? 0 : 1;
  }

  private Salvage salvage(Verification found) throws IOException {
    try (WorkProgress progress =
        WorkProgress.ofArticles(
            terminal, "Saving", terminal.errIsInteractive(), found.articles())) {
      return Salvage.of(index.folder(), found, progress);
    }
  }

  private void print(Verification found) {
    terminal.tell(
        String.format(
            Locale.ENGLISH,
            "Generation %s: %,d articles in %,d segments; %,d files, %s",
            found.generation(),
            found.articles(),
            found.segments(),
            found.files(),
            ProgressLine.size(found.bytes())));
    for (Damage damage : found.damages()) {
      terminal.tell(String.format(Locale.ENGLISH, "damaged: %s: %s", damage.file(), damage.what()));
    }
    if (found.isSound()) {
      terminal.tell(
          String.format(
              Locale.ENGLISH,
              "Sound: %,d articles were compared with what is indexed of them.",
              found.compared()));
    } else if (found.damagesInUse().isEmpty()) {
      terminal.tell(
          "What is in use is sound. The index that is kept from before is damaged: dateline"
              + " rollback --discard removes it.");
    } else {
      terminal.tell(
          "Damaged. Restore a backup (dateline restore), or save what can be read (--salvage).");
    }
  }

  private void print(Salvage saved) {
    terminal.tell(
        String.format(
            Locale.ENGLISH,
            "Saved %,d articles into generation %s; %,d could not be read.",
            saved.saved(),
            saved.generation(),
            saved.lost()));
    saved.unknown().forEach(what -> terminal.tell("could not be read: " + what));
    saved.doubtful().forEach(id -> terminal.tell("doubtful: " + id));
    saved.sources().forEach(what -> terminal.tell("left out of the sources: " + what));
    if (!saved.sources().isEmpty()) {
      terminal.tell("Which files were read is forgotten: the next dateline index reads all again.");
    }
    for (Path damaged : saved.damaged()) {
      terminal.tell(
          String.format(
              Locale.ENGLISH,
              "What was damaged lies in %s; remove it when it is of no more use.",
              damaged));
    }
  }
}
