package dev.dateline.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/**
 * Where a command reads from and writes to. Output is UTF-8 wherever it goes: a locale that is not
 * set, as in a container or a cron job, must not turn names into question marks.
 *
 * @param in standard input
 * @param out what was asked for
 * @param err what went wrong, and progress
 * @param outIsInteractive whether a person looks at {@code out}
 * @param errIsInteractive whether a person looks at {@code err}
 * @param environment the variables of the environment
 */
record Terminal(
    InputStream in,
    PrintStream out,
    PrintStream err,
    boolean outIsInteractive,
    boolean errIsInteractive,
    Map<String, String> environment) {

  /** The terminal, or the files and pipes, that the program was started with. */
  static Terminal system() {
    return new Terminal(
        System.in,
        new PrintStream(System.out, true, UTF_8),
        new PrintStream(System.err, true, UTF_8),
        isInteractive(1),
        isInteractive(2),
        System.getenv());
  }

  /** Says a line to the person, on {@code err}: what a document holds is shown as plain text. */
  void say(String line) {
    err.println(TerminalText.plain(line));
  }

  /** Tells the person a line of what was asked for, on {@code out}, as plain text. */
  void tell(String line) {
    out.println(TerminalText.plain(line));
  }

  /** How {@code out} is styled: never where the person does not wish it (no-color.org). */
  Style style() {
    boolean plain =
        !environment.getOrDefault("NO_COLOR", "").isEmpty()
            || "dumb".equals(environment.get("TERM"));
    return outIsInteractive && !plain ? Style.ANSI : Style.PLAIN;
  }

  /** The width that the environment tells, or 0. */
  int columns() {
    String columns = environment.getOrDefault("COLUMNS", "");
    return columns.matches("[1-9]\\d{0,3}") ? Integer.parseInt(columns) : 0;
  }

  /** Whether the environment asks for stack traces. */
  boolean debug() {
    return "1".equals(environment.get("DATELINE_DEBUG"));
  }

  /** Whether a file descriptor of this process is a terminal, which Java itself does not tell. */
  private static boolean isInteractive(int descriptor) {
    try {
      Path device = Files.readSymbolicLink(Path.of("/proc/self/fd/" + descriptor));
      return device.startsWith("/dev/pts")
          || device.toString().startsWith("/dev/tty")
          || device.equals(Path.of("/dev/console"));
    } catch (IOException notLinux) {
      return isInteractiveByTest(descriptor);
    }
  }

  /** The same by way of the command that every POSIX system has: some sixty milliseconds. */
  private static boolean isInteractiveByTest(int descriptor) {
    try {
      return new ProcessBuilder("test", "-t", Integer.toString(descriptor))
              .inheritIO()
              .start()
              .waitFor()
          == 0;
    } catch (IOException | InterruptedException unknown) {
      return false;
    }
  }
}
