package dev.dateline.cli;

import dev.dateline.Dateline;
import dev.dateline.index.ArticleIndex;
import dev.dateline.index.ParameterSet;
import dev.dateline.index.SearchParameter;
import dev.dateline.index.SuggestParameters;
import dev.dateline.index.SuggestRequest;
import dev.dateline.index.SuggestResult;
import dev.dateline.index.Suggestion;
import dev.dateline.json.SuggestionJson;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
    name = "suggest",
    description = {
      "Complete a query that is being typed.",
      "",
      "Phrases, authors, tags, sources and titles of the index that start so, with how many"
          + " articles each would find.",
      ""
    },
    footer = {
      "",
      "Examples:",
      "  dateline suggest ferry str",
      "  dateline suggest kar --kinds author,tag",
      "  dateline suggest ferry --format json | jq -r '.suggestions[].query'"
    })
final class SuggestCommand implements Callable<Integer> {

  @Parameters(
      paramLabel = "TEXT",
      arity = "0..*",
      description = "what was typed until now; the last word may be unfinished")
  private List<String> words = new ArrayList<>();

  @Mixin private final IndexOption index = new IndexOption();
  @Mixin private final FormatOption format = new FormatOption();

  @Spec
  @SuppressWarnings("NullAway.Init") // picocli sets it
  private CommandSpec command;

  private final Terminal terminal;

  private SuggestCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  /** The command with its options, ready to be added to the program. */
  static CommandLine on(Terminal terminal) {
    CommandLine suggest = new CommandLine(new SuggestCommand(terminal));
    SearchOptions.addTo(
        suggest.getCommandSpec(), ParameterSet.SUGGEST, EnumSet.noneOf(SearchParameter.class));
    return suggest;
  }

  @Override
  public Integer call() throws IOException {
    Map<String, List<String>> parameters =
        SearchOptions.given(command.commandLine().getParseResult(), ParameterSet.SUGGEST);
    if (!words.isEmpty()) {
      parameters
          .computeIfAbsent(SearchParameter.Q.label(), name -> new ArrayList<>())
          .add(String.join(" ", words));
    }
    SuggestRequest request = SuggestParameters.parse(parameters);
    try (ArticleIndex articles = Dateline.open(index.folder())) {
      SuggestResult result = articles.suggest(request);
      if (format.isJson()) {
        terminal.out().writeBytes(SuggestionJson.toBytes(result));
        terminal.out().println();
      } else {
        terminal.out().print(text(result));
      }
    }
    return CommandLine.ExitCode.OK;
  }

  /** A line each: what it is, how many articles, and the words. */
  private static String text(SuggestResult result) {
    StringBuilder text = new StringBuilder();
    for (Suggestion each : result.suggestions()) {
      String line =
          String.format(
              Locale.ENGLISH, "%-6s %,8d  %s", each.kind().text(), each.articles(), each.text());
      text.append(TerminalText.plain(line)).append('\n');
    }
    return text.isEmpty() ? "Nothing starts so.\n" : text.toString();
  }
}
