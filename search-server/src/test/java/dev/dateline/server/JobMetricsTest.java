package dev.dateline.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.dateline.server.config.Setting;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** By what an operator is woken when a backup is late or an index damaged. */
class JobMetricsTest {

  @TempDir Path folder;
  RunningServer server;
  Administrator chief;

  @BeforeEach
  void start() throws Exception {
    // No folder for backups can be made where there is a file.
    Path file = Files.writeString(folder.resolve("file"), "");
    Map<Setting, String> settings =
        Map.of(
            Setting.API_KEY,
            RunningServer.KEY,
            Setting.BACKUP_FOLDER,
            file.resolve("backups").toString(),
            Setting.VERIFY_EVERY,
            "off");
    server = RunningServer.with(folder.resolve("index"), settings);
    chief = new Administrator(server);
  }

  @AfterEach
  void stop() throws Exception {
    server.close();
  }

  @Test
  void beforeAnyJobNothingIsKnown() throws Exception {
    assertEquals("NaN", value("dateline_index_sound"));
    assertEquals("NaN", value("dateline_job_success_timestamp_seconds{kind=\"backup\"}"));
    assertEquals("0.0", value("dateline_job_running{kind=\"reindex\"}"));
  }

  @Test
  void aJobThatEndedWellIsCountedAndDated() throws Exception {
    double before = Instant.now().getEpochSecond();
    chief.ended(chief.post("verify"));
    assertEquals("1.0", value("dateline_index_sound"));
    assertEquals("0.0", value("dateline_job_running{kind=\"verify\"}"));
    assertEquals("1", value("dateline_job_seconds_count{kind=\"verify\",state=\"succeeded\"}"));
    String at = value("dateline_job_success_timestamp_seconds{kind=\"verify\"}");
    assertTrue(Double.parseDouble(at) >= before, at);
  }

  @Test
  void aJobThatFailedIsCountedAndNotDated() throws Exception {
    assertEquals("failed", chief.ended(chief.post("backup")).path("state").asString());
    assertEquals("1", value("dateline_job_seconds_count{kind=\"backup\",state=\"failed\"}"));
    assertEquals("NaN", value("dateline_job_success_timestamp_seconds{kind=\"backup\"}"));
    assertFalse(server.get("/metrics").body().contains("kind=\"backup\",state=\"succeeded\""));
  }

  private String value(String name) throws Exception {
    return server
        .get("/metrics")
        .body()
        .lines()
        .filter(line -> line.startsWith(name + " "))
        .map(line -> line.substring(line.lastIndexOf(' ') + 1))
        .findFirst()
        .orElseThrow(() -> new AssertionError("there is no " + name));
  }
}
