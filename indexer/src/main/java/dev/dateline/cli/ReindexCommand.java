package dev.dateline.cli;

import dev.dateline.Dateline;
import dev.dateline.ingest.Ingest;
import dev.dateline.ingest.Sink;
import dev.dateline.lucene.LuceneWriter;
import dev.dateline.lucene.Migration;
import dev.dateline.lucene.Reindex;
import dev.dateline.lucene.Sources;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicLong;
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
          + " meanwhile; Ctrl-C leaves the articles as they were. An index that an earlier version"
          + " of Dateline made is built anew without a path before it is used.",
      "",
      "The index that was in use is kept, so that dateline rollback can go back to it; it takes as"
          + " much room again, until the next reindex begins.",
      ""
    },
    footer = {
      "",
      "Examples:",
      "  dateline reindex",
      "  dateline reindex articles/",
      "  dateline reindex articles/ --prune --dry-run",
      "  dateline reindex --from-sources",
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

  @Option(
      names = "--from-sources",
      description = "extract the articles again from what index --keep-source has kept")
  private boolean fromSources;

  @Option(
      names = "--no-keep-previous",
      description = "remove the index that was in use when the new one has taken its place")
  private boolean keepsNone;

  @Option(
      names = "--dry-run",
      description = "tell what would be done, and leave the index as it is")
  private boolean dryRun;

  @Mixin private final IndexOption index = new IndexOption();
  @Mixin private final FormatOption format = new FormatOption();
  @Mixin private final FailuresOption failed = new FailuresOption();
  @Mixin private final Withdrawals withdrawals = new Withdrawals();

  @Spec
  @SuppressWarnings("NullAway.Init") // picocli sets it
  private CommandSpec command;

  private final Terminal terminal;

  ReindexCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws IOException {
    Inputs inputs = Inputs.of(paths, command.commandLine());
    if (inputs.isEmpty() && !fromSources) {
      require(!prune, "--prune needs a PATH: without one nothing would be left");
      require(!withdrawals.restoresAny(), "--restore needs the PATH of the article");
    }
    if (Migration.isDue(index.folder())) {
      require(
          inputs.isEmpty() && !fromSources,
          "an earlier version made this index: run dateline reindex first without a PATH");
      MigrationRun run =
          new MigrationRun(terminal, index.folder(), previous(), dryRun, format.isJson());
      return Stoppable.run(run::call, this::stopped);
    }
    // An index that is not there cannot be built anew, and must not come into being.
    Dateline.open(index.folder()).close();
    return Stoppable.run(() -> reindex(inputs), this::stopped);
  }

  /** The last words of a run that is cut off, which may be in the middle of the swap. */
  private void stopped() {
    Stoppable.say(terminal, "the index is whole, and as it was unless the new one was finished");
  }

  private int reindex(Inputs inputs) throws IOException {
    Reindex.Rest rest = prune ? Reindex.Rest.REMOVE : Reindex.Rest.KEEP;
    try (LuceneWriter writer = LuceneWriter.open(index.folder());
        Failures failures = failed.open(index);
        Reindex reindex = writer.startReindex()) {
      // The paths speak of an article that stays: it is not left out as one that is not in them.
      Admission admission = new Admission(reindex, reindex::restore, withdrawals);
      try (Workers workers = new Workers(admission::take);
          Progress progress = new Progress(terminal, "Reindexing")) {
        if (!dryRun) {
          reindex.discardPrevious();
        }
        Intake intake = new Intake(dryRun ? null : failures, workers::take, null);
        Sink sink = progress.watching(intake, inputs, index.folder());
        if (fromSources) {
          readSources(writer.sources(), intake, sink);
        }
        inputs.read(index.folder(), terminal.in(), sink);
        workers.drain();
        Fates fates = Fates.of(admission);
        require(!prune || fates.sum() > 0, "no article was read: --prune would leave nothing");
        if (dryRun) {
          return report(intake, fates, reindex.preview(rest));
        }
        if (prune) {
          // What is pruned can come back by the files that it was read from; known before the swap.
          writer.sources().forgetFiles();
          writer.sources().commit();
        }
        Reindex.Summary summary = reindex.finish(rest, previous(), articles -> {});
        failures.publish();
        return report(intake, fates, summary);
      }
    }
  }

  private Reindex.Previous previous() {
    return keepsNone ? Reindex.Previous.REMOVE : Reindex.Previous.KEEP;
  }

  private void readSources(Sources sources, Intake intake, Sink sink) throws IOException {
    AtomicLong count = new AtomicLong();
    sources.forEachKept(
        (name, in) -> {
          count.incrementAndGet();
          intake.beginKept(name);
          Ingest.read(name, in, sink);
          intake.leave();
        });
    require(count.get() > 0, "no source was kept: index --keep-source keeps them");
  }

  private int report(Intake intake, Fates fates, Reindex.Summary rest) {
    Reading reading = intake.end();
    intake.named().forEach(terminal::say);
    withdrawals.named().forEach(terminal::say);
    ReindexSummary summary =
        new ReindexSummary(
            reading,
            fates,
            rest.kept(),
            rest.withdrawn(),
            rest.removed(),
            rest.generation(),
            keepsNone || dryRun ? null : rest.previous(),
            dryRun,
            index.folder().toString());
    if (format.isJson()) {
      terminal.out().println(Json.line(summary));
    } else {
      terminal.out().print(summary.text(!paths.isEmpty() || fromSources));
    }
    return reading.exitCode();
  }

  private void require(boolean condition, String otherwise) {
    if (!condition) {
      throw new ParameterException(command.commandLine(), otherwise);
    }
  }
}
