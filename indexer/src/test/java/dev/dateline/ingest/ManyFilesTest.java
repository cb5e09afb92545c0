package dev.dateline.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.dateline.ingest.reader.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Several files are read at a time, and nobody can tell but by the clock. */
class ManyFilesTest {

  private static final int FILES = 40;
  private static final int LINES = 50;

  @TempDir Path folder;

  @BeforeEach
  void writeFiles() throws IOException {
    for (int file = 0; file < FILES; file++) {
      StringBuilder lines = new StringBuilder();
      for (int line = 0; line < LINES; line++) {
        lines.append(
            "{\"id\":\"%02d-%02d\",\"title\":\"Ferry timetable\"}\n".formatted(file, line));
      }
      Files.writeString(folder.resolve("%02d.jsonl".formatted(file)), lines);
    }
  }

  @Test
  void articlesComeInTheOrderOfTheFilesAndTheirLines() throws IOException {
    List<String> ids = new ArrayList<>();
    Ingest.read(List.of(folder), outcome -> ids.add(Reads.article(outcome).id()));

    assertEquals(ids.stream().sorted().toList(), ids);
    assertEquals(FILES * LINES, ids.size());
  }

  @Test
  void eachFileIsBegunAndEndedAroundItsArticles() throws IOException {
    List<String> events = new ArrayList<>();
    Ingest.read(
        List.of(folder.resolve("03.jsonl"), folder.resolve("01.jsonl")),
        new Sink() {
          @Override
          public void accept(Outcome outcome) {
            String id = Reads.article(outcome).id();
            if (id.endsWith("-00") || id.endsWith("-49")) {
              events.add(id);
            }
          }

          @Override
          public void begin(InputFile file) {
            events.add("begin " + file.path().getFileName());
          }

          @Override
          public void end(InputFile file, boolean whole) {
            events.add("end " + file.path().getFileName());
          }
        });

    assertEquals(
        List.of(
            "begin 03.jsonl",
            "03-00",
            "03-49",
            "end 03.jsonl",
            "begin 01.jsonl",
            "01-00",
            "01-49",
            "end 01.jsonl"),
        events);
  }

  @Test
  void filesThatAreNotWantedAreNotOpened() throws IOException {
    AtomicLong bytes = new AtomicLong();
    List<String> ids = new ArrayList<>();
    Ingest.read(
        List.of(folder),
        new Sink() {
          @Override
          public void accept(Outcome outcome) {
            ids.add(Reads.article(outcome).id());
          }

          @Override
          public boolean wants(InputFile file) {
            return file.path().endsWith("17.jsonl");
          }

          @Override
          public void bytes(long count) {
            bytes.addAndGet(count);
          }
        });

    assertEquals(LINES, ids.size());
    assertEquals(Files.size(folder.resolve("17.jsonl")), bytes.get());
  }

  @Test
  void aSinkThatFailsEndsTheReadingWithItsOwnError() {
    AtomicLong taken = new AtomicLong();
    IOException error =
        assertThrows(
            IOException.class,
            () ->
                Ingest.read(
                    List.of(folder),
                    outcome -> {
                      if (taken.incrementAndGet() == 120) {
                        throw new IOException("no room left");
                      }
                    }));

    assertEquals("no room left", error.getMessage());
    assertEquals(120, taken.get());
  }

  @Test
  void whatIsWrongWithASinkIsNotTakenForAFaultOfTheFile() {
    assertThrows(
        IllegalStateException.class,
        () ->
            Ingest.read(
                List.of(folder),
                outcome -> {
                  throw new IllegalStateException();
                }));
  }

  @Test
  void aReadingThatIsInterruptedEnds() throws Exception {
    AtomicLong taken = new AtomicLong();
    Thread reading =
        new Thread(
            () ->
                assertThrows(
                    IOException.class,
                    () ->
                        Ingest.read(
                            List.of(folder),
                            outcome -> {
                              taken.incrementAndGet();
                              Thread.currentThread().interrupt();
                            })));
    reading.start();
    reading.join();

    assertTrue(taken.get() < FILES * LINES, "it went on for " + taken + " articles");
  }
}
