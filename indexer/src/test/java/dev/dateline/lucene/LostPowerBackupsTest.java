package dev.dateline.lucene;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.dateline.disk.VolatileDisk;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * The power fails, or syncs fail, while backups are made and old ones are removed. Each backup that
 * was reported is there and whole afterwards, and whatever is listed as a backup is a sound one.
 */
class LostPowerBackupsTest extends PowerCuts {

  /** A backup of a few segments takes some fifty steps. */
  private static final int STEPS = 600;

  private static final int KEPT = 3;

  private Random random = new Random();

  /** What each backup holds that was made, and not yet asked to be removed, by name. */
  private final Map<String, Set<String>> made = new HashMap<>();

  private int articles;
  private int all;

  @Test
  void everyBackupThatWasMadeOutlastsEveryPowerCut() throws Exception {
    live(6, 100, this::live);
    assertTrue(all > 0, "no backup was made");
  }

  private void live(Path here, Random seeded) throws Exception {
    random = seeded;
    made.clear();
    VolatileDisk disk =
        cutOffAgainAndAgain(
            here,
            STEPS,
            random,
            left -> {
              check(backups(left));
              backUpUntilCutOff(left);
            });
    check(backups(disk));
  }

  private static Backups backups(VolatileDisk disk) {
    return new Backups(disk.root().resolve("backups"));
  }

  private void backUpUntilCutOff(VolatileDisk disk) {
    Path index = disk.root().resolve("index");
    while (!disk.isCutOff()) {
      try {
        Archive.write(index, articles, articles + 1 + random.nextInt(3));
        articles += 3;
        Set<String> ids = Archive.ids(index);
        Backups.Made backup = backups(disk).make(index, bytes -> {});
        made.put(backup.path().getFileName().toString(), ids);
        all++;
        if (random.nextBoolean()) {
          keepLatest(backups(disk));
        }
      } catch (IOException e) {
        // Cut off, or a sync failed: once more, then.
      }
    }
  }

  private void keepLatest(Backups backups) throws IOException {
    List<Path> there = backups.list();
    there
        .subList(0, Math.max(0, there.size() - KEPT))
        .forEach(old -> made.remove(old.getFileName().toString()));
    backups.keepLatest(KEPT);
  }

  private void check(Backups backups) throws IOException {
    Map<String, Path> there = new HashMap<>();
    for (Path backup : backups.list()) {
      there.put(backup.getFileName().toString(), backup);
      Verification found = Verification.of(backup, 100, bytes -> {});
      assertTrue(found.isSound(), found::toString);
    }
    for (Map.Entry<String, Set<String>> backup : made.entrySet()) {
      Path path = there.get(backup.getKey());
      assertTrue(path != null, "there is no backup " + backup.getKey());
      assertEquals(backup.getValue(), Archive.ids(path));
    }
  }
}
