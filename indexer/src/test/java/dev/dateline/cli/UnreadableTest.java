package dev.dateline.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.dateline.ingest.TooDeep;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What could not be read in a folder is named with its path, until it can be read. */
class UnreadableTest {

  @TempDir Path folder;

  @Test
  @EnabledOnOs(OS.LINUX)
  void aFolderThatCannotBeReadStandsInTheFailuresFileWithItsPath() throws IOException {
    Path in = Files.createDirectory(folder.resolve("in"));
    Files.writeString(in.resolve("a.jsonl"), "{\"id\":\"a\",\"title\":\"Tide\"}\n");
    String[] index = {"index", in.toString(), "--index", folder.resolve("index").toString()};
    Path failures = folder.resolve("index").resolve("failures.jsonl");

    try (TooDeep tree = new TooDeep(in)) {
      for (int round = 0; round < 2; round++) {
        assertEquals(1, Session.of(index).code());
        List<String> lines = Files.readAllLines(failures);
        assertEquals(1, lines.size(), lines::toString);
        JsonNode failure = JsonMapper.shared().readTree(lines.getFirst());
        String path = failure.path("path").asString();
        assertTrue(path.startsWith(tree.top().toRealPath().toString()), path);
        assertEquals(failure.path("file").asString(), path);
      }
    }
  }

  @Test
  void aFolderThatCanBeReadAgainFailsNoMore() throws IOException {
    Path in = Files.createDirectories(folder.resolve("in/sub"));
    Files.writeString(in.resolve("a.jsonl"), "{\"id\":\"a\",\"title\":\"Tide\"}\n");
    Path index = Files.createDirectory(folder.resolve("index"));
    Path failures = index.resolve("failures.jsonl");
    Files.writeString(
        failures,
        "{\"path\":\"%1$s\",\"file\":\"%1$s\",\"where\":\"\",\"reason\":\"it may not be read\"}\n"
            .formatted(in.toRealPath()));

    assertEquals(
        0,
        Session.of("index", folder.resolve("in").toString(), "--index", index.toString()).code());
    assertFalse(Files.exists(failures));
  }
}
