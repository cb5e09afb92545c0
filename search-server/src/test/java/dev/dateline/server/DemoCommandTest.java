package dev.dateline.server;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.dateline.index.UnusableIndexException;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemoCommandTest {

  @TempDir Path folder;

  @Test
  void itIndexesTheSamplesOnceAndTellsWhatToTry() throws Exception {
    try (Program program = demo()) {
      program.awaitPrinted("Ctrl-C ends it.");
      assertTrue(program.printed().contains("sample articles"), program.printed());
      List<String> addresses =
          program.printed().lines().map(String::strip).filter(l -> l.startsWith("http")).toList();
      assertEquals(6, addresses.size(), program.printed());
      for (String address : addresses) {
        String answer = read(address);
        assertFalse(answer.contains("\"articles\":0"), address);
        assertFalse(answer.contains("No article found"), address);
      }
      assertTrue(read(addresses.get(1)).contains("Karpathy"));
      assertEquals(0, program.terminate());
    }
    try (Program program = demo()) {
      program.awaitPrinted("Ctrl-C ends it.");
      assertFalse(program.printed().contains("sample articles"), program.printed());
      assertEquals(0, program.terminate());
    }
  }

  @Test
  void changedSamplesAreIndexedAnew() throws Exception {
    Path samples = Files.createDirectory(folder.resolve("samples"));
    SampleIndex index = new SampleIndex(samples, folder.resolve("demo"));
    Files.writeString(samples.resolve("a.jsonl"), "{\"title\":\"One\"}\n{\"title\":\"Two\"}\n");
    assertEquals(2, index.bringUpToDate());
    assertEquals(0, index.bringUpToDate());
    Files.writeString(samples.resolve("a.jsonl"), "{\"title\":\"Three\"}\n");
    assertEquals(1, index.bringUpToDate());
    try (RunningServer server = RunningServer.on(folder.resolve("demo"), Map.of())) {
      assertEquals(1, server.found("").size());
    }
  }

  @Test
  void aFolderThatHoldsSomethingElseIsLeftAlone() throws Exception {
    Path samples = Files.createDirectory(folder.resolve("samples"));
    Path taken = Files.createDirectory(folder.resolve("taken"));
    Files.writeString(taken.resolve("letter.txt"), "Dear reader");
    assertThrows(
        UnusableIndexException.class, () -> new SampleIndex(samples, taken).bringUpToDate());
    assertTrue(Files.exists(taken.resolve("letter.txt")));
  }

  private Program demo() throws IOException {
    return Program.start(
        folder.resolve("out"),
        Map.of(),
        "demo",
        "--port",
        "0",
        "--index",
        folder.resolve("demo").toString());
  }

  private static String read(String address) throws IOException {
    try (var in = URI.create(address).toURL().openStream()) {
      return new String(in.readAllBytes(), UTF_8);
    }
  }
}
