package dev.dateline.lucene;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.dateline.article.Article;
import dev.dateline.article.Status;
import dev.dateline.index.SearchRequest;
import dev.dateline.index.SearchResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReindexTest {

  @TempDir private Path folder;
  private LuceneWriter writer;
  private LuceneIndex index;

  @BeforeEach
  void open() throws IOException {
    writer = LuceneWriter.open(folder);
    index = LuceneIndex.open(folder);
  }

  @AfterEach
  void close() throws IOException {
    index.close();
    writer.close();
  }

  private static Article article(String id, String title) {
    return Article.builder().id(id).title(title).build();
  }

  private void add(String id, String title) throws IOException {
    writer.add(article(id, title));
  }

  private String titleOf(String id) throws IOException {
    index.refresh();
    return index.find(id).map(Article::title).orElse("none");
  }

  private List<String> generations() throws IOException {
    try (Stream<Path> folders = Files.list(folder.resolve("generations"))) {
      return folders.map(path -> path.getFileName().toString()).sorted().toList();
    }
  }

  @Test
  void withoutSourcesTheIndexIsRebuiltFromWhatItHolds() throws IOException {
    add("a", "one");
    add("b", "two");
    writer.commit();
    try (Reindex reindex = writer.startReindex()) {
      assertEquals(new Reindex.Summary(2, 0, 0, "2"), reindex.finish(Reindex.Rest.KEEP));
    }
    assertEquals("one", titleOf("a"));
    assertEquals("2", index.stats().generation());
    assertEquals(List.of("2"), generations());
  }

  @Test
  void withSourcesItAddsUpdatesAndKeepsTheRest() throws IOException {
    add("updated", "old");
    add("rest", "rest");
    try (Reindex reindex = writer.startReindex()) {
      assertEquals("old", reindex.find("updated").orElseThrow().title());
      assertTrue(reindex.add(article("updated", "new")));
      assertEquals("new", reindex.find("updated").orElseThrow().title());
      assertTrue(reindex.find("added").isEmpty());
      assertTrue(reindex.add(article("added", "added")));
      assertEquals(1, reindex.finish(Reindex.Rest.KEEP).kept());
    }
    assertEquals("new", titleOf("updated"));
    assertEquals("added", titleOf("added"));
    assertEquals("rest", titleOf("rest"));
  }

  @Test
  void whatItWouldDoCanBeAskedWithoutDoingIt() throws IOException {
    add("a", "one");
    add("b", "two");
    writer.commit();
    try (Reindex reindex = writer.startReindex()) {
      reindex.add(article("a", "one"));
      assertEquals(1, reindex.preview(Reindex.Rest.REMOVE).removed());
    }
    assertEquals("two", titleOf("b"));
    assertEquals(List.of("1"), generations());
  }

  @Test
  void whatTheSourcesLackIsRemovedWhereThatIsAsked() throws IOException {
    add("a", "one");
    add("b", "two");
    try (Reindex reindex = writer.startReindex()) {
      reindex.add(article("a", "one"));
      assertEquals(new Reindex.Summary(0, 0, 1, "2"), reindex.finish(Reindex.Rest.REMOVE));
    }
    assertEquals("one", titleOf("a"));
    assertEquals("none", titleOf("b"));
  }

  @Test
  void aWithdrawnArticleStaysWithdrawnUnlessItIsRestoredByName() throws IOException {
    writer.add(article("gone", "gone").with().status(Status.WITHDRAWN).build());
    for (Reindex.Rest rest : Reindex.Rest.values()) {
      try (Reindex reindex = writer.startReindex()) {
        assertFalse(reindex.add(article("gone", "back")));
        reindex.finish(rest);
      }
      assertEquals("none", titleOf("gone"));
      try (Reindex reindex = writer.startReindex()) {
        assertEquals(1, reindex.finish(rest).withdrawn());
      }
    }
    try (Reindex reindex = writer.startReindex()) {
      reindex.restore(article("gone", "back"));
      reindex.finish(Reindex.Rest.KEEP);
    }
    assertEquals("back", titleOf("gone"));
  }

  @Test
  void aWithdrawalHoldsWhateverTheOrderOfTheSources() throws IOException {
    try (Reindex reindex = writer.startReindex()) {
      reindex.add(article("a", "gone").with().status(Status.WITHDRAWN).build());
      assertFalse(reindex.add(article("a", "older")));
      reindex.finish(Reindex.Rest.KEEP);
      assertThrows(IllegalStateException.class, () -> reindex.finish(Reindex.Rest.KEEP));
      assertThrows(IllegalStateException.class, () -> reindex.add(article("b", "late")));
    }
    assertEquals("none", titleOf("a"));
    assertFalse(writer.add(article("a", "older")));
    writer.close();
    writer = LuceneWriter.open(folder);
    assertFalse(writer.add(article("a", "older")));
  }

  @Test
  void whatIsWrittenAndDeletedMeanwhileIsCarriedOver() throws IOException {
    add("deleted", "old");
    add("updated", "old");
    add("touched", "old");
    writer.commit();
    try (Reindex reindex = writer.startReindex()) {
      reindex.add(article("deleted", "source"));
      reindex.add(article("updated", "source"));
      add("added", "new");
      add("updated", "new");
      writer.delete("deleted");
      writer.delete("touched");
      add("touched", "again");
      writer.commit();
      reindex.finish(Reindex.Rest.KEEP);
      add("after", "after");
      writer.commit();
    }
    assertEquals("new", titleOf("added"));
    assertEquals("new", titleOf("updated"));
    assertEquals("again", titleOf("touched"));
    assertEquals("after", titleOf("after"));
    assertEquals("none", titleOf("deleted"));
  }

  @Test
  void aReindexThatIsNotFinishedLeavesTheIndexAsItWas() throws IOException {
    add("a", "one");
    writer.commit();
    try (Reindex reindex = writer.startReindex()) {
      reindex.add(article("a", "changed"));
      assertThrows(IllegalStateException.class, () -> writer.startReindex());
    }
    assertEquals("one", titleOf("a"));
    assertEquals(List.of("1"), generations());
    add("b", "two");
    writer.commit();
    assertEquals("two", titleOf("b"));
  }

  @Test
  void readersAndWritersGoOnWhileTheIndexIsRebuiltAgainAndAgain() throws Exception {
    int articles = 300;
    for (int i = 0; i < articles; i++) {
      add("base-" + i, "ferry");
    }
    writer.commit();
    index.refresh();
    AtomicBoolean done = new AtomicBoolean();
    try (ExecutorService pool = Executors.newFixedThreadPool(3)) {
      Future<Integer> reading = pool.submit(reader(articles, done));
      Future<Integer> writing = pool.submit(writer("w1-", done));
      Future<Integer> writingToo = pool.submit(writer("w2-", done));
      for (int round = 0; round < 5; round++) {
        try (Reindex reindex = writer.startReindex()) {
          reindex.finish(Reindex.Rest.KEEP);
        }
      }
      done.set(true);
      int searches = reading.get();
      int first = writing.get();
      int second = writingToo.get();
      assertTrue(searches > 0 && first > 0 && second > 0);
      index.refresh();
      assertEquals("6", index.stats().generation());
      assertEquals(articles + kept(first) + kept(second), index.stats().articles());
    }
  }

  /** Searches until done; each answer is whole. */
  private Callable<Integer> reader(int articles, AtomicBoolean done) {
    return () -> {
      int searches = 0;
      while (!done.get()) {
        SearchResult result = index.search(SearchRequest.of("ferry"));
        assertTrue(result.total().orElseThrow() >= articles, "a half-built generation answered");
        searches++;
      }
      return searches;
    };
  }

  /** Writes until done, and deletes every third article again; gives how many it wrote. */
  private Callable<Integer> writer(String name, AtomicBoolean done) {
    return () -> {
      int written = 0;
      while (!done.get()) {
        add(name + written, "ferry");
        if (written % 3 == 0) {
          writer.delete(name + written);
        }
        writer.commit();
        written++;
      }
      return written;
    };
  }

  private static int kept(int written) {
    return written - (written + 2) / 3;
  }

  @Test
  void theIndexIsOneThatAnyReaderCanOpenBetweenTwoSwaps() throws Exception {
    add("a", "ferry");
    writer.commit();
    AtomicBoolean done = new AtomicBoolean();
    try (ExecutorService pool = Executors.newSingleThreadExecutor()) {
      Future<Integer> opening =
          pool.submit(
              () -> {
                int opened = 0;
                while (!done.get()) {
                  try (LuceneIndex fresh = LuceneIndex.open(folder)) {
                    assertFalse(fresh.find("a").isEmpty());
                    opened++;
                  }
                }
                return opened;
              });
      for (int round = 0; round < 20; round++) {
        try (Reindex reindex = writer.startReindex()) {
          reindex.finish(Reindex.Rest.KEEP);
        }
      }
      done.set(true);
      assertTrue(opening.get() > 0);
    }
  }
}
