package dev.dateline.lucene;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.dateline.article.Article;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** An article that must go is gone from every file of the index, and stays so. */
class PurgeTest extends WrittenIndex {

  private static final String WORD = "quixotron";

  private static Article secret() {
    return Article.builder()
        .id("secret")
        .url("https://harbourpost.example/" + WORD)
        .title("The " + WORD + " affair")
        .tags(WORD)
        .authors(WORD)
        .body("A paragraph on the " + WORD + ".")
        .build();
  }

  private static Sources.Verdict holdsWord(String name, InputStream in) throws IOException {
    return new Sources.Verdict(new String(in.readAllBytes(), UTF_8).contains(WORD), null);
  }

  private Purge purge(String... ids) throws IOException {
    return writer.purge(Set.of(ids), PurgeTest::holdsWord);
  }

  private void keep(String name, String text) throws IOException {
    writer.sources().keep(name, new ByteArrayInputStream(text.getBytes(UTF_8)));
    writer.sources().commit();
  }

  private void assertNothingRemains() throws IOException {
    assertEquals(Set.of(), Remains.of(folder, WORD));
  }

  /** An article among others, that was replaced by a later version of itself, and found. */
  private void addSecret() throws IOException {
    for (int number = 0; number < 50; number++) {
      writer.add(Archive.article(number));
    }
    writer.add(secret());
    writer.commit();
    writer.add(secret().with().summary("Again the " + WORD).build());
    writer.add(Archive.article(50));
    writer.commit();
    assertTrue(writer.find("secret").isPresent());
    assertFalse(Remains.of(folder, WORD).isEmpty());
  }

  @Test
  void noByteOfItIsLeftAndTheOthersAreAllThere() throws IOException {
    addSecret();
    purge("secret");
    index.refresh();
    assertNothingRemains();
    assertEquals(51, index.stats().articles());
    assertEquals("none", titleOf("secret"));
    assertTrue(Verification.of(folder, 100, bytes -> {}).isSound());
  }

  @Test
  void aDeletedArticleLeavesItsTextInTheFilesUntilItIsPurged() throws IOException {
    addSecret();
    writer.delete("secret");
    writer.commit();
    assertFalse(Remains.of(folder, WORD).isEmpty());
    purge("secret");
    assertNothingRemains();
  }

  @Test
  void itDoesNotComeBackByACopyAReindexOrARollback() throws IOException {
    addSecret();
    reindex();
    purge("secret");
    assertNothingRemains();
    assertFalse(writer.add(secret()));
    try (Rollback rollback = writer.startRollback()) {
      rollback.finish(ids -> {});
    }
    assertEquals("none", titleOf("secret"));
    reindex();
    assertEquals("none", titleOf("secret"));
    assertFalse(writer.add(secret()));
    writer.commit();
    assertNothingRemains();
  }

  private void reindex() throws IOException {
    try (Reindex reindex = writer.startReindex()) {
      assertThrows(IllegalStateException.class, () -> purge("secret"));
      reindex.finish(Reindex.Rest.KEEP);
    }
  }

  @Test
  void keptSourcesThatHoldItAreRemovedAsAWhole() throws IOException {
    addSecret();
    keep("old.txt", "An old " + WORD);
    keep("other.txt", "Something else");
    keep("old.txt", "An old " + WORD); // again: the second copy is deleted at once
    writer.close();
    writer = LuceneWriter.open(folder);
    keep("old.txt", "An old " + WORD);
    assertEquals(List.of("old.txt"), purge("secret").sources());
    assertNothingRemains();
    StringBuilder left = new StringBuilder();
    writer.sources().forEachKept((name, in) -> left.append(name));
    assertEquals("other.txt", left.toString());
  }

