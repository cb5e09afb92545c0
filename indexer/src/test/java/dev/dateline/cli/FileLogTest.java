package dev.dateline.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.dateline.ingest.InputFile;
import dev.dateline.lucene.LuceneWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A file counts as read if what was read is what it holds, whatever happens to it meanwhile. */
class FileLogTest {

  @TempDir Path folder;

  private Path file;

  @BeforeEach
  void write() throws IOException {
    file = Files.writeString(folder.resolve("a.jsonl"), "{}\n{}\n");
  }

  /** What is done with the log in a run. */
  private interface Run {
    void with(FileLog log) throws IOException;
  }

  private void run(Run run) throws IOException {
    try (LuceneWriter writer = LuceneWriter.open(folder.resolve("index"))) {
      FileLog log = new FileLog(writer.sources(), false, false);
      run.with(log);
      log.commit();
    }
  }

  private void assertReadNext(boolean expected) throws IOException {
    InputFile now = InputFile.of(file);
    run(log -> assertEquals(expected, log.wants(now)));
  }

  @Test
  void aFileThatWasReadIsNotReadAgain() throws IOException {
    run(
        log -> {
          log.begin(InputFile.of(file), false);
          log.end(true);
        });
    assertReadNext(false);
  }

  @Test
  void aFileThatChangesWhileItIsReadIsReadAgain() throws IOException {
    run(
        log -> {
          log.begin(InputFile.of(file), false);
          Files.writeString(file, "{}\n{}\n{}\n");
          log.end(true);
        });
    assertReadNext(true);
  }

  @Test
  void aFileThatIsRemovedWhileItIsReadIsReadWhenItIsBack() throws IOException {
    run(
        log -> {
          log.begin(InputFile.of(file), false);
          Files.delete(file);
          log.end(true);
        });
    write();
    assertReadNext(true);
  }

  @Test
  void linesThatWereTakenCountOnlyWhileTheFileIsAsItWas() throws IOException {
    InputFile found = InputFile.of(file);
    run(
        log -> {
          log.begin(found, false);
          log.next();
        });
    run(
        log -> {
          log.begin(found, false);
          assertTrue(log.next(), "the first line was taken");
          assertFalse(log.next());
        });
    run(
        log -> {
          Files.writeString(file, "{}\n{}\n{}\n");
          log.begin(found, false);
          assertFalse(log.next(), "the file has other lines by now");
        });
  }

  @Test
  void aFileIsKnownByItsPlaceAlsoWhereTheLinkToItVanishes() throws IOException {
    Path link = Files.createSymbolicLink(folder.resolve("link.jsonl"), file);
    run(
        log -> {
          log.begin(InputFile.of(link), false);
          log.next();
          Files.delete(link);
        });
    run(
        log -> {
          log.begin(InputFile.of(file), false);
          assertTrue(log.next());
        });
  }
}
