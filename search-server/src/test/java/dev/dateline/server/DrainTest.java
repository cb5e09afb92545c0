package dev.dateline.server;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.dateline.Dateline;
import dev.dateline.index.ArticleIndex;
import java.io.IOException;
import java.net.ConnectException;
import java.net.Socket;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DrainTest {

  private static final String BODY = "{\"id\":\"late\",\"title\":\"Just in time\"}";

  @TempDir Path folder;

  @Test
  void aRequestInFlightIsAnsweredBeforeTheServerStopsAndNewOnesAreRefused() throws Exception {
    RunningServer server = RunningServer.writing(folder);
    try (Socket inFlight = RawExchange.connect(server);
        Socket keptAlive = RawExchange.connect(server)) {
      sendHalf(inFlight);
      RawExchange.send(keptAlive, RawExchange.head("GET /health/ready HTTP/1.1") + "\r\n");
      assertTrue(keptAlive.getInputStream().read() >= 0);
      CompletableFuture<Void> stopped = CompletableFuture.runAsync(() -> stop(server));
      awaitRefusal(server);
      RawExchange.send(
          keptAlive, RawExchange.head("GET /health/ready HTTP/1.1", "Connection: close") + "\r\n");
      assertTrue(new String(keptAlive.getInputStream().readAllBytes(), UTF_8).contains(" 503 "));
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

  private static void stop(RunningServer server) {
    try {
      server.close();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
