package dev.dateline.lucene;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.dateline.article.Article;
import dev.dateline.article.Status;
import dev.dateline.disk.VolatileDisk;
import dev.dateline.index.UnusableIndexException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.apache.lucene.index.CorruptIndexException;
import org.apache.lucene.util.IOUtils;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** An index that an earlier version made is made anew of the articles that are stored in it. */
class MigrationTest {

  private static final String EARLIER = Integer.toString(Fields.SCHEMA - 1);

  private static final Logger LOG = Logger.getLogger(IndexFolder.class.getName());

  @TempDir private Path folder;

  /** Who is cut off while removing something says so on the terminal. */
  @BeforeAll
  static void beQuiet() {
    LOG.setLevel(Level.OFF);
  }

  @AfterAll
  static void beHeard() {
    LOG.setLevel(null);
  }

  static int[] earlier() {
    return OldIndex.earlier().toArray();
  }

  private static Reindex.Summary migrate(Path index) throws IOException {
    return Migration.of(index, Reindex.Previous.KEEP, articles -> {});
  }

  /** An index with an article, and an id that is withdrawn, as of an earlier version. */
  private Path earlierIndex() throws IOException {
    Path index = folder.resolve("index");
    try (LuceneWriter writer = LuceneWriter.open(index)) {
      writer.add(Archive.article(1));
      writer.add(Archive.article(2));
      writer.delete("wire-2");
      writer.add(Article.builder().id("killed").status(Status.WITHDRAWN).build());
    }
    OldIndex.markAs(EARLIER, index);
    return index;
  }

  @ParameterizedTest
  @MethodSource("earlier")
  void everyArticleOfEachSchemaIsFoundAndIsAsItWasStored(int schema) throws IOException {
    Path index = OldIndex.unpack(schema, folder);
    Map<String, Article> before = OldIndex.stored(index);
    assertEquals(OldIndex.ARTICLES, before.size());
    assertTrue(Migration.isDue(index));

    Reindex.Summary done = migrate(index);

    assertEquals(OldIndex.ARTICLES, done.kept());
    assertFalse(Migration.isDue(index));
    assertEquals(before, OldIndex.stored(index));
    OldIndex.assertSearched(index);
    assertTrue(Verification.of(index, OldIndex.ARTICLES, bytes -> {}).isSound());
    Archive.write(index, 0, 1);
    assertEquals(OldIndex.ARTICLES + 1, Archive.ids(index).size());
  }

  @ParameterizedTest
  @MethodSource("earlier")
  void untilThenItIsRefusedWithWhatToDo(int schema) throws IOException {
    Path index = OldIndex.unpack(schema, folder);
    for (Executable use :
        List.<Executable>of(() -> LuceneIndex.open(index), () -> LuceneWriter.open(index))) {
      String message = assertThrows(UnusableIndexException.class, use).getMessage();
      assertTrue(message.contains("schema " + schema + ","), message);
      assertTrue(message.contains("dateline reindex --index " + index), message);
    }
  }

  @Test
  void whatIsWithdrawnStaysSoAndWhatIsDeletedIsGone() throws IOException {
    Path index = earlierIndex();
    Reindex.Summary done = migrate(index);
    assertEquals(1, done.kept());
    assertEquals(1, done.withdrawn());
    try (LuceneWriter writer = LuceneWriter.open(index)) {
      assertEquals(Set.of("killed"), writer.withdrawn());
      assertFalse(writer.add(Article.builder().id("killed").title("Back").build()));
    }
    assertEquals(Set.of("wire-1", "killed"), Archive.ids(index));
  }

  @Test
  void nobodyGoesBackToTheGenerationOfTheEarlierVersionAndItIsNamed() throws IOException {
    Path index = earlierIndex();
    migrate(index);
    Archive.write(index, 5, 8);
    try (LuceneWriter writer = LuceneWriter.open(index)) {
      String message =
          assertThrows(UnusableIndexException.class, writer::startRollback).getMessage();
      assertTrue(message.contains("generation 1"), message);
      assertTrue(message.contains("schema " + EARLIER), message);

      List<String> remains = writer.purge(Set.of("wire-1"), (name, in) -> false).remains();
      assertEquals(1, remains.size(), remains::toString);
      assertTrue(remains.getFirst().contains("generations/1"), remains::toString);

      assertTrue(writer.discardPrevious());
    }
    assertEquals(List.of(2L), OldIndex.generations(index));
  }

  @Test
  void theGenerationBeforeIsRemovedWhereNoneIsToBeKept() throws IOException {
    Path index = earlierIndex();
    Migration.of(index, Reindex.Previous.REMOVE, articles -> {});
    assertEquals(List.of(2L), OldIndex.generations(index));
  }

  @Test
  void aPreviewReadsAllAndLeavesTheIndexAsItIs() throws IOException {
    Path index = earlierIndex();
    Reindex.Summary would = Migration.preview(index, articles -> {});
    assertEquals(new Reindex.Summary(1, 1, 0, "2", "1"), would);
    assertEquals(List.of(1L), OldIndex.generations(index));
    assertTrue(Migration.isDue(index));
  }

