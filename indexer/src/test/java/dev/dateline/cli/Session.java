package dev.dateline.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.util.Map;

/**
 * A command that was run, and what the person who ran it saw.
 *
 * @param code the exit code
 * @param out standard output
 * @param err standard error
 */
record Session(int code, String out, String err) {

  /** Runs a command with its output in pipes. */
  static Session of(String... arguments) {
    return run(false, "", Map.of(), arguments);
  }

  /** Runs a command with this text at its standard input. */
  static Session reading(String input, String... arguments) {
    return run(false, input, Map.of(), arguments);
  }

  /** Runs a command at a terminal with these variables of the environment. */
  static Session atTerminal(Map<String, String> environment, String... arguments) {
    return run(true, "", environment, arguments);
  }

  private static Session run(
      boolean interactive, String input, Map<String, String> environment, String... arguments) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    Terminal terminal =
        new Terminal(
            new ByteArrayInputStream(input.getBytes(UTF_8)),
            new PrintStream(out, true, UTF_8),
            new PrintStream(err, true, UTF_8),
            interactive,
            interactive,
            environment);
    int code = DatelineCommand.run(terminal, arguments);
    return new Session(code, out.toString(UTF_8), err.toString(UTF_8));
  }
}
