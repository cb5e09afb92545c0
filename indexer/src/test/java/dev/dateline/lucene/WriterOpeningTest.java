package dev.dateline.lucene;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.dateline.Dateline;
import dev.dateline.index.ArticleIndex;
import dev.dateline.index.ArticleWriter;
import dev.dateline.index.SearchRequest;
import dev.dateline.index.UnusableIndexException;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.lucene.util.IOUtils;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;

/** Who opens an index finds it as it was left, or is told why it cannot be used and what to do. */
class WriterOpeningTest {

  @TempDir private Path folder;

  private long found() throws IOException {
    try (ArticleIndex index = Dateline.open(folder)) {
      return index.search(SearchRequest.of("ferry")).total().orElseThrow();
    }
  }

  @Test
  void theSecondWriterIsToldWhoTheFirstIsAndThatAServerCanBeAsked() throws IOException {
    try (ArticleWriter first = Dateline.openWriter(folder)) {
      UnusableIndexException e =
          assertThrows(UnusableIndexException.class, () -> Dateline.openWriter(folder));
      assertTrue(
          e.getMessage().contains("process " + ProcessHandle.current().pid()), e.getMessage());
      assertTrue(e.getMessage().contains("over HTTP"), e.getMessage());
      first.add(LuceneWriterTest.article("a"));
    }
    Dateline.openWriter(folder).close();
    assertEquals(1, found());
  }

  @Test
  void whereThereIsNoIndexItSaysHowToMakeOne() {
    UnusableIndexException e =
        assertThrows(UnusableIndexException.class, () -> Dateline.open(folder.resolve("none")));
    assertTrue(e.getMessage().contains("dateline index"), e.getMessage());
    assertTrue(Files.notExists(folder.resolve("none")));
  }

  @Test
  void anAddressThatNoEngineKnowsIsRefused() {
    assertThrows(UnusableIndexException.class, () -> Dateline.open(URI.create("gopher://x/")));
  }

  @Test
  void aSchemaThatIsNotUnderstoodIsRefusedWithWhatToDo() throws IOException {
    assertRefused("999", "use the later version");
    assertRefused("1", "dateline reindex");
  }

  private void assertRefused(String schema, String cure) throws IOException {
    IOUtils.rm(folder.resolve("generations"), folder.resolve("current"));
    Dateline.openWriter(folder).close();
    OldIndex.markAs(schema, folder);
    for (var open :
        List.<Executable>of(() -> Dateline.open(folder), () -> Dateline.openWriter(folder))) {
      String message = assertThrows(UnusableIndexException.class, open).getMessage();
      assertTrue(message.contains("schema " + schema) && message.contains(cure), message);
    }
  }

  @Test
  void whatACrashLeftHalfBuiltIsRemovedByTheNextWriter() throws IOException {
    try (ArticleWriter writer = Dateline.openWriter(folder)) {
      writer.add(LuceneWriterTest.article("a"));
    }
    Path leftOver = Files.createDirectories(folder.resolve("generations/2"));
    Files.writeString(leftOver.resolve("segments_1"), "half");
    Files.writeString(folder.resolve("current.new"), "2");
    for (String restored : List.of("sources.new", "sources-2")) { // the first by earlier versions
      Files.writeString(Files.createDirectory(folder.resolve(restored)).resolve("_0.cfs"), "half");
    }
    Files.writeString(folder.resolve("failures-2.jsonl"), "half");
    Dateline.openWriter(folder).close();
    assertTrue(Files.notExists(leftOver));
    for (String restored : List.of("sources.new", "sources-2", "failures-2.jsonl")) {
      assertTrue(Files.notExists(folder.resolve(restored)), restored);
    }
    assertEquals(1, found());
  }

  @Test
  void anIndexWhoseCurrentGenerationIsNotKnownIsNotTakenForAnEmptyOne() throws IOException {
    try (ArticleWriter writer = Dateline.openWriter(folder)) {
      writer.add(LuceneWriterTest.article("a"));
    }
    Path current = folder.resolve("current");
    Files.writeString(current, "7");
    assertThrows(UnusableIndexException.class, () -> Dateline.openWriter(folder));
    assertThrows(IOException.class, () -> Dateline.open(folder));
    Files.delete(current);
    String message =
        assertThrows(UnusableIndexException.class, () -> Dateline.openWriter(folder)).getMessage();
    assertTrue(message.contains("write 1 into"), message);
    Files.writeString(current, "1");
    assertEquals(1, found());
    try (var generations = Files.list(folder.resolve("generations"))) {
      assertEquals(1, generations.count());
    }
  }

  @Test
  void theLockIsFreeAgainWhenOpeningFailed() throws IOException {
    Dateline.openWriter(folder).close();
    Path current = folder.resolve("current");
    Files.writeString(current, "7");
    assertThrows(UnusableIndexException.class, () -> Dateline.openWriter(folder));
    Files.writeString(current, "1");
    Dateline.openWriter(folder).close();
  }

  /** No server restores or salvages. */
  @Test
  void whoNeedsTheIndexAloneIsToldToStopWhoeverWritesToIt() throws IOException {
    try (ArticleWriter first = Dateline.openWriter(folder)) {
      first.add(LuceneWriterTest.article("a"));
      first.commit();
      String message =
          assertThrows(UnusableIndexException.class, () -> SalvageTest.salvage(folder))
              .getMessage();
      assertTrue(message.contains("process " + ProcessHandle.current().pid()), message);
      assertTrue(message.contains("stop it first"), message);
      assertFalse(message.contains("HTTP"), message);
    }
  }
}