  @Test
  void whatIsOfTodayOrOfALaterVersionIsNotMigrated() throws IOException {
    Path index = folder.resolve("index");
    try (LuceneWriter writer = LuceneWriter.open(index);
        Reindex reindex = writer.startReindex()) {
      reindex.finish(Reindex.Rest.KEEP);
    }
    assertFalse(Migration.isDue(index));
    assertThrows(UnusableIndexException.class, () -> migrate(index));

    OldIndex.markAs(Integer.toString(Fields.SCHEMA + 1), index);
    assertFalse(Migration.isDue(index));
    String message = assertThrows(UnusableIndexException.class, () -> migrate(index)).getMessage();
    assertTrue(message.contains("use the later version"), message);
    assertEquals(List.of(1L, 2L), OldIndex.generations(index));
  }

  @Test
  void oneThatIsEndedLeavesTheIndexAsItWas() throws IOException {
    Path index = earlierIndex();
    assertThrows(
        UncheckedIOException.class,
        () ->
            Migration.of(
                index,
                Reindex.Previous.KEEP,
                articles -> {
                  throw new UncheckedIOException(new IOException("stop"));
                }));
    assertEquals(List.of(1L), OldIndex.generations(index));
    assertEquals(1, migrate(index).kept());
  }

  /** Cut off at each of its steps, it can be done again, and nothing is lost. */
  @Test
  void oneThatThePowerCutsOffIsDoneAgain() throws IOException {
    long seed = Long.getLong("dateline.seed", System.nanoTime());
    Path original = earlierIndex();
    Map<String, Article> before = OldIndex.stored(original);
    boolean cutOff = true;
    for (int step = 1; cutOff; step++) {
      Path here = folder.resolve("cut-" + step);
      try {
        copy(original, here.resolve("0/index"));
        VolatileDisk disk = new VolatileDisk(here.resolve("0"), new Random(seed + step));
        disk.cutOffAfter(step, 0);
        boolean done = false;
        try {
          migrate(disk.root().resolve("index"));
          done = true;
        } catch (IOException e) {
          // Cut off, as it was to be.
        }
        cutOff = disk.isCutOff();
        Path left = disk.cutPower(here.resolve("1")).root().resolve("index");
        assertFalse(done && Migration.isDue(left), "what was done is there");
        if (Migration.isDue(left)) {
          migrate(left);
        }
        assertEquals(before, OldIndex.stored(left));
      } catch (IOException | AssertionError e) {
        throw new AssertionError("step " + step + ", dateline.seed=" + seed, e);
      }
      IOUtils.rm(here);
    }
  }

  /** A copy of it would have a checksum that is right. */
  @Test
  void aTextThatIsNotAsItWasWrittenIsNotCopied() throws IOException {
    Path index = earlierIndex();
    flipWithin(
        index,
        OldIndex.stored(index).values().stream()
            .map(Article::title)
            .filter(title -> title != null && title.length() > 8)
            .findFirst()
            .orElseThrow());
    assertThrows(CorruptIndexException.class, () -> migrate(index));
    assertThrows(CorruptIndexException.class, () -> Migration.preview(index, articles -> {}));
    assertTrue(Migration.isDue(index));
    assertFalse(Verification.of(index, 0, bytes -> {}).isSound());
    Salvage.of(index, documents -> {});
    assertTrue(Verification.of(index, OldIndex.ARTICLES, bytes -> {}).isSound());
  }

  /** Changes a letter wherever the files hold this text as it is, stored or indexed. */
  private static void flipWithin(Path index, String text) throws IOException {
    String start = text.substring(0, 8);
    try (var all = Files.walk(index)) {
      for (Path file : all.filter(Files::isRegularFile).toList()) {
        byte[] flipped = Files.readAllBytes(file);
        String bytes = new String(flipped, StandardCharsets.ISO_8859_1);
        for (int at = bytes.indexOf(start); at >= 0; at = bytes.indexOf(start, at + 1)) {
          flipped[at + 4] ^= 1;
        }
        Files.write(file, flipped);
      }
    }
  }

  private static void copy(Path from, Path to) throws IOException {
    try (var all = Files.walk(from)) {
      for (Path each : all.toList()) {
        Path copied = to.resolve(from.relativize(each).toString());
        Files.createDirectories(copied.getParent());
        if (Files.isRegularFile(each)) {
          Files.copy(each, copied);
        }
      }
    }
  }

  @Test
  void aBackupOfAnEarlierVersionIsRestoredAndThenMigrated() throws IOException {
    Path index = earlierIndex();
    Map<String, Article> before = OldIndex.stored(index);
    Path backup = new Backups(folder.resolve("backups")).make(index, bytes -> {}).path();
    Path restored = folder.resolve("restored");
    Restore.of(backup, restored, bytes -> {});
    assertTrue(Migration.isDue(restored));
    migrate(restored);
    assertEquals(before, OldIndex.stored(restored));
  }
}
