package dev.dateline.lucene;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.dateline.disk.VolatileDisk;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * The power fails at any moment, and the disk forgets what was not synced; or the program is killed
 * and the power fails later; or syncs fail, and the writer goes on. What was acknowledged is there
 * each time, what was deleted is gone, and the index is sound. Reindexes and rollbacks end in
 * between, also where a write failed while they ran, or are cut off.
 */
class LostPowerTest extends PowerCuts {

  /**
   * How many steps of each writer there are at most between two cuts: some come in the middle of
   * opening, some after several reindexes.
   */
  private static final int STEPS = 1_000;

  /** Writers at a time, where several share commits. */
  private static final int TOGETHER = 4;

  private long acknowledged;
  private final Swapping reindexes = new Swapping();
  private final Swapping rollbacks = new Swapping();

  @Test
  void whatWasAcknowledgedOutlastsEveryPowerCut() throws Exception {
    live(40, 1_000, (here, random) -> live(here, 1, random));
    assertEnoughHappened(40);
    assertTrue(rollbacks.finished > 0, rollbacks::toString);
  }

  @Test
  void whatWasAcknowledgedOutlastsEveryPowerCutWhereWritersShareCommits() throws Exception {
    live(12, 300, (here, random) -> live(here, TOGETHER, random));
    assertEnoughHappened(12);
  }

  private void assertEnoughHappened(int lives) {
    assertTrue(acknowledged > lives, "seldom was anything acknowledged: " + acknowledged);
    String swapped = "reindexes: " + reindexes + "; rollbacks: " + rollbacks;
    System.out.println(acknowledged + " writes; " + swapped);
    assertTrue(reindexes.finished > 0 && reindexes.cutOff > 0, swapped);
    assertTrue(rollbacks.finished + rollbacks.cutOff > 0, swapped);
    assertTrue(reindexes.finishedAfterFailure + rollbacks.finishedAfterFailure > 0, swapped);
  }

  /** How often a generation took the place of another. */
  private static final class Swapping {
    private int finished;
    private int finishedAfterFailure;
    private int cutOff;

    /** Something that ends with a swap. */
    interface Work {
      /** Does it; tells whether the index was opened anew meanwhile. */
      boolean untilSwapped() throws IOException;
    }

    void count(VolatileDisk disk, Work work) throws IOException {
      try {
        boolean failed = work.untilSwapped();
        finished++;
        finishedAfterFailure += failed ? 1 : 0;
      } catch (IOException e) {
        cutOff += disk.isCutOff() ? 1 : 0;
        throw e;
      }
    }

    @Override
    public String toString() {
      return finished
          + " finished, "
          + finishedAfterFailure
          + " of them after a failed write, "
          + cutOff
          + " cut off";
    }
  }

  /** The life of an index, with all its cuts. */
  private void live(Path here, int writers, Random random) throws Exception {
    List<Promises> promises = new ArrayList<>();
    for (int number = 0; number < writers; number++) {
      promises.add(new Promises("article-" + number + "-", new Random(random.nextLong())));
    }
    VolatileDisk disk =
        cutOffAgainAndAgain(
            here, writers * STEPS, random, left -> writeUntilCutOff(left, promises, random));
    try (LuceneWriter writer = LuceneWriter.open(index(disk))) {
      for (Promises each : promises) {
        each.check(writer);
      }
    }
    Verification found = Verification.of(index(disk), 100, bytes -> {});
    assertTrue(found.isSound(), found::toString);
    acknowledged += promises.stream().mapToLong(Promises::acknowledged).sum();
  }

  private static Path index(VolatileDisk disk) {
    return disk.root().resolve("archives/news/index");
  }

  private void writeUntilCutOff(VolatileDisk disk, List<Promises> promises, Random random)
      throws Exception {
    while (!disk.isCutOff()) {
      try (LuceneWriter writer = LuceneWriter.open(index(disk))) {
        for (Promises each : promises) {
          each.check(writer);
        }
        writeTogether(writer, disk, promises, random);
      } catch (IOException e) {
        // Cut off, or a sync failed while it was opened or closed: once more, then.
      }
    }
  }

  /** The first also builds the index anew, and goes back; the others write meanwhile. */
  private void writeTogether(
      LuceneWriter writer, VolatileDisk disk, List<Promises> promises, Random random)
      throws Exception {
    try (ExecutorService threads = Executors.newThreadPerTaskExecutor(Thread::new)) {
      List<Future<Void>> others = new ArrayList<>();
      for (Promises each : promises.subList(1, promises.size())) {
        others.add(threads.submit(() -> changeUntilCutOff(writer, disk, each)));
      }
      while (!disk.isCutOff()) {
        write(writer, disk, promises.getFirst(), random);
      }
      for (Future<Void> each : others) {
        each.get();
      }
    }
  }

  private static @Nullable Void changeUntilCutOff(
      LuceneWriter writer, VolatileDisk disk, Promises promises) {
    while (!disk.isCutOff()) {
      try {
        promises.change(writer);
      } catch (IOException e) {
        // Cut off, or a sync failed: the next change opens it anew.
      }
    }
    return null;
  }

  private void write(LuceneWriter writer, VolatileDisk disk, Promises promises, Random random) {
    try {
      switch (random.nextInt(6)) {
        case 0 -> reindexes.count(disk, () -> reindex(writer, disk, promises, random));
        case 1, 2 -> {
          if (writer.hasPrevious()) {
            rollbacks.count(disk, () -> rollback(writer, disk, promises, random));
          } else {
            reindexes.count(disk, () -> reindex(writer, disk, promises, random));
          }
        }
        default -> promises.change(writer);
      }
    } catch (IOException e) {
      // Cut off, or a sync failed: the next change opens it anew.
    }
  }

  private static boolean reindex(
      LuceneWriter writer, VolatileDisk disk, Promises promises, Random random) throws IOException {
    try (Reindex reindex = writer.startReindex()) {
      boolean failed = changeMeanwhile(writer, disk, promises, random);
      Reindex.Previous previous =
          random.nextInt(3) == 0 ? Reindex.Previous.REMOVE : Reindex.Previous.KEEP;
      reindex.finish(Reindex.Rest.KEEP, previous, articles -> {});
      return failed;
    }
  }

  private static boolean rollback(
      LuceneWriter writer, VolatileDisk disk, Promises promises, Random random) throws IOException {
    try (Rollback rollback = writer.startRollback()) {
      boolean failed = changeMeanwhile(writer, disk, promises, random);
      rollback.finish(articles -> {});
      return failed;
    }
  }

  /**
   * Changes something; in a third of the times while no sync succeeds, and then once more.
   *
   * @return whether it was refused at first, so that the index was opened anew
   */
  private static boolean changeMeanwhile(
      LuceneWriter writer, VolatileDisk disk, Promises promises, Random random) throws IOException {
    boolean refused = random.nextInt(3) == 0 && isRefused(writer, disk, promises);
    promises.change(writer);
    return refused;
  }

  /** Only deletions of what is not there need no sync. */
  private static boolean isRefused(LuceneWriter writer, VolatileDisk disk, Promises promises) {
    disk.failSyncs(true);
    try {
      promises.change(writer);
      return false;
    } catch (IOException e) {
      return true;
    } finally {
      disk.failSyncs(false);
    }
  }
}
