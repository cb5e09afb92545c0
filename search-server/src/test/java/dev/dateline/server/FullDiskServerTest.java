package dev.dateline.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.dateline.server.http.Problem;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/**
 * A server whose disk is full says so, goes on answering, loses nothing that it has acknowledged,
 * and writes again when there is room, without being started anew.
 */
class FullDiskServerTest {

  private static final int CLIENTS = 4;
  private static final Logger LOG = Logger.getLogger(Problem.class.getName());

  /**
   * What is on the disk beside the index, in bytes: three quarters, so that merges have room after
   * it.
   */
  private static final int BALLAST = 6 << 20;

  @TempDir Path folder;

  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final Random random = new Random(7);
  private SmallDisk disk;
  private Path ballast;
  private RunningServer server;

  @BeforeAll
  static void beQuiet() {
    LOG.setLevel(Level.OFF);
  }

  @AfterAll
  static void beHeard() {
    LOG.setLevel(null);
  }

  @BeforeEach
  void mount() throws Exception {
    disk = SmallDisk.mount(folder.resolve("disk"), "8m");
    ballast = disk.path().resolve("ballast");
    server = RunningServer.writing(disk.path().resolve("index"));
  }

  @AfterEach
  void unmount() throws Exception {
    http.shutdownNow();
    if (server != null) {
      server.close();
    }
    if (disk != null) {
      disk.close();
    }
  }

  @Test
  void itSaysSoAndWritesAgainWhenThereIsRoom() throws Exception {
    Files.write(ballast, new byte[BALLAST]);
    List<String> acknowledged = new ArrayList<>();
    HttpResponse<String> answer = writeUntilRefused("a", acknowledged);
    assertEquals(507, answer.statusCode(), answer.body());
    assertTrue(answer.body().contains("disk-full"), answer.body());
    assertEquals(200, server.get("/v1/search?q=bridge").statusCode());
    assertEquals(507, post("still-full", bigText()).statusCode());

    Files.delete(ballast);
    assertEquals(201, post("room-again", "A short text").statusCode());
    acknowledged.add("room-again");
    assertAllFound(acknowledged);
  }

  @Test
  void aJobOfAnAdministratorSucceedsAsSoonAsThereIsRoom() throws Exception {
    Files.write(ballast, new byte[BALLAST]);
    List<String> acknowledged = new ArrayList<>();
    assertEquals(507, writeUntilRefused("a", acknowledged).statusCode());
    Files.delete(ballast);
    Administrator administrator = new Administrator(server);
    JsonNode ended = administrator.ended(administrator.post("reindex?keep-previous=false"));
    assertEquals("succeeded", ended.path("state").asString(), ended.toString());
    assertAllFound(acknowledged);
  }

  @Test
  void nothingIsLostOfManyWhoWriteWhileItFillsAndEmpties() throws Exception {
    List<String> acknowledged = new ArrayList<>();
    for (int round = 0; round < 3; round++) {
      Files.write(ballast, new byte[BALLAST]);
      String prefix = round + "-";
      try (ExecutorService threads = Executors.newFixedThreadPool(CLIENTS)) {
        List<Callable<List<String>>> clients = new ArrayList<>();
        for (int client = 0; client < CLIENTS; client++) {
          String name = prefix + client;
          clients.add(
              () -> {
                List<String> mine = new ArrayList<>();
                writeUntilRefused(name, mine);
                return mine;
              });
        }
        for (Future<List<String>> each : threads.invokeAll(clients)) {
          acknowledged.addAll(each.get());
        }
      }
      Files.delete(ballast);
      assertAllFound(acknowledged);
      for (String id : acknowledged) {
        assertEquals(204, delete(id).statusCode(), id);
      }
      acknowledged.clear();
    }
  }

  private HttpResponse<String> writeUntilRefused(String prefix, List<String> acknowledged)
      throws Exception {
    for (int number = 0; ; number++) {
      String id = prefix + "-" + number;
      HttpResponse<String> answer = post(id, bigText());
      if (answer.statusCode() != 201) {
        return answer;
      }
      acknowledged.add(id);
    }
  }

  /** Text that no disk makes smaller. */
  private synchronized String bigText() {
    byte[] bytes = new byte[60_000];
    random.nextBytes(bytes);
    return Base64.getEncoder().encodeToString(bytes);
  }

  private HttpResponse<String> post(String id, String body) throws Exception {
    return send(
        HttpRequest.newBuilder(server.uri("/v1/articles"))
            .header("Content-Type", "application/json")
            .POST(
                BodyPublishers.ofString(
                    "{\"id\":\"%s\",\"title\":\"Title\",\"body\":\"%s\"}".formatted(id, body))));
  }

  private HttpResponse<String> delete(String id) throws Exception {
    return send(HttpRequest.newBuilder(server.uri("/v1/articles/" + id)).DELETE());
  }

  private HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
    return http.send(
        request.header("X-Api-Key", RunningServer.KEY).timeout(Duration.ofMinutes(1)).build(),
        BodyHandlers.ofString());
  }

  private void assertAllFound(List<String> ids) throws Exception {
    for (String id : ids) {
      URI address = server.uri("/v1/articles/" + id);
      int status =
          http.send(HttpRequest.newBuilder(address).build(), BodyHandlers.discarding())
              .statusCode();
      assertEquals(200, status, id);
    }
  }
}
