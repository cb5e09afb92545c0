package dev.dateline.server;

import dev.dateline.cli.DatelineCommand;
import dev.dateline.cli.NamedCommand;
import java.io.IOException;
import java.io.InputStream;
import java.util.logging.LogManager;

/** The program: the commands of the terminal, and those that serve. */
public final class Main {

  private Main() {}

  /** Runs the program and ends with its exit code. */
  public static void main(String[] arguments) throws IOException {
    if (System.getProperty("java.util.logging.config.file") == null) {
      try (InputStream settings = Main.class.getResourceAsStream("logging.properties")) {
        LogManager.getLogManager().readConfiguration(settings);
      }
    }
    System.exit(
        DatelineCommand.run(
            arguments,
            new NamedCommand("serve", ServeCommand::commandLine),
            new NamedCommand("demo", DemoCommand::new),
            new NamedCommand("key", KeyCommand::new)));
  }
}
