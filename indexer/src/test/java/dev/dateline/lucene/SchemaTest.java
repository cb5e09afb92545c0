package dev.dateline.lucene;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.dateline.index.SearchRequest;
import dev.dateline.index.UnusableIndexException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Indexes that were made when a schema was new, of the first articles of the samples: see
 * CONTRIBUTING.md for how one is added.
 */
class SchemaTest {

  /** The first schema of which there is one. */
  private static final int FIRST = 5;

  private static final int ARTICLES = 4;

  @TempDir private Path folder;

  private Path unpack(int schema) throws IOException {
    Path index = folder.resolve("schema-" + schema);
    try (InputStream in = SchemaTest.class.getResourceAsStream("schema-" + schema + ".zip")) {
      assertNotNull(in, "there is no index of schema " + schema + "; CONTRIBUTING.md says how");
      ZipInputStream zip = new ZipInputStream(in);
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        if (!entry.isDirectory()) {
          Path file = index.resolve(entry.getName()).normalize();
          Files.createDirectories(file.getParent());
          Files.copy(zip, file);
        }
      }
    }
    return index;
  }

  @Test
  void anIndexOfTheSchemaIsSearchedVerifiedAndReindexedWithoutSources() throws IOException {
    Path index = unpack(Fields.SCHEMA);
    assertSearched(index);
    assertTrue(Verification.of(index, ARTICLES, bytes -> {}).isSound());
    try (LuceneWriter writer = LuceneWriter.open(index);
        Reindex reindex = writer.startReindex()) {
      assertEquals(ARTICLES, reindex.finish(Reindex.Rest.KEEP).kept());
    }
    assertSearched(index);
    assertTrue(Verification.of(index, ARTICLES, bytes -> {}).isSound());
  }

  private static void assertSearched(Path folder) throws IOException {
    try (LuceneIndex index = LuceneIndex.open(folder)) {
      assertEquals(ARTICLES, index.search(SearchRequest.of("")).total().orElseThrow());
      String title = index.search(SearchRequest.of("")).hits().getFirst().article().headline();
      assertTrue(index.search(SearchRequest.of(title)).total().orElseThrow() > 0, title);
    }
  }

  @Test
  void oneOfAnEarlierSchemaIsRefusedWithWhatToDo() throws IOException {
    for (int schema = FIRST; schema < Fields.SCHEMA; schema++) {
      Path index = unpack(schema);
      String message =
          assertThrows(UnusableIndexException.class, () -> LuceneIndex.open(index)).getMessage();
      assertTrue(message.contains("dateline export"), message);
    }
  }
}
