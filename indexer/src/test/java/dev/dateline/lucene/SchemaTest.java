package dev.dateline.lucene;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SchemaTest {

  @TempDir private Path folder;

  @Test
  void anIndexOfTheSchemaIsSearchedVerifiedAndReindexedWithoutSources() throws IOException {
    Path index = OldIndex.unpack(Fields.SCHEMA, folder);
    OldIndex.assertSearched(index);
    assertTrue(Verification.of(index, OldIndex.ARTICLES, bytes -> {}).isSound());
    try (LuceneWriter writer = LuceneWriter.open(index);
        Reindex reindex = writer.startReindex()) {
      assertEquals(OldIndex.ARTICLES, reindex.finish(Reindex.Rest.KEEP).kept());
    }
    OldIndex.assertSearched(index);
    assertTrue(Verification.of(index, OldIndex.ARTICLES, bytes -> {}).isSound());
  }
}
