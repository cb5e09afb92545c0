package dev.dateline.lucene;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.dateline.article.Status;
import dev.dateline.index.UnusableIndexException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Going back to the index that was in use before the last reindex. */
class RollbackTest extends WrittenIndex {

  private void reindex(String... changed) throws IOException {
    try (Reindex reindex = writer.startReindex()) {
      for (String id : changed) {
        reindex.add(article(id, "by the reindex"));
      }
      reindex.finish(Reindex.Rest.KEEP);
    }
  }

  private Rollback.Summary rollback() throws IOException {
    try (Rollback rollback = writer.startRollback()) {
      return rollback.finish(ids -> {});
    }
  }

  private void reopen() throws IOException {
    writer.close();
    writer = LuceneWriter.open(folder);
  }

  @Test
  void whatTheReindexDidIsUndoneAndWhatWasWrittenSinceIsTakenAlong() throws IOException {
    add("changed", "before");
    add("replaced", "before");
    add("deleted", "before");
    reindex("changed", "new");
    add("replaced", "since");
    add("added", "since");
    writer.delete("deleted");
    writer.commit();

    Rollback.Summary summary = rollback();

    assertEquals("before", titleOf("changed"));
    assertEquals("none", titleOf("new"));
    assertEquals("since", titleOf("replaced"));
    assertEquals("since", titleOf("added"));
    assertEquals("none", titleOf("deleted"));
    assertEquals(
        new Rollback.Summary("1", "2", List.of("replaced", "added"), List.of("deleted")), summary);
  }

  @Test
  void whatWasWrittenSinceIsKnownAfterTheWriterWasOpenedAnew() throws IOException {
    add("a", "before");
    reindex("a");
    add("b", "since");
    reopen();
    add("c", "since");
    reopen();
    rollback();
    reopen();
    assertEquals("before", titleOf("a"));
    assertEquals("since", titleOf("b"));
    assertEquals("since", titleOf("c"));
  }

  @Test
  void aSecondRollbackGoesForwardAgain() throws IOException {
    add("a", "before");
    reindex("a");
    rollback();
    add("b", "after the rollback");
    rollback();
    assertEquals("by the reindex", titleOf("a"));
    assertEquals("after the rollback", titleOf("b"));
    assertEquals("2", index.stats().generation());
    assertEquals("1", index.stats().previous());
  }

  @Test
  void whatIsWrittenWhileItRunsIsTakenAlong() throws IOException {
    add("a", "before");
    reindex("a");
    add("b", "since");
    try (Rollback rollback = writer.startRollback()) {
      add("b", "meanwhile");
      add("c", "meanwhile");
      writer.delete("a");
      rollback.finish(ids -> {});
    }
    assertEquals("meanwhile", titleOf("b"));
    assertEquals("meanwhile", titleOf("c"));
    assertEquals("none", titleOf("a"));
  }

  @Test
  void whatWasWithdrawnByTheReindexOrSinceStaysWithdrawn() throws IOException {
    add("first", "before");
    add("second", "before");
    writer.commit();
    try (Reindex reindex = writer.startReindex()) {
      reindex.add(article("first", "gone").with().status(Status.WITHDRAWN).build());
      reindex.finish(Reindex.Rest.KEEP);
    }
    writer.add(article("second", "gone").with().status(Status.WITHDRAWN).build());
    rollback();
    for (String id : List.of("first", "second")) {
      assertEquals("none", titleOf(id));
      assertFalse(writer.add(article(id, "back")));
    }
  }

  @Test
  void itIsOneGenerationThatIsKeptAndStatisticsNameIt() throws IOException {
    add("a", "before");
    assertNull(index.stats().previous());
    reindex();
    reindex();
    reindex();
    index.refresh();
    assertEquals("4", index.stats().generation());
    assertEquals("3", index.stats().previous());
    assertEquals(List.of("3", "4"), generations());
  }

