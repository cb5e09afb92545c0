package dev.dateline.lucene;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.dateline.article.Article;
import dev.dateline.disk.VolatileDisk;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.LongConsumer;
import org.apache.lucene.util.IOUtils;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Writes fail while the index is built anew or goes back, and the index is opened anew: the
 * generation that is being made takes the place of the old one all the same, with what was
 * acknowledged and nothing else.
 */
class ReindexAndFailedWritesTest {

  @TempDir private Path folder;
  private VolatileDisk disk;
  private LuceneWriter writer;

  @BeforeEach
  void open() throws IOException {
    disk = new VolatileDisk(folder, new Random(7));
    writer = LuceneWriter.open(index());
    for (int number = 0; number < 5; number++) {
      write("before-" + number);
    }
  }

  @AfterEach
  void close() throws IOException {
    writer.close();
  }

  private Path index() {
    return disk.root().resolve("index");
  }

  private void write(String id) throws IOException {
    writer.acknowledge(() -> writer.add(LuceneWriterTest.article(id)));
  }

  /** A write that is refused as the disk cannot sync, and one after the disk is well again. */
  private void failAndRecover() throws IOException {
    disk.cutOffAfter(Long.MAX_VALUE, 1);
    assertThrows(IOException.class, () -> write("refused"));
    disk.cutOffAfter(Long.MAX_VALUE, 0);
    write("after");
  }

  /** The articles that are found, with a new look and by a writer that opens the index again. */
  private Set<String> found() throws IOException {
    Set<String> ids = Archive.ids(index());
    writer.close();
    writer = LuceneWriter.open(index());
    assertEquals(ids, Archive.ids(index()));
    assertTrue(Verification.of(index(), 100, bytes -> {}).isSound());
    return ids;
  }

  private static Set<String> all(String... others) {
    Set<String> ids =
        new TreeSet<>(List.of("before-0", "before-1", "before-2", "before-3", "before-4"));
    ids.addAll(List.of(others));
    return ids;
  }

  @Test
  void aWriteThatFailsWhileTheIndexIsBuiltAnewDoesNotEndThat() throws IOException {
    try (Reindex reindex = writer.startReindex()) {
      reindex.add(LuceneWriterTest.article("added"));
      failAndRecover();
      reindex.finish(Reindex.Rest.KEEP, Reindex.Previous.REMOVE, articles -> {});
    }
    assertEquals(all("added", "after"), found());
  }

  @Test
  void neitherDoesItEndARollback() throws IOException {
    reindex(writer, articles -> {});
    write("since");
    try (Rollback rollback = writer.startRollback()) {
      failAndRecover();
      assertEquals(List.of("since"), rollback.finish(ids -> {}).added());
    }
    assertEquals(all("since", "after"), found());
  }

  @Test
  void whatIsNotThereIsNeverPutInUse() throws IOException {
    Path empty = disk.root().resolve("empty");
    Path next = empty.resolve("generations/2");
    try (LuceneWriter other = LuceneWriter.open(empty)) {
      assertThrows(
          IOException.class,
          () -> reindex(other, articles -> assertDoesNotThrow(() -> IOUtils.rm(next))));
      assertTrue(other.acknowledge(() -> other.add(LuceneWriterTest.article("a"))));
    }
    assertEquals(Set.of("a"), Archive.ids(empty));
  }

  @Test
  void aDeletionThatIsRefusedIsNotMadeByTheReindexThatSawIt() throws IOException {
    List<Reindex> begun = new ArrayList<>();
    assertThrows(
        IOException.class,
        () ->
            writer.acknowledge(
                () -> {
                  writer.delete("before-0");
                  begun.add(writer.startReindex());
                  writer.delete("before-1");
                  disk.cutOffAfter(Long.MAX_VALUE, 1);
                  return begun;
                }));
    disk.cutOffAfter(Long.MAX_VALUE, 0);
    write("after");
    Set<String> before = Archive.ids(index());
    assertTrue(before.contains("before-1"));
    try (Reindex reindex = begun.getFirst()) {
      finish(reindex);
    }
    assertEquals(before, found());
  }

  @Test
  void whatIsWrittenAfterTheNewIndexHasFailedIsToldWhy() throws IOException {
    try (Reindex reindex = writer.startReindex()) {
      reindex.add(LuceneWriterTest.article("added"));
      disk.cutOffAfter(1, 0);
      String why = assertThrows(IOException.class, () -> finish(reindex)).getMessage();
      disk.cutOffAfter(Long.MAX_VALUE, 0);
      Article later = LuceneWriterTest.article("later");
      assertEquals(why, assertThrows(IOException.class, () -> reindex.add(later)).getMessage());
      assertEquals(why, assertThrows(IOException.class, () -> finish(reindex)).getMessage());
    }
    write("after");
    assertEquals(all("after"), found());
  }

  /** Else writes that are on their way would be refused. */
  @Test
  void whereTheNewIndexCannotTakeThePlaceOfTheOldOneTheOldOneIsNotOpenedAnew() throws IOException {
    IndexFolder other = new IndexFolder(disk.root().resolve("other"));
    other.make();
    try (GenerationInUse inUse = GenerationInUse.open(other)) {
      Swaps swaps = new Swaps(other, inUse);
      OpenGeneration next = swaps.begin((open, succession) -> OpenGeneration.create(other));
      inUse.note("a"); // on its way
      next.abandon(); // as Lucene does after a merge that failed
      assertThrows(IllegalStateException.class, () -> swaps.swapTo(next, true));
      assertFalse(inUse.hasFailed());
      boolean added = inUse.write(open -> open.add(LuceneWriterTest.article("a")));
      assertTrue(added);
      inUse.commit();
    }
    assertEquals(Set.of("a"), Archive.ids(disk.root().resolve("other")));
  }

  private static Reindex.Summary finish(Reindex reindex) throws IOException {
    return reindex.finish(Reindex.Rest.KEEP);
  }

  private static void reindex(LuceneWriter writer, LongConsumer progress) throws IOException {
    try (Reindex reindex = writer.startReindex()) {
      reindex.finish(Reindex.Rest.KEEP, Reindex.Previous.KEEP, progress);
    }
  }
}
