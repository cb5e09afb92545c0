package dev.dateline.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.dateline.index.ParameterSet;
import dev.dateline.index.SearchParameter;
import dev.dateline.index.SearchParameters;
import java.util.Arrays;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;
import picocli.CommandLine.ParseResult;

class HelpTest {

  private static final Pattern WORD = Pattern.compile("'([^']*)'|(\\S+)");

  /** Every command line that a help page shows as an example. */
  static Stream<String> examples() {
    CommandLine dateline = dateline();
    return Stream.concat(Stream.of(dateline), dateline.getSubcommands().values().stream())
        .flatMap(command -> Arrays.stream(command.getCommandSpec().usageMessage().footer()))
        .filter(line -> line.startsWith("  ") && line.contains("dateline "));
  }

  private static CommandLine dateline() {
    Terminal terminal = Terminal.system();
    return DatelineCommand.commandLine(terminal, DatelineCommand.commands(terminal));
  }

  private static String[] arguments(String example) {
    String command = example.substring(example.indexOf("dateline ")).replaceFirst(" \\|.*", "");
    return WORD.matcher(command).results().skip(1).map(HelpTest::unquoted).toArray(String[]::new);
  }

  private static String unquoted(MatchResult word) {
    return word.group(1) == null ? word.group(2) : word.group(1);
  }

  @ParameterizedTest
  @MethodSource("examples")
  void showsExamplesThatAreUnderstood(String example) {
    ParseResult parsed = dateline().parseArgs(arguments(example));

    ParseResult command = parsed.subcommand();
    if (command.commandSpec().name().equals("search") && !command.isUsageHelpRequested()) {
      SearchParameters.parse(SearchOptions.given(command));
      List<String> words = command.matchedPositionalValue(0, List.of());
      assertTrue(words.stream().noneMatch(word -> word.startsWith("--")), example);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "index",
        "reindex",
        "rollback",
        "delete",
        "search",
        "export",
        "similar",
        "suggest",
        "evaluate",
        "stats",
        "verify",
        "backup",
        "restore"
      })
  void everyCommandExplainsItself(String command) {
    Session session = Session.of(command, "--help");

    assertEquals(0, session.code());
    assertEquals("", session.err());
    for (String part : List.of("Usage: dateline " + command, "--index", "--format", "Examples:")) {
      assertTrue(session.out().contains(part), session.out());
    }
    assertTrue(
        session.out().lines().filter(line -> line.contains(" dateline " + command)).count() >= 2);
    assertTrue(session.out().lines().allMatch(line -> line.length() <= 100), session.out());
  }

  @Test
  void theHelpOfSearchNamesEveryParameterOnce() {
    String help = Session.of("search", "--help").out();

    for (SearchParameter parameter : ParameterSet.SEARCH.parameters()) {
      boolean shown = help.contains("--" + parameter.label() + "=");
      assertEquals(parameter != SearchParameter.Q, shown, parameter.label());
      assertTrue(
          parameter.aliases().stream().noneMatch(alias -> help.contains("--" + alias + "=")));
    }
  }

  @Test
  void aloneTheProgramShowsItsCommands() {
    Session session = Session.of();

    assertEquals(0, session.code());
    assertEquals(Session.of("--help").out(), session.out());
    assertTrue(session.out().contains("reindex"));
  }

  @Test
  void eachCommandIsCalledAsItsHelpPageSays() {
    dateline()
        .getSubcommands()
        .forEach((typed, command) -> assertEquals(typed, command.getCommandName()));
  }

  @Test
  void tellsItsVersionAndThoseOfLuceneAndJava() {
    Session session = Session.of("--version");

    assertEquals(0, session.code());
    assertTrue(
        session.out().matches("dateline \\d+\\S* \\(Lucene 10\\.\\d+\\.\\d+, Java \\d+\\S*\\)\n"),
        session.out());
  }

  @Test
  void suggestsTheCommandThatMayHaveBeenMeant() {
    Session session = Session.of("serch", "ferry");

    assertEquals(2, session.code());
    assertTrue(session.err().contains("dateline search"), session.err());
    assertFalse(session.err().contains("\tat "), session.err());
  }
}
