package dev.dateline.lucene;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.dateline.disk.VolatileDisk;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.Term;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * How often one writer alone waits for the disk. Where a write is slow that is why; and it can be
 * counted, whatever else the machine does.
 */
class SyncsTest {

  private static final int WRITES = 100;

  /** The three files of the new segment, the commit, and twice the folder. */
  private static final long OF_A_WRITE = 6;

  @TempDir private Path folder;

  private VolatileDisk disk;

  @BeforeEach
  void mount() throws IOException {
    disk = new VolatileDisk(Files.createDirectory(folder.resolve("disk")), new Random(1));
  }

  /** Writes one article, which is on disk then. */
  private interface Write {
    void of(int number) throws IOException;
  }

  /**
   * Of most writes, the median: one in eight also has the files of a merged segment, and the first
   * of a writer all that it found, as nobody knows whether that is on disk.
   */
  private long syncs(Write write) throws IOException {
    long[] syncs = new long[WRITES];
    for (int number = 0; number < WRITES; number++) {
      long before = disk.syncs();
      write.of(number);
      syncs[number] = disk.syncs() - before;
    }
    Arrays.sort(syncs);
    return syncs[WRITES / 2];
  }

  private static Write acknowledged(LuceneWriter writer) {
    return number -> writer.acknowledge(() -> writer.add(Archive.article(number)));
  }

  @Test
  void aWriteSyncsWhatItMadeAndNothingElse() throws IOException {
    try (LuceneWriter writer = LuceneWriter.open(disk.root().resolve("index"))) {
      assertEquals(OF_A_WRITE, syncs(acknowledged(writer)));
    }
  }

  @Test
  void whereAGenerationIsKeptWhatWasWrittenSinceIsOneMore() throws IOException {
    try (LuceneWriter writer = LuceneWriter.open(disk.root().resolve("index"))) {
      try (Reindex reindex = writer.startReindex()) {
        reindex.finish(Reindex.Rest.KEEP);
      }
      assertEquals(OF_A_WRITE + 1, syncs(acknowledged(writer)));
    }
  }

  /** The same articles, in the same order, by an add and a commit of Lucene each. */
  @Test
  void luceneAloneSyncsSeveralTimesAsOften() throws IOException {
    Path bare = Files.createDirectory(disk.root().resolve("bare"));
    try (Directory directory = FSDirectory.open(bare);
        IndexWriter writer = Generation.create(directory)) {
      long syncs =
          syncs(
              number -> {
                Term id = new Term(Fields.ID, "wire-" + number);
                writer.updateDocument(id, ArticleDocument.of(Archive.article(number)));
                writer.commit();
              });
      assertTrue(syncs > 3 * OF_A_WRITE, "syncs a write: " + syncs);
    }
  }
}