  @Test
  void theListOfFailuresAndAHalfReadStreamDoNotSpeakOfIt() throws IOException {
    addSecret();
    Path failures = FailureList.of(folder);
    Files.writeString(failures, "{\"reason\":\"no date: The " + WORD + " affair\"}\n{\"a\":1}\n");
    Files.writeString(folder.resolve("stream.new"), WORD);
    purge("secret");
    assertNothingRemains();
    assertEquals(List.of("{\"a\":1}"), Files.readAllLines(failures));
  }

  @Test
  void aListOfFailuresThatWasCutOffWithinALetterIsPurgedAndLosesItsTornLine() throws IOException {
    addSecret();
    Path draft = FailureList.draft(FailureList.of(folder));
    byte[] text = "{\"a\":1}\n{\"reason\":\"no date: The quixotron aff\u00e9".getBytes(UTF_8);
    Files.write(draft, Arrays.copyOf(text, text.length - 1));
    Files.write(FailureList.of(folder), Arrays.copyOf(text, text.length - 1));

    purge("secret");

    assertNothingRemains();
    assertEquals(List.of("{\"a\":1}"), Files.readAllLines(draft));
    assertEquals(1, FailureList.count(FailureList.of(folder)));
  }

  @Test
  void failuresAreCountedInAListThatWasCutOffWithinALetter() throws IOException {
    Files.write(FailureList.of(folder), new byte[] {'{', '}', '\n', '{', (byte) 0xc3});
    assertEquals(2, FailureList.count(FailureList.of(folder)));
  }

  @Test
  void itIsGoneFromBackupsThatShareFiles() throws IOException {
    addSecret();
    Path folderOfBackups = folder.resolve("backups");
    Backups backups = new Backups(folderOfBackups);
    backups.make(folder, bytes -> {});
    writer.add(Archive.article(60));
    writer.commit();
    backups.make(folder, bytes -> {});
    purge("secret");
    assertFalse(Remains.of(folderOfBackups, WORD).isEmpty());

    assertEquals(List.of(), backups.purge(Set.of("secret"), PurgeTest::holdsWord).remains());

    assertNothingRemains();
    for (Path backup : backups.list()) {
      assertTrue(Verification.of(backup, 100, bytes -> {}).isSound());
    }
    assertEquals(53, Archive.ids(backups.list().getLast()).size());
  }

  @Test
  void whereItCannotBeErasedIsTold() throws IOException {
    addSecret();
    Files.createDirectory(folder.resolve("damaged-7"));
    Purge purge = purge("secret");
    assertEquals(1, purge.remains().size());
    assertTrue(purge.remains().getFirst().contains("damaged-7"), purge.toString());
  }

  @Test
  void aKeptGenerationThatIsDamagedIsNamedAndAllOtherPlacesArePurged() throws IOException {
    addSecret();
    keepGeneration();
    keep("old.txt", "An old " + WORD);
    Path kept = folder.resolve("generations/1");
    for (Path file : compoundFiles(kept)) {
      Archive.flip(file, (int) Files.size(file) / 2);
    }

    Purge purge = purge("secret");

    assertOneRemains(purge, kept.toString(), "dateline rollback --discard");
    assertEquals(List.of("old.txt"), purge.sources());
    add("later", "Written at once");
    assertEquals("Written at once", titleOfCommitted("later"));
    purge = purge("secret");
    assertOneRemains(purge, kept.toString(), "dateline rollback --discard");

    assertTrue(writer.discardPrevious());
    assertEquals(List.of(), purge("secret").remains());
    assertNothingRemains();
  }

  @Test
  void aKeptGenerationOfWhichFilesAreMissingIsNamed() throws IOException {
    addSecret();
    keepGeneration();
    Path kept = folder.resolve("generations/1");
    for (Path file : compoundFiles(kept)) {
      Files.delete(file);
    }
    Purge purge = purge("secret");
    assertOneRemains(purge, kept.toString(), "dateline rollback --discard");
    add("later", "Written at once");
    assertTrue(writer.discardPrevious());
    assertEquals(List.of(), purge("secret").remains());
  }

  private void keepGeneration() throws IOException {
    try (Reindex reindex = writer.startReindex()) {
      reindex.finish(Reindex.Rest.KEEP);
    }
    index.refresh();
  }

