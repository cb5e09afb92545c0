package dev.dateline.lucene;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.dateline.index.SearchRequest;
import dev.dateline.index.SearchResult;
import java.io.IOException;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

/** Readers and writers go on while an index is built anew. */
class ReindexMeanwhileTest extends WrittenIndex {

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
