package dev.dateline.lucene;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.dateline.article.Article;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A writer finds an article as it was last written, whenever it is first asked. */
class LatestArticlesTest {

  private static final int THREADS = 4;

  @TempDir Path folder;

  private static Article article(String id, String title) {
    return Article.builder().id(id).title(title).build();
  }

  private static String title(LuceneWriter writer, String id) throws IOException {
    return writer.find(id).map(Article::title).orElse("none");
  }

  @Test
  void whatWasWrittenBeforeTheFirstQuestionIsFoundCommittedOrNot() throws IOException {
    try (LuceneWriter writer = LuceneWriter.open(folder)) {
      writer.add(article("a", "Tide"));
      writer.add(article("b", "Ebb"));
      writer.commit();
      writer.add(article("a", "Tide turns"));
      writer.delete("b");
      writer.add(article("c", "Flow"));

      assertEquals("Tide turns", title(writer, "a"));
      assertEquals("none", title(writer, "b"));
      assertEquals("Flow", title(writer, "c"));

      writer.add(article("b", "Ebb again"));
      writer.delete("c");
      for (int time = 0; time < 2; time++) {
        assertEquals("Ebb again", title(writer, "b"));
        assertEquals("none", title(writer, "c"));
        writer.commit();
      }
    }
  }

  @Test
  void eachOfManyFindsWhatItWroteAlsoWhereAllAskForTheFirstTime() throws Exception {
    for (int round = 0; round < 20; round++) {
      CyclicBarrier together = new CyclicBarrier(THREADS);
      try (LuceneWriter writer = LuceneWriter.open(folder.resolve("index-" + round));
          ExecutorService pool = Executors.newFixedThreadPool(THREADS)) {
        List<Future<Boolean>> finding = new ArrayList<>();
        for (int thread = 0; thread < THREADS; thread++) {
          String id = "article-" + thread;
          finding.add(
              pool.submit(
                  () -> {
                    together.await();
                    writer.add(article(id, "Tide"));
                    return writer.find(id).isPresent();
                  }));
        }
        for (Future<Boolean> found : finding) {
          assertTrue(found.get());
        }
      }
    }
  }
}
