package dev.dateline.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.dateline.ingest.reader.Outcome;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Nothing that failed is forgotten before it is read again, however the runs end. */
class FailuresTest {

  @TempDir Path folder;

  private Failures open() throws IOException {
    return new Failures(folder.resolve("failures.jsonl"));
  }

  private static void fail(Failures failures, String path, String reason) throws IOException {
    failures.begin(path);
    failures.add(path, new Outcome.Malformed(path, "line 1", reason));
  }

  private List<String> reasons() throws IOException {
    return Files.readAllLines(folder.resolve("failures.jsonl")).stream()
        .map(line -> line.replaceAll(".*\"reason\":\"([^\"]*)\".*", "$1"))
        .toList();
  }

  @Test
  void whatFailedInARunThatBrokeOffIsNamedByTheNext() throws IOException {
    try (Failures first = open()) {
      fail(first, "/a", "torn");
      first.publish();
    }
    try (Failures brokenOff = open()) {
      fail(brokenOff, "/b", "wet");
      brokenOff.save();
    }
    try (Failures next = open()) {
      assertEquals(List.of("torn", "wet"), reasons());
      next.publish();
      assertEquals(2, next.standing());
    }
    assertEquals(List.of("torn", "wet"), reasons());
  }

  @Test
  void whatWasReadAgainBeforeARunBrokeOffStandsNoMore() throws IOException {
    try (Failures first = open()) {
      fail(first, "/a", "torn");
      fail(first, "/b", "wet");
      first.publish();
    }
    try (Failures brokenOff = open()) {
      brokenOff.begin("/a");
      brokenOff.save();
    }
    open().close();
    assertEquals(List.of("wet"), reasons());
  }

  @Test
  void aLineThatWasCutOffWithinALetterIsNoHarm() throws IOException {
    try (Failures first = open()) {
      fail(first, "/a", "torn");
    }
    try (Stream<Path> files = Files.list(folder)) {
      Path draft = files.findFirst().orElseThrow();
      byte[] next = "{\"path\":\"/Zürich".getBytes(UTF_8);
      int withinTheLetter = "{\"path\":\"/Z".length() + 1;
      try (OutputStream out = Files.newOutputStream(draft, StandardOpenOption.APPEND)) {
        out.write(next, 0, withinTheLetter);
      }
    }
    open().close();
    assertEquals(List.of("torn"), reasons());
  }

  @Test
  void aLineThatWasHalfWrittenIsNoHarm() throws IOException {
    try (Failures first = open()) {
      fail(first, "/a", "torn");
    }
    try (Stream<Path> files = Files.list(folder)) {
      Path draft = files.findFirst().orElseThrow();
      Files.writeString(draft, Files.readString(draft) + "{\"path\":\"/b\",\"fi");
    }
    open().close();
    assertEquals(List.of("torn"), reasons());
  }

  @Test
  void whereNothingFailedThereIsNoFile() throws IOException {
    try (Failures failures = open()) {
      failures.begin("/a");
      failures.publish();
    }
    try (Stream<Path> files = Files.list(folder)) {
      assertTrue(files.findAny().isEmpty());
    }
  }
}
