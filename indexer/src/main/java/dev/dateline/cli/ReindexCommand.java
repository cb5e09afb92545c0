package dev.dateline.cli;

import dev.dateline.Dateline;
import dev.dateline.article.Article;
import dev.dateline.lucene.LuceneWriter;
import dev.dateline.lucene.Reindex;
import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
    name = "reindex",
    description = {
      "Build the index anew beside the one in use, and then put it in use.",
      "",
      "Without a path it is built from the articles that the index holds. With paths their articles"
          + " are added or updated, and the others are kept unless --prune is given. Searches go on"
          + " meanwhile; Ctrl-C leaves the index as it was.",
      ""
    },
    footer = {
      "",
      "Examples:",
      "  dateline reindex",
      "  dateline reindex articles/",
      "  dateline reindex articles/ --prune --index archive",
      "  dateline reindex retracted.jsonl --restore wire-2026-4711"
    })
final class ReindexCommand implements Callable<Integer> {

  @Parameters(
      paramLabel = "PATH",
      arity = "0..*",
      description = "files, folders with all that is in them, or - for standard input")
  private List<Path> paths = List.of();

  @Option(
      names = "--prune",
      description = "remove the articles that are not in the paths; withdrawn ones stay withdrawn")
  private boolean prune;

  @Mixin private final IndexOption index = new IndexOption();
  @Mixin private final FormatOption format = new FormatOption();
  @Mixin private final FailuresOption failed = new FailuresOption();
  @Mixin private final Withdrawals withdrawals = new Withdrawals();

  @Spec
  @SuppressWarnings("NullAway.Init") // picocli sets it
  private CommandSpec command;

  private final Terminal terminal;
  private final Map<Reindex.Change, Long> changes = new EnumMap<>(Reindex.Change.class);

  ReindexCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws IOException {
    Inputs inputs = Inputs.of(paths, command.commandLine());
    if (inputs.isEmpty()) {
      require(!prune, "--prune needs a PATH: without one nothing would be left");
      require(!withdrawals.restoresAny(), "--restore needs the PATH of the article");
      // An index that is not there cannot be built anew, and must not come into being.
      Dateline.open(index.folder()).close();
    }
    return Stoppable.run(() -> reindex(inputs), this::stopped);
  }

  /** The last words of a run that is cut off, which may be in the middle of the swap. */
  private void stopped() {
    Stoppable.say(terminal, "the index is whole, and as it was unless the new one was finished");
  }

  private int reindex(Inputs inputs) throws IOException {
    try (LuceneWriter writer = LuceneWriter.open(index.folder());
        Failures failures = failed.open(index);
        Reindex reindex = writer.startReindex()) {
      Intake intake = new Intake(failures, article -> add(reindex, article));
      Reindex.Summary rest;
      try (Progress progress = new Progress(terminal, "Reindexing")) {
        inputs.read(index.folder(), terminal.in(), intake.watchedBy(progress));
        require(!prune || !changes.isEmpty(), "no article was read: --prune would leave nothing");
        rest = reindex.finish(prune ? Reindex.Rest.REMOVE : Reindex.Rest.KEEP);
      }
      failures.publish();
      return report(intake, rest);
    }
  }

  private void add(Reindex reindex, Article article) throws IOException {
    Reindex.Change change =
        withdrawals.restores(article) ? reindex.restore(article) : reindex.add(article);
    changes.merge(change, 1L, Long::sum);
    if (change == Reindex.Change.STILL_WITHDRAWN) {
      withdrawals.leave(article);
    }
  }

  private int report(Intake intake, Reindex.Summary rest) {
    Reading reading = intake.end();
    intake.named().forEach(line -> terminal.err().println(TerminalText.plain(line)));
    withdrawals.named().forEach(line -> terminal.err().println(TerminalText.plain(line)));
    ReindexSummary summary =
        new ReindexSummary(
            reading,
            changes.getOrDefault(Reindex.Change.ADDED, 0L),
            changes.getOrDefault(Reindex.Change.UPDATED, 0L),
            withdrawals.count(),
            rest.kept(),
            rest.removed(),
            rest.generation(),
            index.folder().toString());
    if (format.isJson()) {
      terminal.out().println(Json.line(summary));
    } else {
      terminal.out().print(summary.text(!paths.isEmpty()));
    }
    return reading.exitCode();
  }

  private void require(boolean condition, String otherwise) {
    if (!condition) {
      throw new ParameterException(command.commandLine(), otherwise);
    }
  }
}
