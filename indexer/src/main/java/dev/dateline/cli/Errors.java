package dev.dateline.cli;

import dev.dateline.index.ParameterException;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.Objects;
import java.util.function.BooleanSupplier;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/**
 * What a person is told when something went wrong, and the exit code that goes with it. One line on
 * standard error, without a stack trace unless it was asked for.
 */
final class Errors implements IExecutionExceptionHandler, IParameterExceptionHandler {

  /** The command was understood, and the index, or a file, could not be used. */
  static final int UNUSABLE = 3;

  private final BooleanSupplier debug;

  /**
   * @param debug whether to show stack traces
   */
  Errors(BooleanSupplier debug) {
    this.debug = debug;
  }

  @Override
  public int handleParseException(CommandLine.ParameterException e, String[] arguments) {
    CommandLine command = e.getCommandLine();
    PrintWriter err = command.getErr();
    err.println("dateline: " + TerminalText.plain(String.valueOf(e.getMessage())));
    UnmatchedArgumentException.printSuggestions(e, err);
    err.println("See: " + command.getCommandSpec().qualifiedName() + " --help");
    trace(e, err);
    return CommandLine.ExitCode.USAGE;
  }

  @Override
  public int handleExecutionException(Exception e, CommandLine command, ParseResult parsed) {
    PrintWriter err = command.getErr();
    if (e instanceof ParameterException parameters) {
      for (ParameterException.Problem problem : parameters.problems()) {
        err.println("dateline: " + TerminalText.plain(sentence(problem)));
      }
      trace(e, err);
      return CommandLine.ExitCode.USAGE;
    }
    err.println("dateline: " + TerminalText.plain(sentence(e)));
    trace(e, err);
    return UNUSABLE;
  }

  /** The option as it was typed, and what is wrong with it, which may begin with its name. */
  private static String sentence(ParameterException.Problem problem) {
    String name = problem.parameter() + ": ";
    String what = problem.toString();
    return "--%s %s: %s"
        .formatted(
            problem.parameter(),
            problem.value(),
            what.startsWith(name) ? what.substring(name.length()) : what);
  }

  /** What happened, in words; file system errors often name no more than a file. */
  static String sentence(Throwable e) {
    if (e instanceof UncheckedIOException && e.getCause() != null) {
      return sentence(e.getCause());
    }
    return switch (e) {
      case NoSuchFileException missing -> missing.getFile() + " does not exist";
      case AccessDeniedException denied -> "no permission for " + denied.getFile();
      case FileSystemException failed ->
          failed.getFile() + ": " + Objects.requireNonNullElse(failed.getReason(), "unusable");
      case IOException failed -> Objects.requireNonNullElse(failed.getMessage(), failed.toString());
      default -> "a fault in the program, " + e + " (--debug shows where)";
    };
  }

  private void trace(Exception e, PrintWriter err) {
    if (debug.getAsBoolean()) {
      e.printStackTrace(err);
    }
  }
}