  @Test
  void whoNeedsTheRoomRemovesIt() throws IOException {
    add("a", "before");
    reindex();
    assertTrue(writer.discardPrevious());
    assertFalse(writer.discardPrevious());
    assertEquals(List.of("2"), generations());
    assertThrows(UnusableIndexException.class, this::rollback);
    try (Reindex reindex = writer.startReindex()) {
      reindex.finish(Reindex.Rest.KEEP, Reindex.Previous.REMOVE, articles -> {});
    }
    assertEquals(List.of("3"), generations());
    assertFalse(writer.hasPrevious());
    assertTrue(Files.notExists(folder.resolve("written-since-1-to-2")));
  }

  @Test
  void noNumberIsGivenTwiceWhereAReindexFollowsOnARollback() throws IOException {
    add("a", "before");
    reindex("a");
    rollback();
    try (Reindex reindex = writer.startReindex()) {
      reindex.discardPrevious();
      reindex.finish(Reindex.Rest.KEEP);
    }
    assertEquals(List.of("1", "3"), generations());
  }

  @Test
  void oneThatIsBrokenOffLeavesTheIndexAsItWas() throws IOException {
    add("a", "before");
    reindex("a");
    add("b", "since");
    try (Rollback rollback = writer.startRollback()) {
      assertEquals(List.of("b"), rollback.preview().added());
      assertThrows(IllegalStateException.class, () -> writer.startReindex());
      assertThrows(IllegalStateException.class, () -> writer.discardPrevious());
    }
    try (Rollback rollback = writer.startRollback()) {
      assertThrows(
          CancellationException.class,
          () ->
              rollback.finish(
                  ids -> {
                    throw new CancellationException();
                  }));
    }
    assertEquals("by the reindex", titleOf("a"));
    assertEquals("2", index.stats().generation());
    rollback();
    assertEquals("before", titleOf("a"));
    assertEquals("since", titleOf("b"));
  }

  @Test
  void itEndsWhereOneWantsWhileItReadsWhatItGoesBackTo() throws IOException {
    add("a", "before");
    reindex("a");
    assertThrows(
        CancellationException.class,
        () ->
            writer.startRollback(
                bytes -> {
                  throw new CancellationException();
                }));
    assertEquals("by the reindex", titleOf("a"));
    rollback();
    assertEquals("before", titleOf("a"));
  }

  @Test
  void whereItIsNotKnownWhatWasWrittenSinceItIsRefused() throws IOException {
    add("a", "before");
    reindex("a");
    writer.close();
    Files.delete(folder.resolve("written-since-1-to-2"));
    writer = LuceneWriter.open(folder);
    add("b", "since");
    String message = assertThrows(UnusableIndexException.class, this::rollback).getMessage();
    assertTrue(message.contains("written-since-1-to-2"), message);
    writer.commit();
    assertEquals("since", titleOf("b"));
  }

  @Test
  void aGenerationThatIsDamagedIsFoundAndNeverPutInUse() throws IOException {
    for (int number = 0; number < 20; number++) {
      writer.add(Archive.article(number));
    }
    reindex();
    writer.close();
    Path file;
    try (Stream<Path> files = Files.list(folder.resolve("generations/1"))) {
      file = files.filter(each -> each.toString().endsWith(".cfs")).findFirst().orElseThrow();
    }
    Archive.flip(file, (int) Files.size(file) / 2);

    Verification found = Verification.of(folder, 10, bytes -> {});
    assertEquals("generations/1/" + file.getFileName(), found.damages().getFirst().file());
    assertEquals(List.of(), found.damagesInUse());
    writer = LuceneWriter.open(folder);
    String message = assertThrows(UnusableIndexException.class, this::rollback).getMessage();
    assertTrue(message.contains(file.getFileName() + ": its bytes"), message);
    assertEquals("Ferry 7 sails again", titleOf("wire-7"));
    assertTrue(writer.discardPrevious());
    assertTrue(Verification.of(folder, 10, bytes -> {}).isSound());
  }

