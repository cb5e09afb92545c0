package dev.dateline.lucene;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.dateline.disk.VolatileDisk;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A program is killed just after a commit, while others write. Some of what they wrote, and nobody
 * acknowledged, may be in the index: a rollback takes along all of it.
 */
class RollbackAfterKillTest {

  @TempDir private Path folder;
  private VolatileDisk disk;
  private Path index;
  private int others;

  @BeforeEach
  void mount() throws IOException {
    disk = new VolatileDisk(folder, new Random(7));
    index = disk.root().resolve("index");
  }

  /** What somebody does after whom the program is killed. */
  private interface Last {
    void work(LuceneWriter writer) throws IOException;
  }

  @Test
  void whatIsFoundAfterAKillIsFoundAfterARollback() throws IOException {
    killAndGoBack(
        writer -> {
          writer.acknowledge(() -> writer.add(Archive.article(1)));
          writer.acknowledge(() -> writer.add(Archive.article(2)));
        });
  }

  @Test
  void whatAPurgePutOnDiskOfOthersIsFoundAfterARollbackToo() throws IOException {
    killAndGoBack(
        writer -> writer.purge(Set.of("wire-1"), (name, in) -> new Sources.Verdict(false, null)));
  }

  private void killAndGoBack(Last last) throws IOException {
    LuceneWriter killed = LuceneWriter.open(index);
    killed.acknowledge(() -> killed.add(Archive.article(1)));
    try (Reindex reindex = killed.startReindex()) {
      reindex.finish(Reindex.Rest.KEEP);
    }
    disk.beforeEachSync(() -> assertDoesNotThrow(() -> writeAnother(killed)));
    last.work(killed);
    disk.beforeEachSync(() -> {});
    disk.cutOffAfter(0, 0);
    assertThrows(IOException.class, killed::close);
    disk.cutOffAfter(Long.MAX_VALUE, 0);

    Set<String> found = Archive.ids(index);
    assertTrue(found.stream().anyMatch(id -> id.startsWith("other-")), found::toString);
    try (LuceneWriter writer = LuceneWriter.open(index);
        Rollback rollback = writer.startRollback()) {
      rollback.finish(ids -> {});
    }
    assertEquals(found, Archive.ids(index));
  }

  /** As somebody else does at that moment. */
  private void writeAnother(LuceneWriter writer) throws IOException {
    writer.add(LuceneWriterTest.article("other-" + ++others));
  }
}
