package dev.dateline.cli;

import dev.dateline.Dateline;
import dev.dateline.export.Export;
import dev.dateline.index.SearchParameter;
import dev.dateline.lucene.LuceneWriter;
import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
    name = "delete",
    description = {
      "Remove articles by their ids, by --query and the filters of a search, or both.",
      "",
      "What is deleted can come back by the next copy that is read, and its text lies in the files"
          + " of the index until they happen to be merged. With --purge an article is gone for"
          + " good: from the bytes of the index and of the one that is kept for a rollback, with"
          + " each kept source that holds it, and from backups in the folders of --backups. Its id"
          + " alone is left, as withdrawn, so that no copy brings it back. Where it may still be is"
          + " told.",
      ""
    },
    footer = {
      "",
      "Examples:",
      "  dateline delete wire-2026-4711 --index news",
      "  dateline delete --query 'ferry OR bridge' --to 2020-12-31 --dry-run",
      "  dateline delete --source 'Harbour Post' --yes",
      "  dateline delete wire-2026-4711 --purge --backups /mnt/backups --yes",
      "  dateline delete --purge --withdrawn --yes"
    })
final class DeleteCommand implements Callable<Integer> {

  @Parameters(paramLabel = "ID", arity = "0..*", description = "the ids of articles")
  private Set<String> ids = new LinkedHashSet<>();

  @Option(names = "--purge", order = 101, description = "so that they are gone for good")
  private boolean purge;

  @Option(
      names = "--withdrawn",
      order = 102,
      description = "with --purge: also all that is withdrawn by now")
  private boolean withdrawn;

  @Option(
      names = "--backups",
      paramLabel = "DIR",
      order = 103,
      description = "with --purge: a folder of backups; may be repeated")
  private List<Path> backups = List.of();

  @Option(
      names = "--dry-run",
      order = 104,
      description = "list what would be deleted, and leave the index as it is")
  private boolean dryRun;

  @Option(names = "--yes", order = 105, description = "do not ask")
  private boolean yes;

  @Mixin private final IndexOption index = new IndexOption();
  @Mixin private final FormatOption format = new FormatOption();

  @Spec
  @SuppressWarnings("NullAway.Init") // picocli sets it
  private CommandSpec command;

  private final Terminal terminal;

  private DeleteCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  /** The command with its options, ready to be added to the program. */
  static CommandLine on(Terminal terminal) {
    CommandLine delete = new CommandLine(new DeleteCommand(terminal));
    EnumSet<SearchParameter> own = EnumSet.copyOf(Export.WITHOUT_MEANING);
    own.addAll(
        EnumSet.of(
            SearchParameter.Q,
            SearchParameter.ORDER_BY,
            SearchParameter.RECENCY,
            SearchParameter.FIELDS));
    SearchOptions.addTo(delete.getCommandSpec(), own);
    SearchOptions.addQueryTo(delete.getCommandSpec());
    return delete;
  }

  @Override
  public Integer call() throws IOException {
    require(purge || (!withdrawn && backups.isEmpty()), "--withdrawn and --backups need --purge");
    var filters = SearchOptions.given(command.commandLine().getParseResult());
    require(
        withdrawn || !ids.isEmpty() || !filters.isEmpty(),
        "which articles? by ids, by --query, or by the filters of a search");
    // An index that is not there must not come into being.
    Dateline.open(index.folder()).close();
    Condemned condemned = Condemned.find(index.folder(), ids, filters);
    if (dryRun) {
      new DeletionReport(terminal, format.isJson(), index.folder()).wouldDelete(condemned);
      return 0;
    }
    boolean named = filters.isEmpty() && !purge;
    if (!named && !yes && !Consent.asked(terminal, question(condemned), command.commandLine())) {
      terminal.say("Nothing was deleted.");
      return 0;
    }
    try (LuceneWriter writer = LuceneWriter.open(index.folder())) {
      Deletion deletion = new Deletion(writer, condemned.ids());
      DeletionReport report = new DeletionReport(terminal, format.isJson(), index.folder());
      if (purge) {
        report.purged(deletion.purge(withdrawn, backups), !backups.isEmpty());
      } else {
        report.deleted(deletion.delete());
      }
    }
    return 0;
  }

  private String question(Condemned condemned) {
    String articles = ResultText.articles(condemned.ids().size());
    String what = withdrawn ? articles + " and all that is withdrawn" : articles;
    return (purge ? "Purge " : "Delete ") + what + " from " + index.folder();
  }

  private void require(boolean condition, String otherwise) {
    if (!condition) {
      throw new ParameterException(command.commandLine(), otherwise);
    }
  }
}
