package dev.dateline.lucene;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.dateline.Dateline;
import dev.dateline.article.Article;
import dev.dateline.index.ArticleIndex;
import dev.dateline.index.ArticleWriter;
import dev.dateline.index.SearchRequest;
import dev.dateline.index.UnusableIndexException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.SegmentInfos;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.util.IOUtils;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LuceneWriterTest {

  @TempDir private Path folder;

  static Article article(String id) {
    return Article.builder().id(id).title("Ferry " + id).build();
  }

  private long found() throws IOException {
    try (ArticleIndex index = Dateline.open(folder)) {
      return index.search(SearchRequest.of("ferry")).total().orElseThrow();
    }
  }

  @Test
  void whatIsCommittedIsThereForOtherReadersWithoutClosing() throws IOException {
    try (ArticleWriter writer = Dateline.openWriter(folder)) {
      writer.add(article("a"));
      assertEquals(0, found());
      writer.commit();
      assertEquals(1, found());
    }
  }

  @Test
  void closingCommits() throws IOException {
    try (ArticleWriter writer = Dateline.openWriter(folder)) {
      writer.add(article("a"));
    }
    assertEquals(1, found());
  }

  /** Each sign in a word took the stack of a call, so that a long enough word ended the writing. */
  @Test
  void aTextOfNothingButSignsBetweenLettersIsWritten() throws IOException {
    try (ArticleWriter writer = Dateline.openWriter(folder)) {
      for (String sign : List.of("&", "'", ".", "’")) {
        String joined = ("a" + sign).repeat(50_000) + "a";
        writer.add(
            Article.builder().id("joined" + sign).title(joined).body(joined, "ferry").build());
      }
    }
    assertEquals(4, found());
  }

  @Test
  void anOpenIndexShowsWithinMomentsWhatAnotherProcessCommits() throws Exception {
    try (ArticleWriter writer = Dateline.openWriter(folder);
        ArticleIndex index = Dateline.open(folder)) {
      writer.add(article("a"));
      writer.commit();
      while (index.stats().articles() == 0) {
        Thread.sleep(20);
      }
      assertEquals(1, index.search(SearchRequest.of("ferry")).total().orElseThrow());
    }
  }

  @Test
  void theSecondWriterIsToldWhoTheFirstIs() throws IOException {
    try (ArticleWriter first = Dateline.openWriter(folder)) {
      UnusableIndexException e =
          assertThrows(UnusableIndexException.class, () -> Dateline.openWriter(folder));
      assertTrue(
          e.getMessage().contains("process " + ProcessHandle.current().pid()), e.getMessage());
      first.add(article("a"));
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
    assertThrows(
        UnusableIndexException.class, () -> Dateline.open(java.net.URI.create("gopher://x/")));
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
        List.<org.junit.jupiter.api.function.Executable>of(
            () -> Dateline.open(folder), () -> Dateline.openWriter(folder))) {
      String message = assertThrows(UnusableIndexException.class, open).getMessage();
      assertTrue(message.contains("schema " + schema) && message.contains(cure), message);
    }
  }

  @Test
  void aWriterThatIsClosedTakesNothingMore() throws IOException {
    ArticleWriter writer = Dateline.openWriter(folder);
    writer.close();
    writer.close();
    assertThrows(IOException.class, () -> writer.add(article("a")));
  }

  @Test
  void whatACrashLeftHalfBuiltIsRemovedByTheNextWriter() throws IOException {
    try (ArticleWriter writer = Dateline.openWriter(folder)) {
      writer.add(article("a"));
    }
    Path leftOver = Files.createDirectories(folder.resolve("generations/2"));
    Files.writeString(leftOver.resolve("segments_1"), "half");
    Files.writeString(folder.resolve("current.new"), "2");
    Dateline.openWriter(folder).close();
    assertTrue(Files.notExists(leftOver));
    assertEquals(1, found());
  }

  @Test
  void anIndexWhoseCurrentGenerationIsNotKnownIsNotTakenForAnEmptyOne() throws IOException {
    try (ArticleWriter writer = Dateline.openWriter(folder)) {
      writer.add(article("a"));
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

  @Test
  void anInterruptedThreadWritesNothingAndHarmsNobody() throws IOException {
    try (ArticleWriter writer = Dateline.openWriter(folder)) {
      Thread.currentThread().interrupt();
      assertThrows(IOException.class, () -> writer.add(article("a")));
      assertTrue(Thread.interrupted());
      writer.add(article("b"));
      writer.commit();
    }
    assertEquals(1, found());
  }

  @Test
  void writersThatWaitForACommitShareIt() throws Exception {
    int threads = 16;
    int each = 20;
    try (LuceneWriter writer = LuceneWriter.open(folder);
        ExecutorService pool = Executors.newFixedThreadPool(threads)) {
      List<Future<?>> running = new ArrayList<>();
      for (int thread = 0; thread < threads; thread++) {
        String name = "writer-" + thread + "-";
        running.add(
            pool.submit(
                () -> {
                  for (int i = 0; i < each; i++) {
                    writer.add(article(name + i));
                    writer.commit();
                    assertOnDisk(name + i);
                  }
                  return null;
                }));
      }
      for (Future<?> writing : running) {
        writing.get();
      }
    }
    assertEquals((long) threads * each, found());
    assertTrue(commits() < (long) threads * each, commits() + " commits");
  }

  @Test
  void whatGathersIsMergedAtTheEnd() throws IOException {
    try (LuceneWriter writer = LuceneWriter.open(folder)) {
      writer.gather();
      addEach(writer, "first", 40);
      assertEquals(40, segments());
      writer.compact();
      assertEquals(1, segments());
    }
  }

  @Test
  void theLittleThatGathersBesideMuchIsMergedAsEver() throws IOException {
    try (LuceneWriter writer = LuceneWriter.open(folder)) {
      for (int i = 0; i < 100; i++) {
        writer.add(article("many" + i));
      }
      writer.commit();
      writer.gather();
      addEach(writer, "few", 40);
      writer.compact();
    }
    int segments = segments();
    assertTrue(segments > 1 && segments < 20, segments + " segments");
    assertEquals(140, found());
  }

  /** Adds articles with a commit after each. */
  private static void addEach(LuceneWriter writer, String name, int count) throws IOException {
    for (int i = 0; i < count; i++) {
      writer.add(article(name + i));
      writer.commit();
    }
  }

  /** How many segments the last commit of the first generation has. */
  private int segments() throws IOException {
    try (FSDirectory directory = FSDirectory.open(folder.resolve("generations/1"))) {
      return SegmentInfos.readLatestCommit(directory).size();
    }
  }

  /** How many commits the first generation has had. */
  private long commits() throws IOException {
    try (FSDirectory directory = FSDirectory.open(folder.resolve("generations/1"))) {
      return SegmentInfos.readLatestCommit(directory).getGeneration();
    }
  }

  /** Reads the index as another process would. */
  private void assertOnDisk(String id) throws IOException {
    try (FSDirectory directory = FSDirectory.open(folder.resolve("generations/1"));
        DirectoryReader reader = DirectoryReader.open(directory)) {
      assertTrue(
          new Documents(reader).find(id).isPresent(), id + " was acknowledged and is not there");
    }
  }
}
