package dev.dateline.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.dateline.server.config.Setting;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Whatever is sent, the server answers as described, never with 500, and is well afterwards. 20,000
 * requests in a deep check, else 400.
 */
@Timeout(value = 1, unit = TimeUnit.HOURS)
class RandomRequestsTest {

  private static final int COUNT = Boolean.getBoolean("dateline.deep") ? 20_000 : 400;

  @TempDir Path folder;

  @Test
  void whateverIsSentIsAnsweredAsDescribed() throws Exception {
    long seed = Long.getLong("dateline.seed", System.nanoTime());
    RandomRequests requests = new RandomRequests(new Random(seed));
    Map<Integer, Integer> statuses = new TreeMap<>();
    try (RunningServer server =
        RunningServer.with(
            folder.resolve("index"),
            Map.of(
                Setting.API_KEY,
                RunningServer.KEY,
                Setting.BACKUP_FOLDER,
                folder.resolve("b").toString()))) {
      for (int i = 0; i < COUNT; i++) {
        RandomRequests.Request request = requests.next();
        String context = request + ", number " + i + ", dateline.seed=" + seed;
        try {
          int status = send(server, request);
          assertTrue(status < 500, status + " " + context);
          statuses.merge(status, 1, Integer::sum);
        } catch (Exception | AssertionError e) {
          throw new AssertionError(context, e);
        }
      }
      assertEquals(200, server.get("/health/ready").statusCode());
      server.post("/v1/articles", "application/json", "{\"id\":\"last\",\"title\":\"Zeppelin\"}");
      assertEquals("last", server.found("q=zeppelin&match=all").getFirst());
    }
    System.out.println("answers to " + COUNT + " random requests: " + statuses);
  }

  private static int send(RunningServer server, RandomRequests.Request request) throws Exception {
    try (Socket socket = RawExchange.connect(server)) {
      int length = request.body().getBytes(StandardCharsets.UTF_8).length;
      String head =
          RawExchange.head(
              request.method() + " " + request.target() + " HTTP/1.1",
              request.headers().toArray(String[]::new));
      RawExchange.send(
          socket,
          head + "Content-Length: " + length + "\r\nConnection: close\r\n\r\n" + request.body());
      RawExchange answer = RawExchange.read(socket);
      answer.checkDescribed(request.method(), request.target());
      return answer.status();
    }
  }
}
