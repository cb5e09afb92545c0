package dev.dateline.lucene;

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

/** What tests of lost power share: many lives of an index, each of which a seed tells again. */
@Timeout(value = 2, unit = TimeUnit.HOURS)
abstract class PowerCuts {

  /** How often the power fails, or the program is killed, in a life. */
  static final int CUTS = 4;

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
}
