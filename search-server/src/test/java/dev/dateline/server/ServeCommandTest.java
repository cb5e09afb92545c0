package dev.dateline.server;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.dateline.lucene.Migration;
import dev.dateline.lucene.OldIndex;
import dev.dateline.lucene.Reindex;
import dev.dateline.server.config.ServerConfig;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServeCommandTest {

  @TempDir Path folder;

  @Test
  void itServesUntilItIsToldToEndAndThenEndsWell() throws Exception {
    try (Program program =
        serve(Map.of("DATELINE_API_KEY", "k"), "--index", index(), "--port", "0")) {
      program.awaitPrinted("Dateline serves " + index() + " at http://127.0.0.1:");
      String printed = program.printed();
      String address = printed.substring(printed.indexOf("http://")).strip();
      assertTrue(read(address + "v1/stats").contains("\"articles\":0"));
      assertEquals(0, program.terminate());
      assertEquals(1, program.printed().lines().count(), program.printed());
    }
  }

  @Test
  void anIndexThatIsNotThereCannotBeServedWithoutAKey() throws Exception {
    try (Program program = serve(Map.of(), "--index", index())) {
      assertEquals(3, program.exitCode());
      assertTrue(program.printed().contains(index()), program.printed());
      assertEquals(1, program.printed().lines().count(), program.printed());
    }
  }

  @Test
  void anIndexOfAnEarlierVersionIsServedWhenItIsMigratedAndNotBefore() throws Exception {
    Path old = OldIndex.unpack(6, folder);
    assertRefused(old, Map.of());
    boolean[] asked = {false};
    Migration.of(
        old,
        Reindex.Previous.KEEP,
        articles -> {
          if (!asked[0]) {
            asked[0] = true;
            assertRefused(old, Map.of());
            assertRefused(old, Map.of("DATELINE_API_KEY", "k"));
          }
        });
    try (Program program = serve(Map.of(), "--index", old.toString(), "--port", "0")) {
      program.awaitPrinted("at http://127.0.0.1:");
      String printed = program.printed();
      String address = printed.substring(printed.indexOf("http://")).strip();
      assertTrue(read(address + "v1/stats").contains("\"articles\":" + OldIndex.ARTICLES));
    }
  }

  private void assertRefused(Path index, Map<String, String> environment) {
    try (Program program = serve(environment, "--index", index.toString())) {
      assertEquals(3, program.exitCode());
      assertTrue(program.printed().contains(index.toString()), program.printed());
      assertEquals(1, program.printed().lines().count(), program.printed());
    } catch (IOException | InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void aPortInUseIsOneLineThatSaysWhatToDo() throws Exception {
    try (ServerSocket taken = new ServerSocket(0);
        Program program =
            serve(
                Map.of("DATELINE_API_KEY", "k"),
                "--index",
                index(),
                "--host",
                "0.0.0.0",
                "--port",
                Integer.toString(taken.getLocalPort()))) {
      assertEquals(3, program.exitCode());
      assertEquals(1, program.printed().lines().count(), program.printed());
      assertTrue(program.printed().contains("--port"), program.printed());
    }
  }

  @Test
  void aWrongOptionIsWrongUse() throws Exception {
    try (Program program = serve(Map.of(), "--port", "http")) {
      assertEquals(2, program.exitCode());
      assertTrue(program.printed().contains("--port is \"http\""), program.printed());
    }
  }

  @Test
  void theSettingsCanBeShownWithWhereTheyCameFromAndWithoutSecrets() throws Exception {
    Path file = Files.writeString(folder.resolve("p"), "host=localhost\nport=1\n");
    try (Program program =
        serve(
            Map.of("DATELINE_API_KEY", "hush", "DATELINE_PORT", "2"),
            "--config",
            file.toString(),
            "--trust-proxy",
            "--print-config")) {
      assertEquals(0, program.exitCode());
      String printed = program.printed();
      assertTrue(printed.contains("(host in " + file + ")\nhost=localhost\n"), printed);
      assertTrue(printed.contains("(DATELINE_PORT)\nport=2\n"), printed);
      assertTrue(printed.contains("(--trust-proxy)\ntrust-proxy=true\n"), printed);
      assertTrue(printed.contains("(the default)\nmax-body=16m\n"), printed);
      assertFalse(printed.contains("hush"), printed);
      Path shown = Files.writeString(folder.resolve("shown"), printed);
      assertEquals(2, ServerConfig.read(Map.of(), Map.of(), shown).port());
    }
  }

  private Program serve(Map<String, String> environment, String... options) throws IOException {
    String[] arguments = new String[options.length + 1];
    arguments[0] = "serve";
    System.arraycopy(options, 0, arguments, 1, options.length);
    return Program.start(folder.resolve("out"), environment, arguments);
  }

  private String index() {
    return folder.resolve("index").toString();
  }

  private static String read(String address) throws IOException {
    try (var in = URI.create(address).toURL().openStream()) {
      return new String(in.readAllBytes(), UTF_8);
    }
  }
}