  /** Else the next writer would remove the generation that is in use. */
  @Test
  void whicheverBitIsDamagedOfWhatSaysWhichGenerationIsInUseNothingIsRemoved() throws IOException {
    add("a", "before");
    reindex();
    writer.close();
    Path current = folder.resolve("current");
    byte[] written = Files.readAllBytes(current);
    for (int bit = 0; bit < 8 * written.length; bit++) {
      byte[] damaged = written.clone();
      damaged[bit / 8] ^= (byte) (1 << bit % 8);
      Files.write(current, damaged);
      String context = "bit " + bit;
      assertThrows(UnusableIndexException.class, () -> LuceneWriter.open(folder), context);
      assertThrows(
          UnusableIndexException.class, () -> Verification.of(folder, 0, bytes -> {}), context);
      assertEquals(List.of("1", "2"), generations(), context);
    }
    Files.writeString(current, "2\n1\n"); // as earlier versions wrote it
    writer = LuceneWriter.open(folder);
    assertEquals("before", titleOf("a"));
    assertArrayEquals(written, Files.readAllBytes(current));
  }

  @Test
  void whereTheListOfWhatWasWrittenSinceIsDamagedNobodyGoesBack() throws IOException {
    add("a", "before");
    reindex("a");
    add("b", "since");
    writer.close();
    Path list = folder.resolve("written-since-1-to-2");
    Archive.flip(list, (int) Files.size(list) / 2);
    Verification found = Verification.of(folder, 10, bytes -> {});
    assertEquals("written-since-1-to-2", found.damages().getFirst().file());
    assertEquals(List.of(), found.damagesInUse());
    writer = LuceneWriter.open(folder);
    String message = assertThrows(UnusableIndexException.class, this::rollback).getMessage();
    assertTrue(message.contains("damaged: written-since-1-to-2: line 2"), message);
    assertTrue(writer.discardPrevious());
    assertEquals("since", titleOf("b"));
  }

  @Test
  void aLineThatWasCutOffByACrashIsNoId() throws IOException {
    add("a", "before");
    reindex();
    add("b", "since");
    writer.close();
    Files.writeString(folder.resolve("written-since-1-to-2"), "hal", StandardOpenOption.APPEND);
    writer = LuceneWriter.open(folder);
    add("c", "since");
    Rollback.Summary summary = rollback();
    assertEquals(List.of("b", "c"), summary.added());
    assertEquals(List.of(), summary.deleted());
  }

  /** The folder after each step of a swap and of a rollback, as a crash would leave it. */
  @Test
  void aCrashAfterAnyStepLeavesTheOneOrTheOther() throws IOException {
    add("a", "before");
    reindex("a");
    add("b", "since");
    writer.close();

    // The new list was begun, and nothing was put in use yet.
    Files.writeString(folder.resolve("written-since-2-to-1"), "");
    assertOneOrTheOther("2", "by the reindex");
    // The other generation was made ready.
    Files.writeString(folder.resolve("current.new"), "1\n2\n");
    assertOneOrTheOther("2", "by the reindex");
    // It was put in use, and the old list is still there.
    writer = LuceneWriter.open(folder);
    byte[] list = Files.readAllBytes(folder.resolve("written-since-1-to-2"));
    rollback();
    writer.close();
    Files.write(folder.resolve("written-since-1-to-2"), list);
    assertOneOrTheOther("1", "before");
    assertTrue(Files.notExists(folder.resolve("written-since-1-to-2")));
    writer = LuceneWriter.open(folder);
  }

  private void assertOneOrTheOther(String generation, String title) throws IOException {
    try (LuceneWriter next = LuceneWriter.open(folder)) {
      assertTrue(next.hasPrevious());
      assertEquals(title, next.find("a").orElseThrow().title());
      assertEquals("since", next.find("b").orElseThrow().title());
    }
    assertEquals(generation, Files.readString(folder.resolve("current")).lines().findFirst().get());
    assertEquals(List.of("1", "2"), generations());
    assertTrue(Verification.of(folder, 10, bytes -> {}).isSound());
  }

  @Test
  void aBackupHoldsWhatIsInUseAlone() throws IOException {
    add("a", "before");
    reindex("a");
    Path backup = new Backups(folder.resolve("backups")).make(folder, bytes -> {}).path();
    assertEquals(2, new IndexFolder(backup).current());
    assertTrue(Files.notExists(backup.resolve("generations/1")));
  }
}
