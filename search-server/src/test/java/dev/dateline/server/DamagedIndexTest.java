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
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A server whose index is damaged while it runs says so, names the file, and goes on. */
@Timeout(60)
class DamagedIndexTest {

  private static final Logger LOG = Logger.getLogger(ChecksumWatch.class.getName());

  @TempDir Path folder;

  private final List<String> logged = new CopyOnWriteArrayList<>();

  @Test
  void aFlippedByteIsFoundByTheNextLookAndTheAlarmEndsWithTheDamage() throws Exception {
    Handler handler = hear();
    LOG.addHandler(handler);
    LOG.setUseParentHandlers(false);
    try (RunningServer server =
        RunningServer.with(
            folder, Map.of(Setting.API_KEY, RunningServer.KEY, Setting.VERIFY_EVERY, "1s"))) {
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
      assertTrue(server.get("/v1/search?q=bridge").statusCode() < 600);

      flip(file, Files.size(file) / 2);
      awaitReady(server, 200);
    } finally {
      LOG.removeHandler(handler);
      LOG.setUseParentHandlers(true);
    }
  }

  @Test
  void anIndexThatWasDamagedBeforeIsFoundAtTheStart() throws Exception {
    RunningServer.writing(folder).close();
    Path file = largest(folder.resolve("generations/1"));
    flip(file, Files.size(file) - 1); // what is not looked at when the index is opened
    LOG.setUseParentHandlers(false);
    try (RunningServer server = RunningServer.on(folder, Map.of())) {
      awaitReady(server, 503);
    } finally {
      LOG.setUseParentHandlers(true);
    }
  }

  private Handler hear() {
    return new Handler() {
      @Override
      public void publish(LogRecord line) {
        logged.add(line.getMessage());
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
