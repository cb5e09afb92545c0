package dev.dateline.lucene;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.dateline.Dateline;
import dev.dateline.article.Article;
import dev.dateline.index.ArticleIndex;
import dev.dateline.index.ArticleWriter;
import dev.dateline.index.SearchRequest;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.SegmentInfos;
import org.apache.lucene.store.FSDirectory;
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
  void aWriterThatIsClosedTakesNothingMore() throws IOException {
    ArticleWriter writer = Dateline.openWriter(folder);
    writer.close();
    writer.close();
    assertThrows(IOException.class, () -> writer.add(article("a")));
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
