package dev.dateline.server;

import dev.dateline.server.config.ApiKey;
import dev.dateline.server.config.KeyFile;
import dev.dateline.server.config.Scope;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
    name = "key",
    description = {
      "Make, list and revoke the keys of a server.",
      "",
      "The file of keys holds their names, scopes and hashes. A server that was started with"
          + " --api-key-file reads it again within a second when it changes.",
      ""
    },
    footer = {
      "",
      "Examples:",
      "  dateline key add newsroom --scope write",
      "  dateline key list",
      "  dateline key revoke newsroom",
      "  dateline serve --index news --api-key-file keys.txt"
    })
final class KeyCommand implements Runnable {

  /** Which file, for each of the commands. */
  static final class FileOption {
    @Option(
        names = "--api-key-file",
        paramLabel = "FILE",
        description = "the file of keys (keys.txt, or DATELINE_API_KEY_FILE)")
    private @Nullable Path file;

    Path file() {
      if (file != null) {
        return file;
      }
      return Path.of(System.getenv().getOrDefault("DATELINE_API_KEY_FILE", "keys.txt"));
    }

    /** The keys in the file; none if it is not there. */
    List<ApiKey> keys() throws IOException {
      return Files.exists(file()) ? KeyFile.read(file()) : List.of();
    }
  }

  @Spec
  @SuppressWarnings("NullAway.Init") // picocli sets it
  private CommandSpec command;

  @Override
  public void run() {
    command.commandLine().usage(command.commandLine().getOut());
  }

  @Command(name = "add", description = "Make a key, and show it: it cannot be shown again.")
  int add(
      @Parameters(paramLabel = "NAME", description = "what to call it, such as newsroom")
          String name,
      @Option(
              names = "--scope",
              paramLabel = "SCOPE",
              defaultValue = "read",
              description = "what its holder may do: read, write or admin (read)")
          String scope,
      @CommandLine.Mixin FileOption option)
      throws IOException {
    String secret = ApiKey.newSecret();
    ApiKey key;
    try {
      key = ApiKey.ofSecret(name, Scope.named(scope), secret);
    } catch (IllegalArgumentException e) {
      throw wrong("add", String.valueOf(e.getMessage()));
    }
    if (option.keys().stream().anyMatch(each -> each.name().equals(name))) {
      throw wrong("add", "there is a key " + name + " already; revoke it first");
    }
    KeyFile.add(option.file(), key);
    command.commandLine().getOut().println(secret);
    return 0;
  }

  @Command(name = "list", description = "List the keys by name, with what each may do.")
  int list(@CommandLine.Mixin FileOption option) throws IOException {
    for (ApiKey key : option.keys()) {
      command.commandLine().getOut().println(key.name() + " " + key.scope().label());
    }
    return 0;
  }

  @Command(name = "revoke", description = "Remove a key: who holds it may do nothing with it.")
  int revoke(
      @Parameters(paramLabel = "NAME", description = "the key, as list shows it") String name,
      @CommandLine.Mixin FileOption option)
      throws IOException {
    if (!KeyFile.remove(option.file(), name)) {
      throw wrong("revoke", "there is no key " + name + " in " + option.file());
    }
    return 0;
  }

  private CommandLine.ParameterException wrong(String subcommand, String message) {
    CommandLine line = command.subcommands().get(subcommand);
    return new CommandLine.ParameterException(line, message);
  }
}
