package dev.dateline.cli;

import dev.dateline.Dateline;
import dev.dateline.index.ArticleIndex;
import dev.dateline.index.ParameterSet;
import dev.dateline.index.SearchParameter;
import dev.dateline.index.SearchResult;
import dev.dateline.index.SimilarParameters;
import dev.dateline.index.SimilarRequest;
import dev.dateline.json.ResultJson;
import java.io.IOException;
import java.util.EnumSet;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
    name = "similar",
    description = {
      "Find articles about what an article is about.",
      "",
      "By the words that tell most about it; neither the same text again, nor one text twice.",
      ""
    },
    footer = {
      "",
      "Examples:",
      "  dateline similar ferry-1",
      "  dateline similar ferry-1 --background true --page-size 5",
      "  dateline similar ferry-1 --source 'Harbour Post' --format json | jq -r '.results[].url'"
    })
final class SimilarCommand implements Callable<Integer> {

  @Parameters(
      paramLabel = "ID",
      description = "the id of the article, as search --format json has it")
  private String id = "";

  @Mixin private final IndexOption index = new IndexOption();
  @Mixin private final FormatOption format = new FormatOption();

  @Spec
  @SuppressWarnings("NullAway.Init") // picocli sets it
  private CommandSpec command;

  private final Terminal terminal;

  private SimilarCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  /** The command with its options, ready to be added to the program. */
  static CommandLine on(Terminal terminal) {
    CommandLine similar = new CommandLine(new SimilarCommand(terminal));
    SearchOptions.addTo(
        similar.getCommandSpec(), ParameterSet.SIMILAR, EnumSet.noneOf(SearchParameter.class));
    return similar;
  }

  @Override
  public Integer call() throws IOException {
    SimilarRequest request =
        SimilarParameters.parse(
            id, SearchOptions.given(command.commandLine().getParseResult(), ParameterSet.SIMILAR));
    try (ArticleIndex articles = Dateline.open(index.folder())) {
      Optional<SearchResult> result = articles.similar(request);
      if (result.isEmpty()) {
        throw new ParameterException(
            command.commandLine(), "there is no article with the id " + id);
      }
      if (format.isJson()) {
        terminal.out().writeBytes(ResultJson.toBytes(result.get()));
        terminal.out().println();
      } else {
        int width = command.commandLine().getUsageHelpWidth();
        ResultText text = new ResultText(width, terminal.style(), request.zone());
        terminal.out().print(text.of(result.get()));
      }
    }
    return CommandLine.ExitCode.OK;
  }
}
