package dev.dateline.lucene;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.dateline.disk.VolatileDisk;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is acknowledged outlasts lost power also in folders that were made a moment ago. */
class DurableFolderTest {

  /** Of the names that are not on disk a power cut leaves none, some or all. */
  private static final int CUTS = 8;

  private final long seed = Long.getLong("dateline.seed", System.nanoTime());

  @TempDir private Path folder;

  private VolatileDisk disk(int cut) throws IOException {
    Path here = Files.createDirectories(folder.resolve(cut + "/before"));
    return new VolatileDisk(here, new Random(seed + cut));
  }

  private void assertThere(VolatileDisk disk, int cut, String index) throws IOException {
    Path left = disk.cutPower(folder.resolve(cut + "/after")).root().resolve(index);
    String when = "cut " + cut + ", dateline.seed=" + seed;
    assertTrue(Files.exists(left), when);
    assertEquals(Set.of("wire-1"), Archive.ids(left), when);
  }

  @Test
  void whoeverMadeTheFoldersAboveAnIndexAndWasKilledThen() throws IOException {
    for (int cut = 0; cut < CUTS; cut++) {
      VolatileDisk disk = disk(cut);
      Files.createDirectories(disk.root().resolve("archives/news"));
      Archive.write(disk.root().resolve("archives/news/index"), 1, 2);
      assertThere(disk, cut, "archives/news/index");
    }
  }

  @Test
  void whoeverMadeTheFoldersAboveABackupAndWasKilledThen() throws IOException {
    for (int cut = 0; cut < CUTS; cut++) {
      VolatileDisk disk = disk(cut);
      Archive.write(disk.root().resolve("index"), 1, 2);
      Path backups = Files.createDirectories(disk.root().resolve("archives/news/backups"));
      String backup =
          new Backups(backups)
              .make(disk.root().resolve("index"), bytes -> {})
              .path()
              .getFileName()
              .toString();
      assertThere(disk, cut, "archives/news/backups/" + backup);
    }
  }
}
