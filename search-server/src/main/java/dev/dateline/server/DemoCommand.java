package dev.dateline.server;

import dev.dateline.server.config.ServerConfig;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
    name = "demo",
    sortOptions = false,
    description = {
      "Index the sample articles into a folder of their own, and serve them.",
      "",
      "The samples are indexed on the first start, and again when they have changed.",
      ""
    },
    footer = {"", "Examples:", "  dateline demo", "  dateline demo --port 8099"})
final class DemoCommand implements Callable<Integer> {

  /** Queries to try: as they stand in an address. */
  private static final List<String> QUERIES =
      List.of("karpathy+anthropic", "ferry+strike+-football", "%22to+be+or+not+to+be%22");

  /** Where the program lies, with its samples: the launcher says so. */
  private static final Path HOME = Path.of(System.getProperty("dateline.home", ""));

  @Option(
      names = "--port",
      paramLabel = "N",
      defaultValue = "8080",
      description = "the port to listen on; 0 for any that is free (8080)")
  private int port;

  @Option(
      names = "--index",
      paramLabel = "DIR",
      description = "the folder of the demo's index (target/demo where the program lies)")
  private @Nullable Path index;

  @Spec
  @SuppressWarnings("NullAway.Init") // picocli sets it
  private CommandSpec command;

  @Override
  public Integer call() throws IOException, InterruptedException {
    PrintWriter out = command.commandLine().getOut();
    Path folder = index == null ? HOME.resolve("target").resolve("demo") : index;
    SampleIndex samples = new SampleIndex(HOME.resolve("samples"), folder);
    int read = samples.bringUpToDate();
    if (read > 0) {
      out.println("Indexed " + read + " sample articles into " + folder);
    }
    return Serving.serve(
        ServerConfig.of(folder).withPort(port),
        command.commandLine().getErr(),
        server -> announce(server.address(), out));
  }

  private static void announce(String address, PrintWriter out) {
    out.println("Dateline is at " + address);
    out.println("Three searches to try, as a page and as JSON:");
    for (String query : QUERIES) {
      out.println("  " + address + "?q=" + query);
      out.println("  " + address + "v1/search?q=" + query);
    }
    out.println("Ctrl-C ends it.");
  }
}
