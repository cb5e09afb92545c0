package dev.dateline.lucene;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What was written since another generation was in use is known after a crash, whatever the ids.
 */
class WrittenSinceTest {

  @TempDir private Path folder;

  private List<String> afterACutIn(String torn) throws IOException {
    Path file = folder.resolve("written-since-1");
    try (WrittenSince since = WrittenSince.start(file)) {
      since.add("before");
      since.save();
    }
    Files.writeString(file, torn, StandardOpenOption.APPEND);
    try (WrittenSince since = WrittenSince.open(file)) {
      since.add("after");
      since.save();
    }
    try (WrittenSince since = WrittenSince.open(file)) {
      return List.copyOf(since.ids());
    }
  }

  @Test
  void aLineThatWasCutOffIsLeftOut() throws IOException {
    assertEquals(List.of("before", "after"), afterACutIn("torn"));
  }

  @Test
  void aLineThatWasCutOffIsLeftOutHoweverLongItsIdIs() throws IOException {
    assertEquals(List.of("before", "after"), afterACutIn("x".repeat(10_000)));
    assertEquals(List.of("before", "after"), afterACutIn("x".repeat(200_000)));
  }

  @Test
  void aFirstLineThatWasCutOffIsLeftOut() throws IOException {
    Path file = Files.writeString(folder.resolve("written-since-2"), "x".repeat(100_000));
    try (WrittenSince since = WrittenSince.open(file)) {
      since.add("first");
      assertEquals(List.of("first"), List.copyOf(since.ids()));
    }
  }
}
