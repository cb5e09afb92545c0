package dev.dateline.lucene;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.dateline.article.Article;
import dev.dateline.index.UnusableIndexException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.index.CorruptIndexException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** An index that an earlier version made is made anew of the articles that are stored in it. */
class MigrationTest {

  @TempDir private Path folder;

  static int[] earlier() {
    return OldIndex.earlier().toArray();
  }

  @ParameterizedTest
  @MethodSource("earlier")
  void everyArticleOfEachSchemaIsFoundAndIsAsItWasStored(int schema) throws IOException {
    Path index = OldIndex.unpack(schema, folder);
    Map<String, Article> before = OldIndex.stored(index);
    assertEquals(OldIndex.ARTICLES, before.size());
    assertTrue(Migration.isDue(index));

    Migration.Summary done = OldIndex.migrate(index);

    assertEquals(OldIndex.ARTICLES, done.kept());
    assertFalse(Migration.isDue(index));
    assertEquals(before, OldIndex.stored(index));
    OldIndex.assertSearched(index);
    assertTrue(Verification.of(index, OldIndex.ARTICLES, bytes -> {}).isSound());
    Archive.write(index, 0, 1);
    assertEquals(OldIndex.ARTICLES + 1, Archive.ids(index).size());
  }

  @ParameterizedTest
  @MethodSource("earlier")
  void untilThenItIsRefusedWithWhatToDo(int schema) throws IOException {
    Path index = OldIndex.unpack(schema, folder);
    for (Executable use :
        List.<Executable>of(() -> LuceneIndex.open(index), () -> LuceneWriter.open(index))) {
      String message = assertThrows(UnusableIndexException.class, use).getMessage();
      assertTrue(message.contains("schema " + schema + ","), message);
      assertTrue(message.contains("dateline reindex --index " + index), message);
    }
  }

  @Test
  void whatIsWithdrawnStaysSoAndWhatIsDeletedIsGone() throws IOException {
    Path index = OldIndex.make(folder);
    Migration.Summary done = OldIndex.migrate(index);
    assertEquals(1, done.kept());
    assertEquals(1, done.withdrawn());
    try (LuceneWriter writer = LuceneWriter.open(index)) {
      assertEquals(Set.of("killed"), writer.withdrawn());
      assertFalse(writer.add(Article.builder().id("killed").title("Back").build()));
    }
    assertEquals(Set.of("wire-1", "killed"), Archive.ids(index));
  }

  @Test
  void aPreviewReadsAllAndLeavesTheIndexAsItIs() throws IOException {
    Path index = OldIndex.make(folder);
    Migration.Summary would = Migration.preview(index, articles -> {});
    assertEquals(new Migration.Summary(1, 1, Fields.SCHEMA - 1, Fields.SCHEMA, "2", "1"), would);
    assertEquals(List.of(1L), OldIndex.generations(index));
    assertTrue(Migration.isDue(index));
  }

  @Test
  void whatIsOfTodayOrOfALaterVersionIsNotMigrated() throws IOException {
    Path index = folder.resolve("index");
    try (LuceneWriter writer = LuceneWriter.open(index);
        Reindex reindex = writer.startReindex()) {
      reindex.finish(Reindex.Rest.KEEP);
    }
    assertFalse(Migration.isDue(index));
    assertThrows(UnusableIndexException.class, () -> OldIndex.migrate(index));

    OldIndex.markAs(Integer.toString(Fields.SCHEMA + 1), index);
    assertFalse(Migration.isDue(index));
    String message =
        assertThrows(UnusableIndexException.class, () -> OldIndex.migrate(index)).getMessage();
    assertTrue(message.contains("use the later version"), message);
    assertEquals(List.of(1L, 2L), OldIndex.generations(index));
  }

  /** A copy of it would have a checksum that is right. */
  @Test
  void aTextThatIsNotAsItWasWrittenIsNotCopied() throws IOException {
    Path index = OldIndex.make(folder);
    flipWithin(
        index,
        OldIndex.stored(index).values().stream()
            .map(Article::title)
            .filter(title -> title != null && title.length() > 8)
            .findFirst()
            .orElseThrow());
    assertThrows(CorruptIndexException.class, () -> OldIndex.migrate(index));
    assertThrows(CorruptIndexException.class, () -> Migration.preview(index, articles -> {}));
    assertTrue(Migration.isDue(index));
    assertFalse(Verification.of(index, 0, bytes -> {}).isSound());
    SalvageTest.salvage(index);
    assertTrue(Verification.of(index, OldIndex.ARTICLES, bytes -> {}).isSound());
  }

  /** Changes a letter wherever the files hold this text as it is, stored or indexed. */
  private static void flipWithin(Path index, String text) throws IOException {
    String start = text.substring(0, 8);
    try (var all = Files.walk(index)) {
      for (Path file : all.filter(Files::isRegularFile).toList()) {
        byte[] flipped = Files.readAllBytes(file);
        String bytes = new String(flipped, StandardCharsets.ISO_8859_1);
        for (int at = bytes.indexOf(start); at >= 0; at = bytes.indexOf(start, at + 1)) {
          flipped[at + 4] ^= 1;
        }
        Files.write(file, flipped);
      }
    }
  }

  @Test
  void aBackupOfAnEarlierVersionIsRestoredAndThenMigrated() throws IOException {
    Path index = OldIndex.make(folder);
    Map<String, Article> before = OldIndex.stored(index);
    Path backup = new Backups(folder.resolve("backups")).make(index, bytes -> {}).path();
    Path restored = folder.resolve("restored");
    Restore.of(backup, restored, bytes -> {});
    assertTrue(Migration.isDue(restored));
    OldIndex.migrate(restored);
    assertEquals(before, OldIndex.stored(restored));
  }
}
