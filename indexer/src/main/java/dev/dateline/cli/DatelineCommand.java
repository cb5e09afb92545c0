package dev.dateline.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.PrintWriter;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** The program {@code dateline}: a command for each thing to be done. */
@Command(
    name = "dateline",
    sortOptions = false,
    abbreviateSynopsis = true,
    mixinStandardHelpOptions = true,
    scope = ScopeType.INHERIT,
    versionProvider = Version.class,
    description = {"Full-text search for news.", ""},
    commandListHeading = "%nCommands:%n",
    footer = {
      "",
      "Examples:",
      "  dateline index articles/",
      "  dateline search pretraining team",
      "  dateline search --help",
      "",
      "Exit codes: 0 done; 1 done, but some documents failed; 2 wrong use; 3 the index cannot be"
          + " used."
    })
public final class DatelineCommand implements Runnable {

  /** Lucene's own log, which speaks to those who maintain it. Held, as the log forgets it else. */
  private static final Logger ENGINE_LOG = Logger.getLogger("org.apache.lucene");

  /** The narrowest help page that picocli can lay out, in columns. */
  private static final int MIN_WIDTH = 55;

  /** Columns of a line where the output is not a terminal. */
  private static final int PIPE_WIDTH = 100;

  @Option(
      names = "--debug",
      scope = ScopeType.INHERIT,
      order = 103,
      description = "show where in the program an error arose; also DATELINE_DEBUG=1")
  private boolean debug;

  @Spec
  @SuppressWarnings("NullAway.Init") // picocli sets it
  private CommandSpec command;

  private DatelineCommand() {}

  /**
   * Runs the program.
   *
   * @param arguments what was typed after the program's name
   * @param moreCommands are added to the commands of this package. They write to the {@code
   *     getOut()} and {@code getErr()} of their command line, throw {@link java.io.IOException}
   *     where the index cannot be used, and inherit {@code --help} and {@code --debug}
   * @return the exit code: 0 done, 1 done but some documents failed, 2 wrong use, 3 the index
   *     cannot be used
   */
  public static int run(String[] arguments, NamedCommand... moreCommands) {
    return run(Terminal.system(), arguments, moreCommands);
  }

  static int run(Terminal terminal, String[] arguments, NamedCommand... moreCommands) {
    List<NamedCommand> all = commands(terminal, moreCommands);
    Optional<NamedCommand> typed =
        all.stream().filter(each -> each.name().equals(first(arguments))).findFirst();
    return commandLine(terminal, typed.map(List::of).orElse(all)).execute(arguments);
  }

  private static String first(String[] arguments) {
    return arguments.length == 0 ? "" : arguments[0];
  }

  /** All commands, in the order of the help page. */
  static List<NamedCommand> commands(Terminal terminal, NamedCommand... more) {
    List<NamedCommand> commands =
        List.of(
            new NamedCommand("extract", () -> new ExtractCommand(terminal)),
            new NamedCommand("index", () -> new IndexCommand(terminal)),
            new NamedCommand("reindex", () -> new ReindexCommand(terminal)),
            new NamedCommand("rollback", () -> new RollbackCommand(terminal)),
            new NamedCommand("delete", () -> DeleteCommand.on(terminal)),
            new NamedCommand("search", () -> SearchCommand.on(terminal)),
            new NamedCommand("export", () -> ExportCommand.on(terminal)),
            new NamedCommand("similar", () -> SimilarCommand.on(terminal)),
            new NamedCommand("suggest", () -> SuggestCommand.on(terminal)),
            new NamedCommand("evaluate", () -> EvaluateCommand.on(terminal)),
            new NamedCommand("stats", () -> new StatsCommand(terminal)),
            new NamedCommand("verify", () -> new VerifyCommand(terminal)),
            new NamedCommand("backup", () -> new BackupCommand(terminal)),
            new NamedCommand("restore", () -> new RestoreCommand(terminal)));
    return Stream.concat(commands.stream(), Arrays.stream(more)).toList();
  }

  static CommandLine commandLine(Terminal terminal, List<NamedCommand> subcommands) {
    ENGINE_LOG.setLevel(terminal.debug() ? Level.INFO : Level.SEVERE);
    DatelineCommand dateline = new DatelineCommand();
    CommandLine commands = new CommandLine(dateline);
    subcommands.forEach(each -> commands.addSubcommand(each.name(), each.make().get()));
    Errors errors = new Errors(() -> dateline.debug || terminal.debug());
    commands
        .setOut(new PrintWriter(terminal.out(), true, UTF_8))
        .setErr(new PrintWriter(terminal.err(), true, UTF_8))
        .setColorScheme(
            CommandLine.Help.defaultColorScheme(
                terminal.style() == Style.ANSI ? Ansi.ON : Ansi.OFF))
        .setExpandAtFiles(false)
        .setParameterExceptionHandler(errors)
        .setExecutionExceptionHandler(errors);
    setWidth(commands, terminal);
    return commands;
  }

  private static void setWidth(CommandLine commands, Terminal terminal) {
    if (terminal.columns() > 0) {
      commands.setUsageHelpWidth(Math.max(MIN_WIDTH, terminal.columns()));
    } else if (terminal.outIsInteractive()) {
      commands.setUsageHelpAutoWidth(true);
    } else {
      commands.setUsageHelpWidth(PIPE_WIDTH);
    }
  }

  @Override
  public void run() {
    command.commandLine().usage(command.commandLine().getOut());
  }
}
