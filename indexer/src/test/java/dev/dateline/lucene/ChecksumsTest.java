package dev.dateline.lucene;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChecksumsTest {

  @TempDir private Path folder;

  private Checksums check() throws IOException {
    return Checksums.check(folder, bytes -> {});
  }

  private Checksums again(Checksums last) throws IOException {
    return last.again(folder, bytes -> {});
  }

  private static List<String> files(Checksums checked) {
    return checked.damages().stream().map(Damage::file).toList();
  }

  private String damage(Path file) throws IOException {
    Archive.flip(file, (int) Files.size(file) / 2);
    return folder.relativize(file).toString();
  }

  @Test
  void onlyFilesThatAreNewSinceTheLastLookAreReadAndNextTimeAllAgain() throws IOException {
    Archive.write(folder, 0, 1);
    Checksums first = check();
    assertEquals(List.of(), first.damages());
    Archive.write(folder, 1, 2);
    Set<Path> fresh = new HashSet<>(Archive.files(folder));
    fresh.removeIf(file -> first.files().containsKey(folder.relativize(file).toString()));
    Path old =
        Archive.files(folder).stream()
            .filter(file -> !fresh.contains(file) && file.toString().endsWith(".cfs"))
            .findFirst()
            .orElseThrow();
    Path latest =
        fresh.stream().filter(file -> file.toString().endsWith(".cfs")).findFirst().orElseThrow();

    String oldDamage = damage(old);
    assertEquals(List.of(), files(again(first)));
    String freshDamage = damage(latest);
    Checksums second = again(first);
    assertEquals(List.of(freshDamage), files(second));
    assertEquals(List.of(freshDamage), files(again(second)), "it is damaged still");
    assertEquals(Set.of(oldDamage, freshDamage), Set.copyOf(files(check())));
    assertTrue(second.files().keySet().containsAll(Set.of(oldDamage, freshDamage)));
  }

  @Test
  void aMissingFileIsToldEachTime() throws IOException {
    Archive.write(folder, 0, 1);
    Checksums first = check();
    Path lost =
        Archive.files(folder).stream()
            .filter(file -> file.toString().endsWith(".cfs"))
            .findFirst()
            .orElseThrow();
    Files.delete(lost);
    String file = folder.relativize(lost).toString();
    assertEquals(List.of(file), files(again(first)));
    assertEquals(List.of(file), files(again(again(first))));
  }

  /**
   * The number of a generation that was removed comes again, and with it the names of its files.
   */
  @Test
  void anotherFileOfTheSameNameIsNotTakenForTheOneThatWasSound() throws IOException {
    Archive.write(folder, 0, 3);
    reindex();
    Checksums first = check();
    goBackAndReindex();
    Path named =
        Archive.files(folder).stream()
            .filter(file -> first.files().containsKey(folder.relativize(file).toString()))
            .filter(file -> file.toString().endsWith(".cfs"))
            .findFirst()
            .orElseThrow();

    assertEquals(List.of(damage(named)), files(again(first)));
  }

  @Test
  void aFileThatTookTheNameOfADamagedOneIsNotTakenForDamaged() throws IOException {
    Archive.write(folder, 0, 3);
    reindex();
    Path file =
        Archive.files(folder).stream()
            .filter(each -> each.toString().endsWith(".cfs"))
            .findFirst()
            .orElseThrow();
    Archive.flip(file, (int) Files.size(file) - 1); // what is not looked at by who reads it
    Checksums first = check();
    assertEquals(List.of(folder.relativize(file).toString()), files(first));
    goBackAndReindex();

    assertTrue(Files.exists(file));
    assertEquals(List.of(), files(again(first)));
  }

  @Test
  void aLookGoesNoFurtherInFilesThatWerePurgedMeanwhile() throws IOException {
    Archive.write(folder, 0, 3);
    Archive.write(folder, 3, 6);
    List<Long> reads = new ArrayList<>();
    Checksums checked =
        Checksums.check(
            folder,
            bytes -> {
              reads.add(bytes);
              if (reads.size() == 1) {
                purgeAll();
              }
            });
    assertEquals(1, reads.size(), "no file of that commit is there any more");
    assertEquals(List.of(), checked.damages());
    assertEquals(List.of(), check().damages());
  }

  private void purgeAll() {
    try (LuceneWriter writer = LuceneWriter.open(folder)) {
      writer.purge(Archive.ids(folder), (name, in) -> new Sources.Verdict(true, null));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void aLookBeginsAnewInAGenerationThatIsPutInUseMeanwhile() throws IOException {
    Archive.write(folder, 0, 3);
    Set<String> swapped = new HashSet<>();
    Checksums checked =
        Checksums.check(
            folder,
            bytes -> {
              if (swapped.add("once")) {
                reindexOrFail();
              }
            });
    assertEquals(List.of(), checked.damages());
    assertTrue(
        checked.files().keySet().stream().anyMatch(file -> file.startsWith("generations/2")));
  }

  @Test
  void theGenerationThatIsKeptIsLookedAtTooAndToldApart() throws IOException {
    Archive.write(folder, 0, 3);
    Path file =
        Archive.files(folder).stream()
            .filter(each -> each.toString().endsWith(".cfs"))
            .findFirst()
            .orElseThrow();
    reindex();
    String damaged = damage(file);
    Checksums checked = check();
    assertEquals(List.of(), checked.damages());
    assertEquals(List.of(damaged), checked.kept().stream().map(Damage::file).toList());
    assertEquals(checked.kept(), again(checked).kept());

    Archive.flip(folder.resolve("written-since-1-to-2"), 2);
    assertEquals("written-since-1-to-2", again(checked).kept().getFirst().file());
  }

  @Test
  void whereAGenerationIsNotThereThatIsSaid() throws IOException {
    Archive.write(folder, 0, 1);
    Files.move(folder.resolve("generations/1"), folder.resolve("away"));
    String message = assertThrows(IOException.class, this::check).getMessage();
    assertTrue(message.startsWith("generations/1 is not there"), message);
  }

  private void reindexOrFail() {
    try {
      reindex();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void damageIsToldBeforeTheNextFileIsRead() throws IOException {
    Archive.write(folder, 0, 3);
    Archive.write(folder, 3, 6);
    for (Path file : Archive.files(folder)) {
      if (file.toString().endsWith(".cfs")) {
        damage(file);
      }
    }
    List<String> told = new ArrayList<>();
    Checksums.check(
        folder,
        new Checksums.Observer() {
          @Override
          public void read(long bytes) {
            told.add("read");
          }

          @Override
          public void found(Damage damage) {
            told.add(damage.file());
          }
        });
    assertTrue(told.lastIndexOf("read") > told.indexOf("generations/1/_0.cfs"), told.toString());
    assertEquals(2, told.stream().filter(file -> file.endsWith(".cfs")).count());
  }

  private void reindex() throws IOException {
    try (LuceneWriter writer = LuceneWriter.open(folder);
        Reindex reindex = writer.startReindex()) {
      reindex.finish(Reindex.Rest.KEEP);
    }
  }

  /** Makes another generation of the number that is in use, of one more article. */
  private void goBackAndReindex() throws IOException {
    String before = IndexFolder.name(new IndexFolder(folder).current());
    try (LuceneWriter writer = LuceneWriter.open(folder)) {
      try (Rollback rollback = writer.startRollback()) {
        rollback.finish(articles -> {});
      }
      writer.discardPrevious();
      writer.add(Archive.article(3));
    }
    reindex();
    assertEquals(before, IndexFolder.name(new IndexFolder(folder).current()));
  }
}
