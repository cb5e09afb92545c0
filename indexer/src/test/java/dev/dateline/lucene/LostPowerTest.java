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
 * each time, what was deleted is gone, and the index is sound.
 */
class LostPowerTest extends PowerCuts {

  /** More steps than most lives have: some end in the middle of opening, some after much. */
  private static final int STEPS = 600;

  /** Writers at a time, where several share commits. */
  private static final int TOGETHER = 4;

  private long acknowledged;

  @Test
  void whatWasAcknowledgedOutlastsEveryPowerCut() throws Exception {
    live(40, 1_000, (here, random) -> live(here, 1, random));
    assertTrue(acknowledged > 40, "seldom was anything acknowledged: " + acknowledged);
  }

  @Test
  void whatWasAcknowledgedOutlastsEveryPowerCutWhereWritersShareCommits() throws Exception {
    live(12, 300, (here, random) -> live(here, TOGETHER, random));
    assertTrue(acknowledged > 12, "seldom was anything acknowledged: " + acknowledged);
  }

  /** The life of an index, with all its cuts. */
  private void live(Path here, int writers, Random random) throws Exception {
    List<Promises> promises = new ArrayList<>();
    for (int number = 0; number < writers; number++) {
      promises.add(new Promises("article-" + number + "-", new Random(random.nextLong())));
    }
    VolatileDisk disk =
        cutOffAgainAndAgain(here, STEPS, random, left -> writeUntilCutOff(left, promises, random));
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

  private static void writeUntilCutOff(VolatileDisk disk, List<Promises> promises, Random random)
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
  private static void writeTogether(
      LuceneWriter writer, VolatileDisk disk, List<Promises> promises, Random random)
      throws Exception {
    try (ExecutorService threads = Executors.newThreadPerTaskExecutor(Thread::new)) {
      List<Future<Void>> others = new ArrayList<>();
      for (Promises each : promises.subList(1, promises.size())) {
        others.add(threads.submit(() -> changeUntilCutOff(writer, disk, each)));
      }
      while (!disk.isCutOff()) {
        write(writer, promises.getFirst(), random);
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

  private static void write(LuceneWriter writer, Promises promises, Random random) {
    try {
      switch (random.nextInt(16)) {
        case 0 -> reindex(writer, promises, random);
        case 1 -> rollback(writer, promises);
        default -> promises.change(writer);
      }
    } catch (IOException e) {
      // Cut off, or a sync failed: the next change opens it anew.
    }
  }

  private static void reindex(LuceneWriter writer, Promises promises, Random random)
      throws IOException {
    try (Reindex reindex = writer.startReindex()) {
      promises.change(writer);
      Reindex.Previous previous =
          random.nextInt(3) == 0 ? Reindex.Previous.REMOVE : Reindex.Previous.KEEP;
      reindex.finish(Reindex.Rest.KEEP, previous, articles -> {});
    }
  }

  private static void rollback(LuceneWriter writer, Promises promises) throws IOException {
    if (writer.hasPrevious()) {
      try (Rollback rollback = writer.startRollback()) {
        promises.change(writer);
        rollback.finish(articles -> {});
      }
    }
  }
}