  private static List<Path> compoundFiles(Path generation) throws IOException {
    try (Stream<Path> files = Files.list(generation)) {
      return files.filter(file -> file.toString().endsWith(".cfs")).toList();
    }
  }

  private static void assertOneRemains(Purge purge, String where, String whatToDo) {
    assertEquals(1, purge.remains().size(), purge.toString());
    String remains = purge.remains().getFirst();
    assertTrue(remains.startsWith(where) && remains.contains(whatToDo), remains);
  }

  private String titleOfCommitted(String id) throws IOException {
    writer.commit();
    return titleOf(id);
  }

  @Test
  void keptSourcesThatAreDamagedAreNamedAndTheIndexIsPurged() throws IOException {
    addSecret();
    writer.sources().keep("other.txt", new ByteArrayInputStream(new byte[10_000]));
    keep("old.txt", "An old " + WORD); // in the same segment, so that the other one is written anew
    writer.close();
    for (Path file : compoundFiles(folder.resolve("sources"))) {
      Archive.flip(file, (int) Files.size(file) / 2);
    }
    writer = LuceneWriter.open(folder);
    Purge purge = purge("secret");
    assertOneRemains(purge, folder.resolve("sources").toString(), "remove that folder");
    assertEquals("none", titleOf("secret"));
  }

  @Test
  void keptSourcesThatAreRemovedFromABackupAreNamed() throws IOException {
    addSecret();
    keep("old.txt", "An old " + WORD);
    Backups backups = new Backups(folder.resolve("backups"));
    backups.make(folder, bytes -> {});
    Purge purge = backups.purge(Set.of("secret"), PurgeTest::holdsWord);
    assertEquals(List.of("old.txt"), purge.sources());
    assertEquals(List.of(), purge.remains());
  }

  @Test
  void aBackupThatIsDamagedIsNamedAndAllOthersArePurged() throws IOException {
    addSecret();
    Backups backups = new Backups(folder.resolve("backups"));
    for (int number = 0; number < 3; number++) {
      backups.make(folder, bytes -> {});
    }
    for (Path file : compoundFiles(backups.list().get(1).resolve("generations/1"))) {
      Path copy = Files.copy(file, file.resolveSibling("copy")); // others share the file
      Files.move(copy, file, StandardCopyOption.REPLACE_EXISTING);
      Archive.flip(file, (int) Files.size(file) / 2);
    }
    purge("secret");

    List<String> remains = backups.purge(Set.of("secret"), PurgeTest::holdsWord).remains();

    assertEquals(1, remains.size(), remains.toString());
    String damaged = backups.list().get(1).toString();
    assertTrue(remains.getFirst().startsWith(damaged), remains.toString());
    assertTrue(remains.getFirst().contains("remove that backup"), remains.toString());
    assertEquals(Set.of(), Remains.of(backups.list().getFirst(), WORD));
    assertEquals(Set.of(), Remains.of(backups.list().getLast(), WORD));
  }

  @Test
  void itIsGoneAlsoWhereOthersWriteAndSegmentsMergeMeanwhile() throws Exception {
    long seed = Long.getLong("dateline.seed", System.nanoTime());
    Random random = new Random(seed);
    addSecret();
    AtomicBoolean done = new AtomicBoolean();
    try (ExecutorService pool = Executors.newSingleThreadExecutor()) {
      Future<?> writing =
          pool.submit(
              () -> {
                while (!done.get()) {
                  writer.add(Archive.article(random.nextInt(200)));
                  writer.commit();
                }
                return null;
              });
      for (int round = 0; round < 5; round++) {
        writer.restore(secret());
        writer.commit();
        purge("secret");
      }
      done.set(true);
      writing.get();
    }
    writer.close();
    writer = LuceneWriter.open(folder);
    assertEquals(Set.of(), Remains.of(folder, WORD), "dateline.seed=" + seed);
  }
}
