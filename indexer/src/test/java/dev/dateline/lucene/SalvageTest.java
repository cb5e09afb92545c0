package dev.dateline.lucene;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.dateline.disk.VolatileDisk;
import dev.dateline.index.UnusableIndexException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SalvageTest {

  @TempDir private Path folder;

  private Salvage salvage() throws IOException {
    return salvage(folder);
  }

  static Salvage salvage(Path index) throws IOException {
    return Salvage.of(index, Verification.of(index, 1_000, bytes -> {}), documents -> {});
  }

  @Test
  void whateverByteIsDamagedWhatCanBeReadIsSavedAndTheRestIsCounted() throws IOException {
    long seed = Long.getLong("dateline.seed", System.nanoTime());
    Random random = new Random(seed);
    for (int i = 0; i < (Boolean.getBoolean("dateline.deep") ? 200 : 15); i++) {
      Path index = folder.resolve("index" + i);
      Archive.make(index);
      Set<String> before = Archive.ids(index);
      List<Path> files =
          Archive.files(index).stream()
              .filter(file -> !file.getFileName().toString().startsWith("segments"))
              .toList();
      Path file = files.get(random.nextInt(files.size()));
      int at = random.nextInt((int) Files.size(file));
      String context = "dateline.seed=" + seed + " " + file.getFileName() + " byte " + at;
      Archive.flip(file, at);

      Salvage saved = salvage(index);

      Set<String> after = Archive.ids(index);
      assertEquals(after.size(), saved.saved(), context);
      long doubtful = saved.doubtful().size();
      assertTrue(after.size() + saved.lost() >= before.size() - doubtful, context + saved);
      after.removeAll(saved.doubtful());
      assertTrue(before.containsAll(after), context + saved);
      assertEquals(List.of(), saved.unknown(), context);
      assertTrue(Verification.of(index, 1_000, bytes -> {}).isSound(), context);
      assertTrue(Files.isDirectory(saved.damaged().getFirst()), context);
    }
  }

  @Test
  void articlesAreSavedWholeWhereAllIsDamagedThatSaysWhatASegmentIs() throws IOException {
    Archive.make(folder);
    Set<String> before = Archive.ids(folder);
    for (Path file : Archive.files(folder)) {
      if (file.toString().endsWith(".si")) {
        Files.write(file, new byte[7]);
      }
    }
    Salvage saved = salvage();

    assertEquals(before, Archive.ids(folder));
    assertEquals(0, saved.lost());
    assertEquals(List.of(), saved.doubtful());
    assertEquals("2", saved.generation());
  }

  @Test
  void whereACommitCannotBeReadTheOneBeforeIsTakenAndAllOfItIsDoubtful() throws IOException {
    Archive.write(folder, 0, 20);
    Path earlier = commit();
    byte[] bytes = Files.readAllBytes(earlier);
    Archive.write(folder, 20, 30);
    Path latest = commit();
    Files.write(earlier, bytes); // as a crash leaves it between a commit and what follows
    Archive.flip(latest, (int) Files.size(latest) / 2);

    Salvage saved = salvage();

    assertEquals(20, saved.saved());
    assertEquals(20, saved.doubtful().size());
    assertTrue(saved.unknown().getFirst().contains(latest.getFileName() + ": "), saved + "");
  }

  @Test
  void whereNoCommitCanBeReadItSaysSoAndTheIndexStaysAsItIs() throws IOException {
    Archive.make(folder);
    Path commit = commit();
    Archive.flip(commit, (int) Files.size(commit) / 2);
    List<Path> before = files();

    String message = assertThrows(UnusableIndexException.class, this::salvage).getMessage();

    assertTrue(message.contains("dateline restore") && message.contains("--all"), message);
    assertEquals(before, files());
    Archive.flip(commit, (int) Files.size(commit) / 2);
    assertTrue(Verification.of(folder, 1_000, bytes -> {}).isSound());
  }

  private Path commit() throws IOException {
    return Archive.files(folder).stream()
        .filter(file -> file.getFileName().toString().startsWith("segments_"))
        .findFirst()
        .orElseThrow();
  }

  private List<Path> files() throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.sorted().toList();
    }
  }

  /** The damaged files are in the index or set aside, also where it is killed at the swap. */
  @Test
  void whatIsDamagedOutlastsAKill() throws IOException {
    int before = 0; // so many steps, and the old generation is in use
    int after = 400;
    while (after - before > 1) {
      int steps = (before + after) / 2;
      if (isNewAfter(steps)) {
        after = steps;
      } else {
        before = steps;
      }
    }
    assertTrue(before > 0 && after < 400, "a salvage takes other than " + before + " steps");
  }

  /** Also where a salvage of all articles is cut off, or done. */
  @Test
  void oneCanStillGoBackWhereNothingWasLost() throws IOException {
    for (int steps = 1; steps < 400; steps += Boolean.getBoolean("dateline.deep") ? 1 : 23) {
      VolatileDisk disk =
          new VolatileDisk(Files.createDirectory(folder.resolve("kept" + steps)), new Random(1));
      Path index = disk.root().resolve("index");
      Archive.write(index, 0, 3);
      reindex(index);
      Archive.write(index, 3, 5);
      Path damaged = segment(index);
      Archive.flip(damaged, (int) Files.size(damaged) - 1);
      disk.cutOffAfter(steps, 0);
      try {
        salvage(index);
      } catch (IOException e) {
        // Cut off.
      }
      disk.cutOffAfter(Long.MAX_VALUE, 0);
      if (new IndexFolder(index).current() == 2) {
        salvage(index);
      }
      try (LuceneWriter writer = LuceneWriter.open(index);
          Rollback rollback = writer.startRollback()) {
        assertEquals(List.of("wire-3", "wire-4"), rollback.finish(ids -> {}).added());
      }
    }
  }

  private static void reindex(Path index) throws IOException {
    try (LuceneWriter writer = LuceneWriter.open(index);
        Reindex reindex = writer.startReindex()) {
      reindex.finish(Reindex.Rest.KEEP);
    }
  }

  /** Whether the new generation is in use after so many steps, and no more. */
  private boolean isNewAfter(int steps) throws IOException {
    VolatileDisk disk =
        new VolatileDisk(Files.createDirectory(folder.resolve("disk" + steps)), new Random(steps));
    Path index = disk.root().resolve("index");
    Archive.write(index, 0, 3);
    Path damaged = segment(index);
    Archive.flip(damaged, (int) Files.size(damaged) - 1);
    disk.cutOffAfter(steps, 0);
    try {
      salvage(index);
    } catch (IOException e) {
      // Cut off.
    }
    disk.cutOffAfter(Long.MAX_VALUE, 0);
    boolean isNew = new IndexFolder(index).current() == 2;
    if (isNew) {
      LuceneWriter.open(index).close();
      assertTrue(Files.notExists(index.resolve("generations/1")), "after step " + steps);
      Path aside = index.resolve("damaged-1").resolve(damaged.getFileName().toString());
      assertTrue(Files.exists(aside), "after step " + steps);
    } else {
      assertTrue(Files.exists(damaged), "after step " + steps);
      assertEquals(List.of(index.resolve("damaged-1")), salvage(index).damaged());
    }
    assertEquals(3, Archive.ids(index).size());
    return isNew;
  }

  private static Path segment(Path index) throws IOException {
    return Archive.files(index).stream()
        .filter(file -> file.toString().endsWith(".cfs"))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void whatIsSoundOfTheSourcesIsKeptAndTheRestNamed() throws IOException {
    Archive.write(folder, 0, 3);
    keep("early.txt");
    Set<Path> before = sources();
    keep("late.txt");
    Set<Path> late = sources();
    late.removeAll(before);
    Path file = late.stream().filter(each -> each.toString().endsWith(".cfs")).findFirst().get();
    Archive.flip(file, (int) Files.size(file) - 1);
    assertThrows(
        IOException.class, () -> new Backups(folder.resolve("backups")).make(folder, bytes -> {}));

    Salvage saved = salvage();

    assertEquals("1", saved.generation(), "no article is damaged");
    assertTrue(saved.sources().contains("late.txt"), saved.toString());
    assertEquals(List.of(folder.resolve("damaged-sources")), saved.damaged());
    assertTrue(Verification.of(folder, 1_000, bytes -> {}).isSound());
    new Backups(folder.resolve("backups")).make(folder, bytes -> {});
    try (LuceneWriter writer = LuceneWriter.open(folder)) {
      StringBuilder kept = new StringBuilder();
      writer.sources().forEachKept((name, in) -> kept.append(name));
      assertEquals("early.txt", kept.toString());
      assertTrue(writer.sources().find("early.txt").isEmpty(), "all files are to be read again");
    }
  }

  @Test
  void whereNothingOfTheSourcesCanBeReadThereAreNone() throws IOException {
    Archive.write(folder, 0, 3);
    keep("early.txt");
    for (Path file : sources()) {
      Archive.flip(file, (int) Files.size(file) - 1);
    }
    Archive.flip(segment(folder), 0);

    Salvage saved = salvage();

    assertEquals(2, saved.damaged().size());
    assertEquals(1, saved.sources().size());
    assertTrue(Verification.of(folder, 1_000, bytes -> {}).isSound());
    keep("again.txt");
  }

  private Set<Path> sources() throws IOException {
    try (Stream<Path> files = Files.list(folder.resolve("sources"))) {
      return files
          .filter(file -> !file.endsWith("write.lock"))
          .collect(Collectors.toCollection(TreeSet::new));
    }
  }

  private void keep(String name) throws IOException {
    try (LuceneWriter writer = LuceneWriter.open(folder)) {
      writer.sources().keep(name, new ByteArrayInputStream(name.getBytes(UTF_8)));
      writer.sources().note(new ReadFile(name, 1, Instant.EPOCH, 1, true, true));
      writer.sources().commit();
    }
  }

  /** What is lost would be taken for deleted since, and be deleted where it is still whole. */
  @Test
  void nobodyGoesBackPastWhatWasLost() throws IOException {
    Archive.write(folder, 0, 20);
    reindex(folder);
    Archive.write(folder, 0, 10);
    for (Path file : Archive.files(folder)) {
      if (!file.getFileName().toString().startsWith("segments")
          && !file.toString().endsWith(".si")) {
        Files.write(file, new byte[100]);
      }
    }
    Salvage saved = salvage();
    assertEquals(20, saved.lost());

    try (LuceneWriter writer = LuceneWriter.open(folder)) {
      assertTrue(writer.hasPrevious());
      String message =
          assertThrows(UnusableIndexException.class, writer::startRollback).getMessage();
      assertTrue(message.contains("written-since-1-to-3"), message);
    }
  }

  @Test
  void whatIsSoundIsLeftAlone() throws IOException {
    Archive.write(folder, 0, 3);
    assertThrows(UnusableIndexException.class, this::salvage);
    assertEquals(1, new IndexFolder(folder).current());
  }

  @Test
  void anIndexThatIsBeingWrittenIsLeftAlone() throws IOException {
    Archive.make(folder);
    try (LuceneWriter writer = LuceneWriter.open(folder)) {
      assertThrows(UnusableIndexException.class, this::salvage);
      writer.add(Archive.article(1));
    }
  }
}
