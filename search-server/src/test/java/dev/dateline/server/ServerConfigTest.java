package dev.dateline.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.dateline.server.config.Rate;
import dev.dateline.server.config.Scope;
import dev.dateline.server.config.ServerConfig;
import dev.dateline.server.config.Setting;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServerConfigTest {

  @TempDir Path folder;

  @Test
  void withoutSettingsTheServerListensOnLoopbackAndTakesNoWrites() {
    ServerConfig config = ServerConfig.read(Map.of(), Map.of(), null);
    assertEquals("127.0.0.1", config.host());
    assertEquals(8080, config.port());
    assertEquals(Path.of("dateline-index"), config.index());
    assertFalse(config.keys().allow(Scope.WRITE));
    assertEquals(16 << 20, config.limits().maxBody());
    assertEquals(Duration.ofSeconds(30), config.limits().idleTimeout());
  }

  @Test
  void anOptionIsHeardBeforeTheEnvironmentAndThatBeforeTheFile() throws Exception {
    Path file = Files.writeString(folder.resolve("p"), "port=1\nhost=a\nmax-body=2k\nqueue=7\n");
    ServerConfig config =
        ServerConfig.read(
            Map.of(Setting.PORT, "3"), Map.of("DATELINE_PORT", "2", "DATELINE_HOST", "b"), file);
    assertEquals(3, config.port());
    assertEquals("b", config.host());
    assertEquals(2048, config.limits().maxBody());
    assertEquals(7, config.limits().queue());
  }

  @Test
  void aWrongValueIsNamedWithItsPlace() throws Exception {
    assertMessage("--port is \"x\": not a whole number", Map.of(Setting.PORT, "x"), Map.of(), null);
    assertMessage(
        "DATELINE_PORT is \"70000\": it goes from 0 to 65535",
        Map.of(),
        Map.of("DATELINE_PORT", "70000"),
        null);
    Path file = Files.writeString(folder.resolve("p"), "idle-timeout=soon\n");
    assertMessage(
        "idle-timeout in " + file + " is \"soon\": not a time, such as 500ms, 30s, 2m or 24h",
        Map.of(),
        Map.of(),
        file);
  }

  @Test
  void anUnknownSettingInAFileIsRefusedWithTheRightName() throws Exception {
    Path file = Files.writeString(folder.resolve("p"), "hostt=a\n");
    assertMessage(
        file + " sets hostt, which is no setting; did you mean host?", Map.of(), Map.of(), file);
  }

  @Test
  void aKeyFileWithoutKeysIsRefused() throws Exception {
    Path file = Files.writeString(folder.resolve("keys"), "# none yet\n");
    assertMessage(
        "--api-key-file is \"" + file + "\": the file holds no key",
        Map.of(Setting.API_KEY_FILE, file.toString()),
        Map.of(),
        null);
  }

  @Test
  void readingByKeyTakesAKey() {
    assertMessage(
        "--read-access is \"key\": there is no key; make one with: dateline key add",
        Map.of(Setting.READ_ACCESS, "key"),
        Map.of(),
        null);
  }

  @Test
  void aRateIsSoManyInATime() {
    assertMessage(
        "--rate-limit is \"20\": not a rate, such as 20/s, 600/m, 10000/h or off",
        Map.of(Setting.RATE_LIMIT, "20"),
        Map.of(),
        null);
    ServerConfig config = ServerConfig.read(Map.of(Setting.RATE_LIMIT, "600/m"), Map.of(), null);
    assertEquals(new Rate(600, Duration.ofMinutes(1)), config.rateLimit());
    assertNull(ServerConfig.read(Map.of(), Map.of(), null).rateLimit());
  }

  @Test
  void keysAreNotShown() {
    ServerConfig config = ServerConfig.read(Map.of(), Map.of("DATELINE_API_KEY", "hush"), null);
    assertEquals(Scope.ADMIN, config.keys().find("hush").orElseThrow().scope());
    assertTrue(config.keys().find("hus").isEmpty());
    assertFalse(config.toString().contains("hush"));
  }

  private static void assertMessage(
      String message, Map<Setting, String> options, Map<String, String> environment, Path file) {
    assertEquals(
        message,
        assertThrows(
                IllegalArgumentException.class, () -> ServerConfig.read(options, environment, file))
            .getMessage());
  }
}
