package dev.dateline.server;

import static dev.dateline.server.RunningServer.json;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.dateline.server.admin.ChecksumWatch;
import dev.dateline.server.config.Setting;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A server whose index is damaged while it runs says so, names the file, and goes on. */
class DamagedIndexTest {

  private static final Logger LOG = Logger.getLogger(ChecksumWatch.class.getName());

  @TempDir Path folder;

  private final List<String> logged = new CopyOnWriteArrayList<>();
  private final Handler ear = hearing(logged::add);

  @BeforeEach
  void listen() {
    LOG.addHandler(ear);
    LOG.setUseParentHandlers(false);
  }

  @AfterEach
  void listenNoMore() {
    LOG.removeHandler(ear);
    LOG.setUseParentHandlers(true);
  }

  private RunningServer start() throws IOException {
    return RunningServer.with(
        folder, Map.of(Setting.API_KEY, RunningServer.KEY, Setting.VERIFY_EVERY, "1s"));
  }

  @Test
  void aFlippedByteIsFoundByTheNextLookAndTheAlarmEndsWithTheDamage() throws Exception {
    try (RunningServer server = start()) {
      awaitMetric(server, "dateline_index_sound 1");
      assertEquals(200, server.get("/health/ready").statusCode());

      Path file = largest(folder.resolve("generations/1"));
      flip(file, Files.size(file) / 2);

      HttpResponse<String> ready = awaitReady(server, 503);
      assertEquals("index-damaged", json(ready).path("code").asString());
      assertTrue(ready.body().contains("generations/1/" + file.getFileName()), ready.body());
      assertTrue(
          logged.stream().anyMatch(line -> line.contains(file.getFileName() + " is damaged")),
          logged.toString());
      awaitMetric(server, "dateline_index_sound 0");
      assertEquals(200, server.get("/health/live").statusCode());

      flip(file, Files.size(file) / 2);
      awaitReady(server, 200);
      assertAnswers(server);
    }
  }

  /** 3 times a byte in each of 4 files, 100 times with {@code --deep}. */
  @Test
  @Timeout(1_200)
  void whateverBytesAreFlippedTheFilesAreNamedAndTheServerGoesOn() throws Exception {
    long seed = Long.getLong("dateline.seed", System.nanoTime());
    Random random = new Random(seed);
    int rounds = Boolean.getBoolean("dateline.deep") ? 100 : 3;
    try (RunningServer server = start()) {
      awaitMetric(server, "dateline_index_sound 1");
      for (int round = 0; round < rounds; round++) {
        Map<Path, Long> flipped = new HashMap<>();
        for (Path file : someFiles(random)) {
          flipped.put(file, random.nextLong(Files.size(file)));
          flip(file, flipped.get(file));
        }
        String when = flipped + ", dateline.seed=" + seed;

        awaitNamed(server, flipped.keySet(), when);
        HttpResponse<String> found = server.get("/v1/search?q=bridge");
        assertTrue(
            found.statusCode() == 200 || found.body().contains("index-damaged"),
            found.body() + ": " + when);
        assertEquals(200, server.get("/health/live").statusCode(), when);

        for (Map.Entry<Path, Long> each : flipped.entrySet()) {
          flip(each.getKey(), each.getValue());
        }
        awaitReady(server, 200);
        assertAnswers(server);
      }
      assertEquals(
          201,
          server
              .post("/v1/articles", "application/json", "{\"id\":\"new\",\"title\":\"A bridge\"}")
              .statusCode());
    }
  }

  private static void assertAnswers(RunningServer server) throws Exception {
    HttpResponse<String> found = server.get("/v1/search?q=bridge");
    assertEquals(200, found.statusCode(), found.body());
    assertEquals(2, json(found).at("/total/articles").asInt(), found.body());
  }

  private List<Path> someFiles(Random random) throws IOException {
    try (Stream<Path> files = Files.list(folder.resolve("generations/1"))) {
      List<Path> all =
          new ArrayList<>(files.filter(file -> !file.endsWith("write.lock")).sorted().toList());
      Collections.shuffle(all, random);
      return all.subList(0, Math.min(4, all.size()));
    }
  }

  private static void awaitNamed(RunningServer server, Set<Path> files, String when)
      throws Exception {
    for (Path file : files) {
      String ready = "";
      while (!ready.contains("generations/1/" + file.getFileName())) {
        try {
          ready = server.get("/health/ready").body();
          Thread.sleep(50);
        } catch (InterruptedException e) {
          throw new AssertionError(file + " is not named in " + ready + ": " + when, e);
        }
      }
    }
  }

  @Test
  void whateverALookIsEndedByTheNextOneComes() throws Exception {
    AtomicBoolean thrown = new AtomicBoolean();
    Handler failing =
        hearing(
            line -> {
              if (line.contains(" is damaged") && !thrown.getAndSet(true)) {
                throw new StackOverflowError("a fault of the program while a look goes on");
              }
            });
    LOG.addHandler(failing);
    try (RunningServer server = start()) {
      awaitMetric(server, "dateline_index_sound 1");
      Path file = largest(folder.resolve("generations/1"));
      flip(file, Files.size(file) / 2);
      awaitReady(server, 503);
      flip(file, Files.size(file) / 2);
      awaitReady(server, 200);
      assertTrue(thrown.get());
    } finally {
      LOG.removeHandler(failing);
    }
  }

  @Test
  void anIndexThatWasDamagedBeforeIsFoundAtTheStart() throws Exception {
    RunningServer.writing(folder).close();
    Path file = largest(folder.resolve("generations/1"));
    flip(file, Files.size(file) - 1); // what is not looked at when the index is opened
    try (RunningServer server = RunningServer.on(folder, Map.of())) {
      awaitReady(server, 503);
      assertAnswers(server);
    }
  }

  private static Handler hearing(Consumer<String> ear) {
    return new Handler() {
      @Override
      public void publish(LogRecord line) {
        ear.accept(line.getMessage());
      }

      @Override
      public void flush() {}

      @Override
      public void close() {}
    };
  }

  private static HttpResponse<String> awaitReady(RunningServer server, int status)
      throws Exception {
    while (true) {
      HttpResponse<String> ready = server.get("/health/ready");
      if (ready.statusCode() == status) {
        return ready;
      }
      Thread.sleep(50);
    }
  }

  private static void awaitMetric(RunningServer server, String line) throws Exception {
    while (!server.get("/metrics").body().contains(line)) {
      Thread.sleep(50);
    }
  }

  private static Path largest(Path generation) throws IOException {
    Path largest = generation;
    long most = 0;
    try (Stream<Path> files = Files.list(generation)) {
      for (Path file : files.toList()) {
        if (Files.size(file) > most) {
          most = Files.size(file);
          largest = file;
        }
      }
    }
    return largest;
  }

  private static void flip(Path file, long position) throws IOException {
    try (FileChannel channel =
        FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
      ByteBuffer one = ByteBuffer.allocate(1);
      channel.read(one, position);
      one.put(0, (byte) ~one.get(0));
      channel.write(one.flip(), position);
    }
  }
}
