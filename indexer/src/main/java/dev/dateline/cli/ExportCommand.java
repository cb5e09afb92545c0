package dev.dateline.cli;

import dev.dateline.Dateline;
import dev.dateline.export.Export;
import dev.dateline.export.ExportFormat;
import dev.dateline.index.ArticleIndex;
import dev.dateline.index.Match;
import dev.dateline.index.SearchParameters;
import dev.dateline.index.SearchRequest;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
    name = "export",
    description = {
      "Write every article that a search finds, newest first unless told otherwise.",
      "",
      "ndjson is for programs: an article a line, whole unless --fields says otherwise, and"
          + " {\"count\":N} as the last line, without which the file is not whole; index reads it"
          + " without loss. csv is for spreadsheets: the usual fields and tags, and those of"
          + " --fields. With --output the file is there only when it is whole.",
      ""
    },
    footer = {
      "",
      "Examples:",
      "  dateline export --output archive.ndjson",
      "  dateline export ferry strike --from 2026-01-01 --output strike.csv",
      "  dateline export --source 'Harbour Post' --format csv --fields body,tags > harbour.csv",
      "  dateline export climate --order-by relevance | head -n 100"
    })
final class ExportCommand implements Callable<Integer> {

  private static final int BUFFER_BYTES = 64 << 10;

  @Option(
      names = "--format",
      paramLabel = "ndjson|csv",
      order = 101,
      description = "the form (that of the file's name, else ndjson)")
  private @Nullable ExportFormat format;

  @Option(
      names = "--output",
      paramLabel = "FILE",
      order = 102,
      description = "the file; it is replaced when all is written (standard output)")
  private @Nullable Path output;

  @Mixin private final QueryWords query = new QueryWords();
  @Mixin private final IndexOption index = new IndexOption();

  @Spec
  @SuppressWarnings("NullAway.Init") // picocli sets it
  private CommandSpec command;

  private final Terminal terminal;
  private final AtomicLong written = new AtomicLong();

  private ExportCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  /** The command with its options, ready to be added to the program. */
  static CommandLine on(Terminal terminal) {
    CommandLine export = new CommandLine(new ExportCommand(terminal));
    SearchOptions.addTo(export.getCommandSpec(), EnumSet.copyOf(Export.WITHOUT_MEANING));
    return QueryWords.taken(export).setCaseInsensitiveEnumValuesAllowed(true);
  }

  @Override
  public Integer call() throws IOException {
    SearchRequest request = SearchParameters.parse(query.parameters(command));
    try (ArticleIndex articles = Dateline.open(index.folder());
        Export export = Export.open(articles, request, format())) {
      export.hits().warnings().forEach(terminal::say);
      boolean relaxable = request.match() == Match.AUTO && !request.query().isBlank();
      if (export.hits().total() == 0 && relaxable) {
        terminal.say(
            "No article has all of these words; --match any takes those with any of them.");
      }
      return output == null ? toStandardOutput(export) : toFile(export, output);
    }
  }

  private ExportFormat format() {
    if (format != null) {
      return format;
    }
    boolean table = output != null && output.toString().toLowerCase(Locale.ROOT).endsWith(".csv");
    return table ? ExportFormat.CSV : ExportFormat.NDJSON;
  }

  private int toStandardOutput(Export export) throws IOException {
    StandardOutput out = new StandardOutput(terminal.out());
    try {
      return Stoppable.run(() -> write(export, out), () -> stopped(export, "were written"));
    } catch (StandardOutput.ReaderGoneException enough) {
      return CommandLine.ExitCode.OK;
    }
  }

  private int toFile(Export export, Path path) throws IOException {
    try (NewFile file = NewFile.at(path)) {
      return Stoppable.run(
          () -> {
            int code = write(export, file.stream());
            file.finish();
            return code;
          },
          () -> {
            file.discard();
            stopped(export, "were ready, and " + path + " is as it was");
          });
    } catch (IOException e) {
      throw new IOException(path + " was not written: " + Errors.sentence(e), e);
    }
  }

  private int write(Export export, OutputStream out) throws IOException {
    boolean shown = terminal.errIsInteractive() && (output != null || !terminal.outIsInteractive());
    try (WorkProgress progress =
        WorkProgress.ofArticles(terminal, "Exporting", shown, export.hits().total())) {
      export.writeTo(
          new BufferedOutputStream(out, BUFFER_BYTES),
          count -> {
            written.set(count);
            progress.accept(count);
          });
    }
    terminal.say(
        ResultText.articles(written.get()) + " exported" + (output == null ? "" : " to " + output));
    return CommandLine.ExitCode.OK;
  }

  private void stopped(Export export, String what) {
    String of = String.format(Locale.ENGLISH, "%,d of ", written.get());
    Stoppable.say(terminal, of + ResultText.articles(export.hits().total()) + " " + what);
  }
}
