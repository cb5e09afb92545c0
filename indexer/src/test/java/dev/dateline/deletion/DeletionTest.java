package dev.dateline.deletion;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.dateline.article.Article;
import dev.dateline.lucene.LuceneWriter;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DeletionTest {

  @TempDir private Path folder;

  /** Counts who could have had the lock alone when it was let go of. */
  private static final class Turns extends ReentrantReadWriteLock.ReadLock {

    private final transient ReentrantReadWriteLock lock;
    private int turns;

    Turns(ReentrantReadWriteLock lock) {
      super(lock);
      this.lock = lock;
    }

    @Override
    public void unlock() {
      super.unlock();
      if (lock.writeLock().tryLock()) {
        turns++;
        lock.writeLock().unlock();
      }
    }
  }

  /** A list may have all ids of an archive, and a change with a condition needs the lock alone. */
  @Test
  void whoChangesAnArticleMeanwhileWaitsForOneOfTheListAndNotForAll() throws IOException {
    Set<String> ids = new LinkedHashSet<>();
    try (LuceneWriter writer = LuceneWriter.open(folder)) {
      for (int number = 0; number < 20; number++) {
        ids.add("wire-" + number);
        writer.add(Article.builder().id("wire-" + number).title("Ferry " + number).build());
      }
      ids.add("never-there");
      Turns turns = new Turns(new ReentrantReadWriteLock());

      Deletion.Deleted done = new Deletion(writer, ids, turns).delete();

      assertEquals(new Deletion.Deleted(20, List.of("never-there")), done);
      assertEquals(ids.size(), turns.turns);
      for (String id : ids) {
        assertTrue(writer.find(id).isEmpty(), id);
      }
    }
  }
}
