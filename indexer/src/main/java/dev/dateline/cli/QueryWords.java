package dev.dateline.cli;

import static dev.dateline.index.SearchParameter.Q;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Stack;
import picocli.CommandLine;
import picocli.CommandLine.IParameterConsumer;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.UnmatchedArgumentException;

/** The query of a command that searches: the words that stand there without a name; a mixin. */
final class QueryWords {

  @Parameters(
      paramLabel = "QUERY",
      arity = "0..*",
      parameterConsumer = AsTyped.class,
      description = {
        "the query: words, \"exact words\", -without, this OR that, start*,",
        "intitle:word, source:name, after:2026-11-01; after -- each word is one of it"
      })
  private List<String> words = new ArrayList<>();

  /** A command in which {@code -word} is a word; what looks like an option is refused later. */
  static CommandLine taken(CommandLine command) {
    return command
        .setUnmatchedOptionsArePositionalParams(true)
        .setPosixClusteredShortOptionsAllowed(false);
  }

  /** The parameters that were typed: the query, and the options of the search. */
  Map<String, List<String>> parameters(CommandSpec command) {
    Map<String, List<String>> parameters =
        SearchOptions.given(command.commandLine().getParseResult());
    if (!words.isEmpty()) {
      List<String> arguments = command.commandLine().getParseResult().originalArgs();
      words.stream()
          .limit(Math.max(0, words.size() - afterDelimiter(arguments)))
          .forEach(word -> refuseOption(word, command));
      parameters.computeIfAbsent(Q.label(), name -> new ArrayList<>()).add(String.join(" ", words));
    }
    return parameters;
  }

  /** How many words are after {@code --}, behind which there are no options. */
  private static int afterDelimiter(List<String> arguments) {
    int delimiter = arguments.indexOf("--");
    return delimiter < 0 ? 0 : arguments.size() - delimiter - 1;
  }

  /**
   * A word that starts with a hyphen is one that must not be there, unless it looks like an option:
   * {@code -oil}, but not {@code --ordr-by} or {@code -page}.
   */
  private static void refuseOption(String word, CommandSpec command) {
    if (word.startsWith("--") || command.optionsMap().containsKey("-" + word)) {
      throw new UnmatchedArgumentException(command.commandLine(), List.of(word));
    }
  }

  /** Takes each word as it is: picocli alone takes {@code -harbour} for {@code -h} and more. */
  static final class AsTyped implements IParameterConsumer {

    @Override
    public void consumeParameters(Stack<String> arguments, ArgSpec query, CommandSpec command) {
      List<String> words = query.getValue();
      words.add(arguments.pop());
    }
  }
}
