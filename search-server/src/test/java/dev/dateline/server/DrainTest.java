package dev.dateline.server;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.dateline.Dateline;
import dev.dateline.index.ArticleIndex;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.ConnectException;
import java.net.Socket;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DrainTest {

  private static final int CLOSED = 0;
  private static final String BODY = "{\"id\":\"late\",\"title\":\"Just in time\"}";

  @TempDir Path folder;

  @Test
  void aRequestInFlightIsAnsweredBeforeTheServerStopsAndNewOnesAreRefused() throws Exception {
    RunningServer server = RunningServer.writing(folder);
    try (Socket inFlight = RawExchange.connect(server);
        Socket keptAlive = RawExchange.connect(server)) {
      sendHalf(inFlight);
      BufferedReader answers =
          new BufferedReader(new InputStreamReader(keptAlive.getInputStream(), UTF_8));
      assertEquals(200, ask(keptAlive, answers));
      CompletableFuture<Void> stopped = CompletableFuture.runAsync(() -> stop(server));
      awaitRefusal(server);
      awaitRefusal(keptAlive, answers);
      RawExchange.send(inFlight, BODY.substring(10));
      assertEquals(201, RawExchange.read(inFlight).status());
      stopped.get(1, TimeUnit.MINUTES);
    }
    try (ArticleIndex index = Dateline.open(folder)) {
      assertTrue(index.find("late").isPresent());
    }
  }

  private static void sendHalf(Socket socket) throws IOException {
    RawExchange.send(
        socket,
        RawExchange.head(
                "POST /v1/articles HTTP/1.1",
                "X-Api-Key: " + RunningServer.KEY,
                "Content-Type: application/json",
                "Content-Length: " + BODY.length())
            + "\r\n"
            + BODY.substring(0, 10));
  }

  /** Waits until the server takes no new connection. */
  private static void awaitRefusal(RunningServer server) throws Exception {
    for (int tries = 0; tries < 6_000; tries++) {
      try {
        RawExchange.connect(server).close();
        Thread.sleep(10);
      } catch (ConnectException e) {
        return;
      }
    }
    throw new AssertionError("a server that stops takes no new connection");
  }

  /** The same of a connection that is open: it is told so, or closed. */
  private static void awaitRefusal(Socket keptAlive, BufferedReader answers) throws Exception {
    for (int tries = 0; tries < 6_000; tries++) {
      int status = ask(keptAlive, answers);
      if (status != 200) {
        assertTrue(status == 503 || status == CLOSED, "status " + status);
        return;
      }
      Thread.sleep(10);
    }
    throw new AssertionError("a server that stops takes no new request");
  }

  /** The status of one answer on a connection, whose body is read, or {@link #CLOSED}. */
  private static int ask(Socket socket, BufferedReader answers) {
    try {
      RawExchange.send(socket, RawExchange.head("GET /health/ready HTTP/1.1") + "\r\n");
      String first = answers.readLine();
      if (first == null) {
        return CLOSED;
      }
      int length = 0;
      for (String line = answers.readLine();
          line != null && !line.isEmpty();
          line = answers.readLine()) {
        if (line.startsWith("Content-Length: ")) {
          length = Integer.parseInt(line.substring("Content-Length: ".length()));
        }
      }
      for (int read = 0; read < length; read++) {
        answers.read();
      }
      return Integer.parseInt(first.split(" ", 3)[1]);
    } catch (IOException e) {
      return CLOSED;
    }
  }

  private static void stop(RunningServer server) {
    try {
      server.close();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
