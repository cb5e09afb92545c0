package dev.dateline.lucene;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.dateline.article.Article;
import dev.dateline.article.Status;
import dev.dateline.index.ArticleStore;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** An article that is withdrawn while others write the same one stays withdrawn. */
class WithdrawnMeanwhileTest extends WrittenIndex {

  private static final String WORD = "quixotron";

  /** Who writes the same article at a time. */
  private static final int OTHERS = 4;

  private static final int ROUNDS = Boolean.getBoolean("dateline.deep") ? 200 : 6;

  /** How an article is withdrawn for all who ask later. */
  private interface Withdrawal {
    void of(String id) throws IOException;
  }

  private static Article live(String id) {
    return article(id, WORD).with().body(Collections.nCopies(50, "A line of it.")).build();
  }

  @Test
  void aKillNoticeHolds() throws Exception {
    whileOthersWrite(writer, id -> writer.add(killed(id)));
  }

  @Test
  void aKillNoticeHoldsThatAReindexReads() throws Exception {
    try (Reindex reindex = writer.startReindex()) {
      whileOthersWrite(reindex, id -> reindex.add(killed(id)));
    }
  }

  private static Article killed(String id) {
    return Article.builder().id(id).status(Status.WITHDRAWN).build();
  }

  @Test
  void aPurgeHoldsAndNoByteComesBack() throws Exception {
    whileOthersWrite(
        writer, id -> writer.purge(Set.of(id), (name, in) -> new Sources.Verdict(false, null)));
    writer.commit();
    writer.close();
    writer = LuceneWriter.open(folder);
    assertEquals(Set.of(), Remains.of(folder, WORD));
  }

  private void whileOthersWrite(ArticleStore store, Withdrawal withdrawal) throws Exception {
    try (ExecutorService others = Executors.newFixedThreadPool(OTHERS)) {
      for (int round = 0; round < ROUNDS; round++) {
        Article article = live("round-" + round);
        AtomicBoolean withdrawn = new AtomicBoolean();
        CountDownLatch written = new CountDownLatch(OTHERS);
        List<Future<?>> writing = new ArrayList<>();
        for (int other = 0; other < OTHERS; other++) {
          writing.add(others.submit(() -> writeUntil(store, withdrawn, article, written)));
        }
        written.await();
        withdrawal.of(article.id());
        withdrawn.set(true);
        for (Future<?> each : writing) {
          each.get();
        }
        assertEquals(
            Status.WITHDRAWN, store.find(article.id()).orElseThrow().status(), article.id());
        assertFalse(store.add(article));
      }
    }
  }

  private static @Nullable Void writeUntil(
      ArticleStore store, AtomicBoolean withdrawn, Article article, CountDownLatch written)
      throws IOException {
    store.add(article);
    written.countDown();
    while (!withdrawn.get()) {
      store.add(article);
    }
    return null;
  }
}
