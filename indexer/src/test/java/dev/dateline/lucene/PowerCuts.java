package dev.dateline.lucene;

import dev.dateline.disk.VolatileDisk;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.apache.lucene.util.IOUtils;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * What tests of lost power share: many lives of an index, each of which a seed tells again, and in
 * each a few cuts.
 */
@Timeout(value = 2, unit = TimeUnit.HOURS)
abstract class PowerCuts {

  /** How often the power fails, or the program is killed, in a life. */
  private static final int CUTS = 4;

  /** How probable it is in a third of the times between two cuts that a sync fails. */
  private static final double FAULTY_SYNCS = 0.02;

  private static final Logger LOG = Logger.getLogger(IndexFolder.class.getName());

  @TempDir private Path folder;

  /** A life, on a disk in a folder that is not there yet. */
  interface Life {
    void live(Path here, Random random) throws Exception;
  }

  /** Who is cut off in a merge, or while removing something, says so on the terminal. */
  @BeforeAll
  static void beQuiet() {
    LOG.setLevel(Level.OFF);
    Thread.setDefaultUncaughtExceptionHandler((thread, cutOff) -> {});
  }

  @AfterAll
  static void beHeard() {
    Thread.setDefaultUncaughtExceptionHandler(null);
    LOG.setLevel(null);
  }

  /**
   * Lives so often.
   *
   * @param deep how often with {@code ./check --deep}
   */
  void live(int runs, int deep, Life life) throws Exception {
    long seed = Long.getLong("dateline.seed", System.nanoTime());
    for (int run = 0; run < (Boolean.getBoolean("dateline.deep") ? deep : runs); run++) {
      Path here = folder.resolve("run-" + run);
      try {
        life.live(here, new Random(seed + run));
      } catch (Exception | AssertionError e) {
        throw new AssertionError("to see it again: dateline.seed=" + (seed + run), e);
      }
      IOUtils.rm(here);
    }
  }

  /** What is done with a disk until one is cut off from it. */
  interface Work {
    void untilCutOff(VolatileDisk disk) throws Exception;
  }

  /**
   * Works on a disk, and is cut off, again and again: mostly as the power fails, else as the
   * program is killed.
   *
   * @param here a folder that is not there yet
   * @param steps how many steps there are at most before one is cut off
   * @return the disk with what is left, and well
   */
  static VolatileDisk cutOffAgainAndAgain(Path here, int steps, Random random, Work work)
      throws Exception {
    VolatileDisk disk = new VolatileDisk(Files.createDirectories(here.resolve("0")), random);
    for (int cut = 1; cut <= CUTS; cut++) {
      disk.cutOffAfter(1 + random.nextInt(steps), random.nextInt(3) == 0 ? FAULTY_SYNCS : 0);
      work.untilCutOff(disk);
      if (random.nextInt(4) > 0) {
        disk = disk.cutPower(here.resolve(Integer.toString(cut)));
      }
    }
    disk.cutOffAfter(Long.MAX_VALUE, 0);
    return disk;
  }
}
