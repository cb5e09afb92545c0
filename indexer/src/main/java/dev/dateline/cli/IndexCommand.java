package dev.dateline.cli;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.dateline.Dateline;
import dev.dateline.index.ArticleWriter;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
    name = "index",
    description = {
      "Add articles to the index; one that is there already, by its id or url, is updated.",
      "",
      "Reads web pages, feeds (RSS, Atom, JSON Feed), labelled story text, JSON Lines and JSON,"
          + " also gzipped. What cannot be read is skipped and named in failures.jsonl in the"
          + " folder of the index. Articles are committed every ten seconds and at the end, so that"
          + " Ctrl-C loses little.",
      ""
    },
    footer = {
      "",
      "Examples:",
      "  dateline index articles/",
      "  dateline index story.txt wire.jsonl.gz --index archive",
      "  curl -s https://news.example/today.jsonl | dateline index -",
      "  dateline index articles/ --format json --failures failed.jsonl"
    })
final class IndexCommand implements Callable<Integer> {

  /** What the command answers to a program. */
  private record Summary(
      @JsonUnwrapped Reading reading, long indexed, long stillWithdrawn, String index) {}

  @Parameters(
      paramLabel = "PATH",
      arity = "1..*",
      description = "files, folders with all that is in them, or - for standard input")
  private List<Path> paths = List.of();

  @Mixin private final IndexOption index = new IndexOption();
  @Mixin private final FormatOption format = new FormatOption();
  @Mixin private final FailuresOption failed = new FailuresOption();
  @Mixin private final Withdrawals withdrawals = new Withdrawals();

  @Spec
  @SuppressWarnings("NullAway.Init") // picocli sets it
  private CommandSpec command;

  private final Terminal terminal;

  IndexCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws IOException {
    Inputs inputs = Inputs.of(paths, command.commandLine());
    try (ArticleWriter writer = Dateline.openWriter(index.folder());
        Failures failures = failed.open(index)) {
      Batch batch = new Batch(writer, withdrawals);
      try {
        return Stoppable.run(() -> index(inputs, batch, failures), () -> stopped(batch, failures));
      } catch (IOException e) {
        throw new IOException(Errors.sentence(e) + "; " + safe(batch), e);
      }
    }
  }

  private int index(Inputs inputs, Batch batch, Failures failures) throws IOException {
    Intake intake = new Intake(failures, batch::add);
    try (Progress progress = new Progress(terminal, "Indexing")) {
      inputs.read(index.folder(), terminal.in(), intake.watchedBy(progress));
      batch.commit();
    }
    failures.publish();
    return report(intake, batch.committed());
  }

  private int report(Intake intake, long indexed) {
    Reading reading = intake.end();
    intake.named().forEach(line -> terminal.err().println(TerminalText.plain(line)));
    withdrawals.named().forEach(line -> terminal.err().println(TerminalText.plain(line)));
    if (format.isJson()) {
      terminal
          .out()
          .println(
              Json.line(
                  new Summary(reading, indexed, withdrawals.count(), index.folder().toString())));
    } else {
      terminal.out().print(text(reading, indexed));
    }
    return reading.exitCode();
  }

  private String text(Reading reading, long indexed) {
    return String.format(
        Locale.ENGLISH,
        "%s: %,d indexed in %s%s%n%s",
        reading.speed(),
        indexed,
        index.folder(),
        withdrawals.count() == 0
            ? ""
            : String.format(Locale.ENGLISH, ", %,d still withdrawn", withdrawals.count()),
        reading.rest());
  }

  /** The last words of a run that is cut off. */
  private void stopped(Batch batch, Failures failures) {
    String problem = "";
    try {
      batch.commit();
      failures.publish();
    } catch (IOException e) {
      problem = Errors.sentence(e) + "; ";
    }
    Stoppable.say(terminal, problem + safe(batch));
  }

  private static String safe(Batch batch) {
    return String.format(Locale.ENGLISH, "%,d articles are safe in the index", batch.committed());
  }
}
