package dev.dateline.cli;

import dev.dateline.Dateline;
import dev.dateline.deletion.Condemned;
import dev.dateline.deletion.Deletion;
import dev.dateline.index.ArticleIndex;
import dev.dateline.index.ParameterSet;
import dev.dateline.index.SearchParameter;
import dev.dateline.index.SearchParameters;
import dev.dateline.index.SearchRequest;
import dev.dateline.lucene.LuceneWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
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
    SearchOptions.addTo(
        delete.getCommandSpec(), ParameterSet.CONDITIONS, EnumSet.of(SearchParameter.Q));
    SearchOptions.addQueryTo(delete.getCommandSpec());
    return delete;
  }

  @Override
  public Integer call() throws IOException {
    require(purge || (!withdrawn && backups.isEmpty()), "--withdrawn and --backups need --purge");
    SearchRequest search =
        SearchParameters.parse(SearchOptions.given(command.commandLine().getParseResult()));
    boolean searches = Condemned.hasCondition(search);
    require(
        withdrawn || !ids.isEmpty() || searches,
        "which articles? by ids, by --query, or by the filters of a search; never all of them");
    for (Path folder : backups) {
      if (Files.notExists(folder)) {
        throw new NoSuchFileException(folder.toString());
      }
    }
    Condemned condemned;
    // An index that is not there must not come into being.
    try (ArticleIndex articles = Dateline.open(index.folder())) {
      condemned = Condemned.find(articles, ids, search, found -> {});
      if (dryRun) {
        report().wouldDelete(condemned, articles);
        return 0;
      }
    }
    boolean named = !searches && !purge;
    if (!named && !yes && !Consent.asked(terminal, question(condemned), command.commandLine())) {
      terminal.say("Nothing was deleted.");
      return 0;
    }
    try (LuceneWriter writer = LuceneWriter.open(index.folder())) {
      Deletion deletion = new Deletion(writer, condemned.ids());
      if (purge) {
        report().purged(deletion.purge(withdrawn, backups), !backups.isEmpty());
      } else {
        report().deleted(deletion.delete());
      }
    }
    return 0;
  }

  private DeletionReport report() {
    return new DeletionReport(terminal, format.isJson(), index.folder());
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
