package dev.dateline.lucene;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.dateline.disk.VolatileDisk;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What lasts long and lets no generation take the place of another, as a purge: writes go on beside
 * it, whatever else is asked for meanwhile.
 */
class PurgeBesideWritesTest {

  /** So that a test that would wait for ever fails. */
  private static final int PATIENCE = 60;

  @TempDir private Path folder;
  private VolatileDisk disk;
  private GenerationInUse inUse;
  private Swaps swaps;
  private final ExecutorService others = Executors.newCachedThreadPool();

  @BeforeEach
  void open() throws IOException {
    disk = new VolatileDisk(folder, new Random(7));
    IndexFolder index = new IndexFolder(disk.root().resolve("index"));
    index.make();
    inUse = GenerationInUse.open(index);
    swaps = new Swaps(index, inUse);
  }

  @AfterEach
  void close() throws IOException {
    others.close();
    inUse.close();
  }

  private <T> T meanwhile(Callable<T> work) {
    return assertDoesNotThrow(() -> others.submit(work).get(PATIENCE, SECONDS));
  }

  private Void write(String id) throws IOException {
    inUse.write(open -> open.add(LuceneWriterTest.article(id)));
    inUse.commit();
    return null;
  }

  private boolean isThere(String id) throws IOException {
    return swaps.find(id).isPresent();
  }

  @Test
  void aReindexIsRefusedAtOnceAndNobodyWaits() throws IOException {
    swaps.holdOff(
        (open, succession) -> {
          meanwhile(
              () ->
                  assertThrows(
                      IllegalStateException.class, () -> swaps.begin((held, all) -> held)));
          meanwhile(
              () -> assertThrows(IllegalStateException.class, () -> swaps.discardPrevious(false)));
          return meanwhile(() -> write("a"));
        });
    assertTrue(isThere("a"));
  }

  @Test
  void anIndexIsOpenedAnewAfterAFailedWriteAndThePurgeIsToBeDoneAgain() throws IOException {
    IOException refused =
        assertThrows(
            IOException.class,
            () ->
                swaps.holdOff(
                    (open, succession) -> {
                      failAndRecover();
                      open.erase(Set.of("a"), () -> {});
                      return open;
                    }));
    assertTrue(refused.getMessage().contains("again"), refused.getMessage());
    assertTrue(isThere("a"));
    assertFalse(inUse.hasFailed());
    swaps.begin((open, succession) -> open); // is not refused
  }

  @Test
  void whatWasPutOnDiskAfterAFailedSyncIsNotAcknowledged() {
    assertThrows(
        IOException.class,
        () ->
            swaps.holdOff(
                (open, succession) -> {
                  failAndRecover();
                  return open;
                }));
    assertThrows(
        IOException.class,
        () ->
            swaps.holdOff(
                (open, succession) -> {
                  fail();
                  return open;
                }));
  }

  private void fail() {
    disk.cutOffAfter(Long.MAX_VALUE, 1);
    assertThrows(IOException.class, () -> write("refused"));
    disk.cutOffAfter(Long.MAX_VALUE, 0);
  }

  private void failAndRecover() {
    fail();
    meanwhile(
        () -> {
          inUse.recover();
          return write("a");
        });
  }

  @Test
  void whoClosesItWaitsForItAndWritesGoOn() throws Exception {
    Thread closing = new Thread(() -> assertDoesNotThrow(inUse::close));
    swaps.holdOff(
        (open, succession) -> {
          closing.start();
          while (closing.getState() != Thread.State.WAITING) {
            Thread.onSpinWait();
          }
          meanwhile(() -> write("a"));
          open.erase(Set.of("b"), () -> {});
          return open;
        });
    closing.join();
    assertTrue(inUse.isClosed());
    IndexFolder index = new IndexFolder(disk.root().resolve("index"));
    inUse = GenerationInUse.open(index);
    assertEquals(Set.of("b"), inUse.read(OpenGeneration::withdrawn));
    assertTrue(inUse.read(open -> open.find("a")).isPresent());
  }
}
