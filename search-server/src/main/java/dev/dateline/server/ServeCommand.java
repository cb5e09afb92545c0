package dev.dateline.server;

import dev.dateline.server.config.ServerConfig;
import dev.dateline.server.config.Setting;
import dev.dateline.server.config.Settings;
import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.Spec;

@Command(
    name = "serve",
    sortOptions = false,
    description = {
      "Serve an index: a page to search it, and an HTTP API.",
      "",
      "With a key in DATELINE_API_KEY or in a file the server takes articles, and makes the index"
          + " where there is none; without one it only reads. Every option can also be set as"
          + " DATELINE_HOST, DATELINE_PORT, ... or in a properties file. SIGTERM or Ctrl-C ends it"
          + " when the requests in flight are answered.",
      ""
    },
    footer = {
      "",
      "Examples:",
      "  dateline serve --index news",
      "  dateline serve --index news --host 0.0.0.0 --port 80 --api-key-file keys.txt",
      "  DATELINE_API_KEY=secret dateline serve --index news",
      "  dateline serve --config dateline.properties --print-config",
      "  curl 'http://127.0.0.1:8080/v1/search?q=rain'"
    })
final class ServeCommand implements Callable<Integer> {

  @Option(
      names = "--config",
      paramLabel = "FILE",
      description = "a properties file with settings, named as the options are")
  private @Nullable Path config;

  @Option(
      names = "--print-config",
      description = "show each setting and where it came from, as a properties file, and end")
  private boolean printConfig;

  @Spec
  @SuppressWarnings("NullAway.Init") // picocli sets it
  private CommandSpec command;

  /** The command with an option for each setting that may stand on a command line. */
  static CommandLine commandLine() {
    CommandSpec spec = CommandSpec.forAnnotatedObject(new ServeCommand());
    for (Setting setting : Setting.values()) {
      if (!setting.isSecret()) {
        spec.addOption(option(setting));
      }
    }
    return new CommandLine(spec);
  }

  private static OptionSpec option(Setting setting) {
    String usual = setting.usual().isEmpty() ? "" : " (" + setting.usual() + ")";
    OptionSpec.Builder option =
        OptionSpec.builder("--" + setting.label()).description(setting.description() + usual);
    return setting.parameter().isEmpty()
        ? option.type(boolean.class).arity("0").build()
        : option.type(String.class).paramLabel(setting.parameter()).build();
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    CommandLine line = command.commandLine();
    Settings settings;
    ServerConfig server;
    try {
      settings = Settings.of(options(line.getParseResult()), System.getenv(), config);
      server = ServerConfig.of(settings);
    } catch (IllegalArgumentException e) {
      throw new CommandLine.ParameterException(line, String.valueOf(e.getMessage()), e);
    }
    if (printConfig) {
      line.getOut().print(settings.toText());
      line.getOut().flush();
      return 0;
    }
    return Serving.serve(
        server,
        line.getErr(),
        started ->
            line.getOut()
                .println("Dateline serves " + server.index() + " at " + started.address()));
  }

  private static Map<Setting, String> options(ParseResult given) {
    Map<Setting, String> options = new EnumMap<>(Setting.class);
    for (Setting setting : Setting.values()) {
      Object value = given.matchedOptionValue("--" + setting.label(), null);
      if (value != null) {
        options.put(setting, value.toString());
      }
    }
    return options;
  }
}
