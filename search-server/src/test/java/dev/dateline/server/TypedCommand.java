package dev.dateline.server;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.dateline.cli.DatelineCommand;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.util.List;

/** A command as it is typed at the terminal, in this process. */
final class TypedCommand {

  private TypedCommand() {}

  /** What a command prints that succeeds. */
  static String output(List<String> arguments) {
    PrintStream out = System.out;
    PrintStream err = System.err;
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    System.setOut(new PrintStream(printed, true, UTF_8));
    System.setErr(new PrintStream(said, true, UTF_8));
    int code;
    try {
      code = DatelineCommand.run(arguments.toArray(String[]::new));
    } finally {
      System.setOut(out);
      System.setErr(err);
    }
    assertEquals(0, code, () -> arguments + ": " + said.toString(UTF_8));
    return printed.toString(UTF_8);
  }
}
