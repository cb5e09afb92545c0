package dev.dateline.server;

import dev.dateline.server.config.ServerConfig;
import dev.dateline.server.config.Setting;
import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
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
      "  curl 'http://127.0.0.1:8080/v1/search?q=rain'"
    })
final class ServeCommand implements Callable<Integer> {

  @Option(
      names = "--index",
      paramLabel = "DIR",
      description = "the folder of the index (dateline-index)")
  private @Nullable String index;

  @Option(
      names = "--host",
      paramLabel = "ADDRESS",
      description = "the address to listen on; 0.0.0.0 for all (127.0.0.1)")
  private @Nullable String host;

  @Option(
      names = "--port",
      paramLabel = "N",
      description = "the port to listen on; 0 for any that is free (8080)")
  private @Nullable String port;

  @Option(
      names = "--api-key-file",
      paramLabel = "FILE",
      description = "keys that writes need, one a line")
  private @Nullable String apiKeyFile;

  @Option(
      names = "--config",
      paramLabel = "FILE",
      description =
          "a properties file with settings: index, host, port, api-key-file, max-body (16m),"
              + " threads, queue (1024), idle-timeout (30s), drain-time (20s)")
  private @Nullable Path config;

  @Spec
  @SuppressWarnings("NullAway.Init") // picocli sets it
  private CommandSpec command;

  @Override
  public Integer call() throws IOException, InterruptedException {
    ServerConfig settings = settings();
    CommandLine line = command.commandLine();
    return Serving.serve(
        settings,
        line.getErr(),
        server ->
            line.getOut()
                .println("Dateline serves " + settings.index() + " at " + server.address()));
  }

  private ServerConfig settings() {
    Map<Setting, String> options = new EnumMap<>(Setting.class);
    put(options, Setting.INDEX, index);
    put(options, Setting.HOST, host);
    put(options, Setting.PORT, port);
    put(options, Setting.API_KEY_FILE, apiKeyFile);
    try {
      return ServerConfig.read(options, System.getenv(), config);
    } catch (IllegalArgumentException e) {
      throw new CommandLine.ParameterException(
          command.commandLine(), String.valueOf(e.getMessage()), e);
    }
  }

  private static void put(Map<Setting, String> options, Setting setting, @Nullable String value) {
    if (value != null) {
      options.put(setting, value);
    }
  }
}
