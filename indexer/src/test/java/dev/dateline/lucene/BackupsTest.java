package dev.dateline.lucene;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.dateline.Dateline;
import dev.dateline.index.ArticleIndex;
import dev.dateline.index.SearchRequest;
import dev.dateline.index.UnusableIndexException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BackupsTest {

  @TempDir private Path folder;

  private Path index;
  private Backups backups;

  @BeforeEach
  void makeAnArchive() throws IOException {
    index = folder.resolve("news");
    backups = new Backups(folder.resolve("backups"));
    Archive.make(index);
  }

  private Backups.Made back() throws IOException {
    return backups.make(index, bytes -> {});
  }

  private static void restore(Path backup, Path to) throws IOException {
    Restore.of(backup, to, bytes -> {});
  }

  @Test
  void aBackupIsAnIndexThatCanBeSearched() throws IOException {
    Backups.Made made = back();

    assertEquals(190, made.articles());
    assertEquals(List.of(made.path()), backups.list());
    try (ArticleIndex backup = Dateline.open(made.path())) {
      assertEquals(190, backup.search(SearchRequest.of("ferry")).total().orElseThrow());
    }
    assertTrue(Verification.of(made.path(), 1_000, bytes -> {}).isSound());
  }

  @Test
  void whatTheBackupBeforeHoldsTakesNoRoom() throws IOException {
    Backups.Made first = back();
    Archive.write(index, 500, 510);
    Backups.Made second = back();

    assertEquals(0, first.linked());
    assertTrue(second.linked() > 0, second.toString());
    assertTrue(second.copied() < first.copied(), second.toString());
    assertEquals(190, Archive.ids(first.path()).size());
    assertEquals(200, Archive.ids(second.path()).size());
  }

  @Test
  void aBackupThatIsMadeWhileArticlesComeIsWhole() throws IOException {
    try (LuceneWriter writer = LuceneWriter.open(index)) {
      for (int number = 1_000; number < 1_100; number++) {
        writer.add(Archive.article(number));
        writer.commit();
        if (number % 25 == 0) {
          Backups.Made made = back();
          assertEquals(Archive.ids(index), Archive.ids(made.path()));
        }
      }
    }
  }

  @Test
  void aDamagedIndexMakesNoBackupAndLeavesThoseThatAreThere() throws IOException {
    Path good = back().path();
    Set<String> ids = Archive.ids(good);
    Archive.write(index, 500, 510);
    Path newest = Archive.files(index).stream().filter(this::isNew).findFirst().orElseThrow();
    Archive.flip(newest, (int) Files.size(newest) / 2);

    IOException e = assertThrows(IOException.class, this::back);

    assertTrue(String.valueOf(e.getMessage()).contains(newest.getFileName().toString()), e + "");
    assertEquals(List.of(good), backups.list());
    assertEquals(ids, Archive.ids(good));
  }

  private boolean isNew(Path file) {
    try {
      String name = file.getFileName().toString();
      return name.endsWith(".cfs")
          && Files.notExists(backups.list().getLast().resolve("generations/1/" + name));
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  @Test
  void damageInABackupIsNamedByTheNextAndNotHandedOn() throws IOException {
    keep("early.txt");
    Path first = back().path();
    List<Path> files =
        List.of(segment(first.resolve("sources")), segment(first.resolve("generations/1")));
    for (Path file : files) {
      Archive.flip(file, (int) Files.size(file) / 2);
    }

    Backups.Made second = back();

    assertTrue(Verification.of(second.path(), 1_000, bytes -> {}).isSound());
    assertEquals(
        files.stream().map(Path::toString).toList(),
        second.damaged().stream().map(Damage::file).toList());
    assertTrue(second.linked() > 0, "what is sound is shared");
    assertEquals(List.of(), back().damaged());
  }

  private static Path segment(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> file.toString().endsWith(".cfs"))
          .sorted()
          .findFirst()
          .orElseThrow();
    }
  }

  @Test
  void aBackupThatWasCutOffIsNoneAndIsRemovedByTheNext() throws IOException {
    Path cutOff = folder.resolve("backups/20260101T000000.000Z.partial");
    Files.createDirectories(cutOff.resolve("generations/1"));

    assertEquals(List.of(), backups.list());
    back();
    assertFalse(Files.exists(cutOff));
  }

  @Test
  void onlyTheLatestAreKept() throws Exception {
    List<Path> made = List.of(back().path(), pause().path(), pause().path());

    assertEquals(List.of(made.get(0)), backups.keepLatest(2));
    assertEquals(made.subList(1, 3), backups.list());
    assertEquals(190, Archive.ids(made.get(2)).size());
  }

  /** Another backup, in another millisecond. */
  private Backups.Made pause() throws Exception {
    Thread.sleep(2);
    return back();
  }

  @Test
  void anIndexIsRestoredAsItWas() throws IOException {
    Set<String> before = Archive.ids(index);
    Path backup = back().path();
    Archive.write(index, 500, 510);
    try (ArticleIndex reader = Dateline.open(index)) {
      restore(backup, index);
      reader.refresh();
      assertEquals(190, reader.search(SearchRequest.of("ferry")).total().orElseThrow());
    }
    assertEquals(before, Archive.ids(index));
    Archive.write(index, 600, 601);
    assertEquals(191, Archive.ids(index).size());
    assertTrue(Verification.of(index, 1_000, bytes -> {}).isSound());
  }

  @Test
  void anIndexIsRestoredWhereThereIsNoneOrADamagedOne() throws IOException {
    Path backup = back().path();
    Set<String> ids = Archive.ids(index);
    restore(backup, folder.resolve("elsewhere"));
    assertEquals(ids, Archive.ids(folder.resolve("elsewhere")));

    for (Path file : Archive.files(index)) {
      Files.write(file, new byte[0]);
    }
    restore(backup, index);
    assertEquals(ids, Archive.ids(index));
  }

  @Test
  void aDamagedBackupIsNotRestored() throws IOException {
    Path backup = back().path();
    Set<String> ids = Archive.ids(index);
    Path file = Archive.files(backup).getFirst();
    Archive.flip(file, (int) Files.size(file) / 2);

    UnusableIndexException e =
        assertThrows(UnusableIndexException.class, () -> restore(backup, index));

    assertTrue(e.getMessage().contains(file.getFileName().toString()), e.getMessage());
    assertEquals(ids, Archive.ids(index));
  }

  @Test
  void anIndexThatIsBeingWrittenIsNotReplaced() throws IOException {
    Path backup = back().path();
    try (LuceneWriter writer = LuceneWriter.open(index)) {
      assertThrows(UnusableIndexException.class, () -> restore(backup, index));
      writer.add(Archive.article(1));
    }
    assertTrue(Archive.ids(index).contains("wire-1"));
  }

  @Test
  void whatIsKnownOfReadFilesIsRestoredWithTheArticles() throws IOException {
    keep("early.txt");
    Path backup = back().path();
    keep("late.txt");
    restore(backup, index);

    try (LuceneWriter writer = LuceneWriter.open(index)) {
      StringBuilder kept = new StringBuilder();
      writer.sources().forEachKept((name, in) -> kept.append(name));
      assertEquals("early.txt", kept.toString());
    }
  }

  private void keep(String name) throws IOException {
    try (LuceneWriter writer = LuceneWriter.open(index)) {
      writer.sources().keep(name, new ByteArrayInputStream(name.getBytes(UTF_8)));
      writer.sources().commit();
    }
  }
}
