package dev.dateline.cli;

import dev.dateline.Dateline;
import dev.dateline.ingest.Sink;
import dev.dateline.lucene.LuceneWriter;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
    name = "index",
    description = {
      "Add articles to the index; one that is there already, by its id or url, is updated.",
      "",
      "Of two versions of an article the fuller one is kept, and of two full ones the later. Files"
          + " that have not changed since they were read are passed over, so that the same command"
          + " again goes on where it was cut off. What cannot be read is skipped and named in"
          + " failures.jsonl in the folder of the index, until it can.",
      ""
    },
    footer = {
      "",
      "Examples:",
      "  dateline index articles/",
      "  dateline index crawl.warc.gz wire.jsonl.gz --index archive",
      "  curl -s https://news.example/today.jsonl | dateline index -",
      "  dateline index articles/ --dry-run",
      "  dateline index --retry-failed"
    })
final class IndexCommand implements Callable<Integer> {

  @Parameters(
      paramLabel = "PATH",
      arity = "0..*",
      description = "files, folders with all that is in them, or - for standard input")
  private List<Path> paths = List.of();

  @Option(names = "--all", description = "read files also if they have not changed")
  private boolean all;

  @Option(
      names = "--keep-source",
      description = "keep what is in the files beside the index, for reindex --from-sources")
  private boolean keepSource;

  @Option(
      names = "--retry-failed",
      description = "read the files again that the failures file names")
  private boolean retryFailed;

  @Option(names = "--dry-run", description = "tell what would be done, and write nothing")
  private boolean dryRun;

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
    Inputs inputs = inputs();
    if (dryRun) {
      return report(
          new DryRun(inputs, all || retryFailed, withdrawals, terminal).of(index.folder()));
    }
    try (LuceneWriter writer = LuceneWriter.open(index.folder());
        Failures failures = failed.open(index)) {
      FileLog log = new FileLog(writer.sources(), all || retryFailed, keepSource);
      Admission admission = new Admission(writer, held -> {}, withdrawals);
      SourceKeeper keeper = keepSource ? new SourceKeeper(writer.sources(), index.folder()) : null;
      try (IndexRun run = new IndexRun(writer, failures, admission, log, keeper)) {
        return Stoppable.run(
            () -> index(writer, inputs, run, failures, admission, log),
            () -> stopped(run, failures));
      }
    }
  }

  private Inputs inputs() throws IOException {
    if (paths.isEmpty() && !retryFailed) {
      throw new ParameterException(
          command.commandLine(), "Missing required parameter: 'PATH' (or --retry-failed)");
    }
    Inputs typed = Inputs.of(paths, command.commandLine());
    if (!retryFailed) {
      return typed;
    }
    // A folder that was mistyped holds nothing that failed, and no index must come into being
    // there.
    Dateline.open(index.folder()).close();
    return typed.and(FailureLine.paths(failed.file(index)));
  }

  private int index(
      LuceneWriter writer,
      Inputs inputs,
      IndexRun run,
      Failures failures,
      Admission admission,
      FileLog log)
      throws IOException {
    writer.gather();
    try (Progress progress = new Progress(terminal, "Indexing")) {
      Sink sink = progress.watching(run, inputs, index.folder());
      inputs.read(index.folder(), terminal.in(), sink, run.streams());
      run.commit();
    } catch (IOException e) {
      throw new IOException(Errors.sentence(e) + "; " + safe(run), e);
    }
    failures.publish();
    compact(writer);
    Fates fates = Fates.of(admission);
    run.intake().named().forEach(terminal::say);
    return report(
        new IndexSummary(
            run.intake().end(),
            fates,
            fates.indexed(),
            log.unchangedFiles(),
            failures.standing(),
            false,
            index.folder().toString()));
  }

  /** All is safe by now: an index that is not compact is slower to search, and no more. */
  private void compact(LuceneWriter writer) {
    try {
      writer.compact();
    } catch (IOException e) {
      terminal.say("the index is whole, but could not be merged: " + Errors.sentence(e));
    }
  }

  private int report(IndexSummary summary) {
    withdrawals.named().forEach(terminal::say);
    if (format.isJson()) {
      terminal.out().println(Json.line(summary));
    } else {
      terminal.out().print(summary.text());
    }
    return summary.reading().exitCode();
  }

  /** The last words of a run that is cut off. */
  private void stopped(IndexRun run, Failures failures) {
    String problem = "";
    try {
      run.stop();
      failures.publish();
    } catch (IOException e) {
      problem = Errors.sentence(e) + "; ";
    }
    Stoppable.say(terminal, problem + safe(run));
  }

  private static String safe(IndexRun run) {
    return String.format(Locale.ENGLISH, "%,d articles are safe in the index", run.safe());
  }
}
