package dev.dateline.lucene;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * An index is looked at, or backed up, while another takes its place: what is seen is the one or
 * the other, with its articles, its kept sources and its failures.
 */
class BackupBesideRestoreTest {

  private static final int ROUNDS = Boolean.getBoolean("dateline.deep") ? 1_000 : 30;

  @TempDir private Path folder;
  private Path index;
  private Path other;

  @BeforeEach
  void make() throws IOException {
    index = make("news", 1);
    other = make("other", 2);
  }

  private Path make(String name, int number) throws IOException {
    Path made = folder.resolve(name);
    try (LuceneWriter writer = LuceneWriter.open(made)) {
      writer.add(Archive.article(number));
      keep(writer, name);
    }
    Files.writeString(FailureList.of(made), name + "\n");
    return made;
  }

  private static void keep(LuceneWriter writer, String name) throws IOException {
    writer.sources().keep(name, new ByteArrayInputStream(name.getBytes(UTF_8)));
    writer.sources().commit();
  }

  private static Set<String> kept(Path index) throws IOException {
    Set<String> names = new HashSet<>();
    try (LuceneWriter writer = LuceneWriter.open(index)) {
      writer.sources().forEachKept((name, in) -> names.add(name));
    }
    return names;
  }

  @Test
  void aBackupDuringARestoreHoldsSourcesAndArticlesOfOneIndex() throws IOException {
    Set<String> restored = new HashSet<>();
    Backups.Made made =
        new Backups(folder.resolve("backups"))
            .make(
                index,
                bytes -> {
                  if (restored.add("once")) {
                    restore();
                  }
                });

    assertEquals(Set.of("wire-2"), Archive.ids(index), "it was restored meanwhile");
    assertEquals(Set.of("wire-1"), Archive.ids(made.path()));
    assertEquals("news\n", Files.readString(FailureList.of(made.path())));
    assertEquals(Set.of("news"), kept(made.path()));
  }

  private void restore() {
    try {
      Restore unused = Restore.of(other, index, bytes -> {});
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** As a restore that was killed leaves it. */
  @Test
  void whatCameAlongIsSeenBeforeItIsInItsPlace() throws IOException {
    IndexFolder to = new IndexFolder(index);
    IndexFolder from = new IndexFolder(other);
    try (HeldCommit sources = from.holdSources()) {
      to.broughtAlong().copy(1, sources, from, bytes -> {});
    }
    assertEquals("other\n", Files.readString(to.failures()));
    Path backup = new Backups(folder.resolve("backups")).make(index, bytes -> {}).path();
    assertEquals("other\n", Files.readString(FailureList.of(backup)));
    assertEquals(Set.of("other"), kept(backup));
    assertEquals(Set.of("other"), kept(index));
  }

  /** As Lucene makes one where a reader opens what is being renamed. */
  @Test
  void anEmptyFolderTakesThePlaceOfNothing() throws IOException {
    Files.createDirectory(folder.resolve("news/sources-1"));
    try (HeldCommit seen = new IndexFolder(index).holdSources()) {
      assertNotNull(seen);
    }
    assertEquals(Set.of("news"), kept(index));
    assertTrue(Files.notExists(folder.resolve("news/sources-1")));
  }

  @Test
  void whoLooksWhileSourcesTakeThePlaceOfOthersSeesSources() throws Exception {
    BroughtAlong along = new IndexFolder(index).broughtAlong();
    try (ExecutorService reader = Executors.newSingleThreadExecutor()) {
      for (int round = 0; round < ROUNDS; round++) {
        Files.createDirectory(along.draft());
        SetAside.link(index.resolve("sources"), along.draft());
        Future<Boolean> looking = reader.submit(this::looksUntilReplaced);
        along.bring(1);
        along.settle(1);
        Files.createFile(index.resolve("replaced"));
        assertTrue(looking.get());
        Files.delete(index.resolve("replaced"));
      }
    }
  }

  private boolean looksUntilReplaced() throws IOException {
    while (Files.notExists(index.resolve("replaced"))) {
      try (HeldCommit seen = new IndexFolder(index).holdSources()) {
        assertNotNull(seen);
      }
    }
    return true;
  }
}
