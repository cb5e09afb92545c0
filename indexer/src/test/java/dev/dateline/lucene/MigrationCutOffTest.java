package dev.dateline.lucene;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.dateline.article.Article;
import dev.dateline.disk.VolatileDisk;
import dev.dateline.index.UnusableIndexException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.apache.lucene.util.IOUtils;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A migration that ends before its time, or that another disturbs, leaves the index as it was. */
class MigrationCutOffTest {

  private static final Logger LOG = Logger.getLogger(IndexFolder.class.getName());

  private final long seed = Long.getLong("dateline.seed", System.nanoTime());

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

  @Test
  void oneThatIsEndedLeavesTheIndexAsItWas() throws IOException {
    Path index = OldIndex.make(folder);
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
    assertEquals(1, OldIndex.migrate(index).kept());
  }

  /** Cut off at each of its steps, or at one in four, it can be done again, and nothing is lost. */
  @Test
  void oneThatThePowerCutsOffIsDoneAgain() throws IOException {
    Path original = OldIndex.make(folder);
    Map<String, Article> before = OldIndex.stored(original);
    boolean cutOff = true;
    int stride = Boolean.getBoolean("dateline.deep") ? 1 : 4;
    for (int step = 1 + Math.floorMod(seed, stride); cutOff; step += stride) {
      Path here = folder.resolve("cut-" + step);
      try {
        copy(original, here.resolve("0/index"));
        VolatileDisk disk = new VolatileDisk(here.resolve("0"), new Random(seed + step));
        disk.cutOffAfter(step, 0);
        boolean done = isMigrated(disk.root().resolve("index"));
        cutOff = disk.isCutOff();
        Path left = disk.cutPower(here.resolve("1")).root().resolve("index");
        assertFalse(done && Migration.isDue(left), "what was done is there");
        if (Migration.isDue(left)) {
          OldIndex.migrate(left);
        }
        assertEquals(before, OldIndex.stored(left));
      } catch (IOException | AssertionError e) {
        throw new AssertionError("step " + step + ", dateline.seed=" + seed, e);
      }
      IOUtils.rm(here);
    }
  }

  /** Some syncs fail, now this one, now that; with a disk that is well again it is done. */
  @Test
  void oneWhoseSyncsFailIsDoneAgain() throws IOException {
    Path original = OldIndex.make(folder);
    Map<String, Article> before = OldIndex.stored(original);
    int failed = 0;
    for (int run = 0; run < 12; run++) {
      String when = "run " + run + ", dateline.seed=" + seed;
      Path here = folder.resolve("syncs-" + run);
      copy(original, here.resolve("0/index"));
      VolatileDisk disk = new VolatileDisk(here.resolve("0"), new Random(seed + run));
      Path index = disk.root().resolve("index");
      disk.cutOffAfter(Long.MAX_VALUE, run == 0 ? 1 : 0.1);
      if (!isMigrated(index)) {
        failed++;
        assertTrue(Migration.isDue(index), when);
        assertEquals(List.of(1L), OldIndex.generations(index), when);
        assertEquals(before, OldIndex.stored(index), when);
        disk.cutOffAfter(Long.MAX_VALUE, 0);
        OldIndex.migrate(index);
      }
      Path left = disk.cutPower(here.resolve("1")).root().resolve("index");
      assertFalse(Migration.isDue(left), when);
      assertEquals(before, OldIndex.stored(left), when);
      assertTrue(Verification.of(left, OldIndex.ARTICLES, bytes -> {}).isSound(), when);
    }
    assertTrue(failed > 0, "no sync failed, dateline.seed=" + seed);
  }

  @Test
  void whileItRunsNobodyElseMigratesSearchesOrWrites() throws IOException {
    Path index = OldIndex.make(folder);
    long[] refused = {0};
    Migration.of(
        index,
        Reindex.Previous.KEEP,
        articles -> {
          String second =
              assertThrows(UnusableIndexException.class, () -> OldIndex.migrate(index))
                  .getMessage();
          assertTrue(second.contains("process " + ProcessHandle.current().pid()), second);
          assertTrue(second.endsWith("(stop it first)"), second);
          assertThrows(UnusableIndexException.class, () -> LuceneWriter.open(index));
          String search =
              assertThrows(UnusableIndexException.class, () -> LuceneIndex.open(index))
                  .getMessage();
          assertTrue(search.contains("dateline reindex"), search);
          refused[0]++;
        });
    assertEquals(2, refused[0]);
    assertEquals(List.of(1L, 2L), OldIndex.generations(index));
    LuceneIndex.open(index).close();
  }

  private static boolean isMigrated(Path index) {
    try {
      OldIndex.migrate(index);
      return true;
    } catch (IOException e) {
      return false; // cut off, or a sync failed, as it was to be
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
}
