package dev.dateline.lucene;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.dateline.article.Article;
import dev.dateline.index.UnusableIndexException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The generation that an earlier version made is kept for that version, and for no other. */
class MigrationKeptTest {

  @TempDir private Path folder;

  /** Whoever goes on with the earlier version says so in {@code current}. */
  @Test
  void theEarlierVersionCanGoOnWithWhatItMade() throws IOException {
    Path index = OldIndex.make(folder);
    Map<String, Article> before = OldIndex.stored(index);
    Map<Path, byte[]> files = files(index);
    OldIndex.migrate(index);
    Archive.write(index, 5, 8);

    for (Map.Entry<Path, byte[]> file : files.entrySet()) {
      assertArrayEquals(file.getValue(), Files.readAllBytes(file.getKey()), "" + file.getKey());
    }
    Files.writeString(index.resolve("current"), "1\n");
    assertTrue(Migration.isDue(index));
    assertEquals(before, OldIndex.stored(index));
    assertTrue(Verification.of(index, 0, bytes -> {}).isSound());
  }

  private static Map<Path, byte[]> files(Path index) throws IOException {
    Map<Path, byte[]> files = new TreeMap<>();
    for (Path file : Archive.files(index)) {
      files.put(file, Files.readAllBytes(file));
    }
    return files;
  }

  @Test
  void nobodyGoesBackToTheGenerationOfTheEarlierVersionAndItIsNamed() throws IOException {
    Path index = OldIndex.make(folder);
    OldIndex.migrate(index);
    Archive.write(index, 5, 8);
    try (LuceneIndex articles = LuceneIndex.open(index)) {
      assertNull(articles.stats().previous(), "nobody goes back to it");
      assertTrue(Objects.requireNonNull(articles.stats().storage()).previousBytes() > 0);
    }
    try (LuceneWriter writer = LuceneWriter.open(index)) {
      String message =
          assertThrows(UnusableIndexException.class, writer::startRollback).getMessage();
      assertTrue(message.contains("generation 1"), message);
      assertTrue(message.contains("schema " + OldIndex.VERSION), message);

      List<String> remains =
          writer.purge(Set.of("wire-1"), (name, in) -> new Sources.Verdict(false, null)).remains();
      assertEquals(1, remains.size(), remains::toString);
      assertTrue(remains.getFirst().contains("generations/1"), remains::toString);

      assertTrue(writer.discardPrevious());
    }
    assertEquals(List.of(2L), OldIndex.generations(index));
  }

  @Test
  void theGenerationBeforeIsRemovedWhereNoneIsToBeKept() throws IOException {
    Path index = OldIndex.make(folder);
    Migration.of(index, Reindex.Previous.REMOVE, articles -> {});
    assertEquals(List.of(2L), OldIndex.generations(index));
  }
}
