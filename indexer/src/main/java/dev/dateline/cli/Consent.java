package dev.dateline.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.util.Locale;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/** Whether a person wants what cannot be undone. */
final class Consent {

  private Consent() {}

  /**
   * Asks at a terminal; anything but yes is no.
   *
   * @throws ParameterException if there is nobody to ask
   */
  static boolean asked(Terminal terminal, String question, CommandLine command) throws IOException {
    if (!terminal.outIsInteractive() || !terminal.errIsInteractive()) {
      throw new ParameterException(command, question + "? --yes does it, --dry-run lists them");
    }
    terminal.err().print(TerminalText.plain(question) + "? [y/N] ");
    terminal.err().flush();
    String answer = new BufferedReader(new InputStreamReader(terminal.in(), UTF_8)).readLine();
    return answer != null && answer.strip().toLowerCase(Locale.ROOT).matches("y|yes");
  }
}
