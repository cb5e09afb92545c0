package dev.dateline.server;

import dev.dateline.server.config.ServerConfig;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.BindException;
import java.util.function.Consumer;

/** Serves until the process is told to end. */
final class Serving {

  private Serving() {}

  /**
   * Serves, and ends the process with exit code 0 after a SIGTERM or SIGINT, when the requests in
   * flight are answered.
   *
   * @param announce told of the server when it answers
   * @throws IOException if it cannot start
   */
  static int serve(ServerConfig config, PrintWriter err, Consumer<SearchServer> announce)
      throws IOException, InterruptedException {
    SearchServer server = start(config);
    Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(server, err), "stop"));
    announce.accept(server);
    Thread.currentThread().join(); // for good: the hook ends the process
    return 0;
  }

  private static SearchServer start(ServerConfig config) throws IOException {
    try {
      return SearchServer.start(config);
    } catch (BindException e) {
      throw new IOException(e.getMessage() + "; choose another port with --port", e);
    }
  }

  private static void stop(SearchServer server, PrintWriter err) {
    int exitCode = 0;
    try {
      server.close();
    } catch (IOException e) {
      err.println("dateline: the index was not closed as it should be: " + e.getMessage());
      exitCode = 3;
    }
    // After a signal the JVM would report 128 + its number, though all went well.
    Runtime.getRuntime().halt(exitCode);
  }
}
