package dev.dateline.cli;

import static dev.dateline.index.SearchParameter.FIELDS;

import dev.dateline.Dateline;
import dev.dateline.index.ArticleIndex;
import dev.dateline.index.Order;
import dev.dateline.index.SearchParameters;
import dev.dateline.index.SearchRequest;
import dev.dateline.index.SearchResult;
import dev.dateline.json.ResultJson;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

@Command(
    name = "search",
    description = {
      "Find articles.",
      "",
      "Without a query the newest come first. With --format json and without --fields the hits"
          + " carry body and parts as well, as a script has no second request to fetch them.",
      ""
    },
    footer = {
      "",
      "Examples:",
      "  dateline search pretraining team",
      "  dateline search '\"to be or not to be\" -theatre' --order-by newest",
      "  dateline search climate --source 'Example Wire' --from 2026-11-01 --page-size 5",
      "  dateline search strike --facets source,tag --timeline auto --tz Europe/Berlin",
      "  dateline search --when 7d --format json | jq -r '.results[].url'"
    })
final class SearchCommand implements Callable<Integer> {

  @Mixin private final QueryWords query = new QueryWords();
  @Mixin private final IndexOption index = new IndexOption();
  @Mixin private final FormatOption format = new FormatOption();

  @Spec
  @SuppressWarnings("NullAway.Init") // picocli sets it
  private CommandSpec command;

  private final Terminal terminal;

  private SearchCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  /** The command with its options, ready to be added to the program. */
  static CommandLine on(Terminal terminal) {
    CommandLine search = new CommandLine(new SearchCommand(terminal));
    SearchOptions.addTo(search.getCommandSpec());
    return QueryWords.taken(search);
  }

  @Override
  public Integer call() throws IOException {
    SearchRequest request = SearchParameters.parse(parameters());
    try (ArticleIndex articles = Dateline.open(index.folder())) {
      SearchResult result = articles.search(request);
      if (format.isJson()) {
        // By relevance a cursor holds for the index that gave it, which is closed here.
        boolean lasting = result.order() != Order.RELEVANCE;
        terminal.out().writeBytes(ResultJson.toBytes(lasting ? result : result.withoutNext()));
        terminal.out().println();
      } else {
        int width = command.commandLine().getUsageHelpWidth();
        terminal.out().print(new ResultText(width, terminal.style(), request.zone()).of(result));
      }
    }
    return CommandLine.ExitCode.OK;
  }

  private Map<String, List<String>> parameters() {
    Map<String, List<String>> parameters = query.parameters(command);
    if (format.isJson()) {
      parameters.computeIfAbsent(FIELDS.label(), name -> List.of("body", "parts"));
    }
    return parameters;
  }
}
