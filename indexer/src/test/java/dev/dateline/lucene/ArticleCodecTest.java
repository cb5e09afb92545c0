package dev.dateline.lucene;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.dateline.article.Article;
import dev.dateline.article.Published;
import java.io.IOException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.apache.lucene.codecs.Codec;
import org.apache.lucene.codecs.lucene104.Lucene104Codec;
import org.apache.lucene.index.CheckIndex;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.LogDocMergePolicy;
import org.apache.lucene.index.SegmentInfos;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.IOContext;
import org.apache.lucene.store.IndexInput;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Articles are stored so that any Lucene of this version reads them. */
class ArticleCodecTest {

  private final long seed = Long.getLong("dateline.seed", System.nanoTime());
  private final Random random = new Random(seed);
  private final Map<String, Article> written = new HashMap<>();

  private Article article() {
    return article(null);
  }

  private Article article(@Nullable Published published) {
    StringBuilder body = new StringBuilder("A storm.");
    int length = written.size() % 20 == 10 ? 80_000 : random.nextInt(6_000);
    while (body.length() < length) {
      body.append(' ').append(Integer.toString(random.nextInt(5_000), 36));
    }
    String id = "a" + written.size();
    Article article =
        Article.builder().id(id).title("Title").body(body.toString()).published(published).build();
    written.put(id, article);
    return article;
  }

  private void add(IndexWriter writer) throws IOException {
    for (int i = 0; i < 20; i++) {
      writer.addDocument(ArticleDocument.of(article()));
    }
    writer.commit();
  }

  private void assertAllAreThere(DirectoryReader reader) throws IOException {
    Map<String, Article> read = new HashMap<>();
    new Documents(reader).forEach(article -> read.put(article.id(), article));
    assertEquals(written, read, () -> "dateline.seed=" + seed);
  }

  @Test
  void lucenesOwnCodecReadsAndMergesThem() throws IOException {
    try (Directory directory = new ByteBuffersDirectory()) {
      try (IndexWriter writer = Generation.create(directory)) {
        add(writer);
        try (DirectoryReader unread = DirectoryReader.open(writer)) {
          assertAllAreThere(unread);
        }
      }
      assertEquals(
          Codec.forName("Lucene104"),
          SegmentInfos.readLatestCommit(directory).info(0).info.getCodec());
      try (DirectoryReader reader = DirectoryReader.open(directory)) {
        assertAllAreThere(reader);
      }
      IndexWriterConfig lucenes =
          new IndexWriterConfig()
              .setCodec(new Lucene104Codec())
              .setIndexSort(Generation.NEWEST_FIRST);
      try (IndexWriter writer = new IndexWriter(directory, lucenes)) {
        add(writer);
        writer.forceMerge(1);
      }
      try (DirectoryReader reader = DirectoryReader.open(directory)) {
        assertAllAreThere(reader);
      }
      assertSound(directory);
    }
  }

  @Test
  void whatLucenesOwnCodecWroteIsMerged() throws IOException {
    try (Directory directory = new ByteBuffersDirectory()) {
      Generation.create(directory).close();
      IndexWriterConfig lucenes =
          new IndexWriterConfig()
              .setCodec(new Lucene104Codec())
              .setIndexSort(Generation.NEWEST_FIRST);
      try (IndexWriter writer = new IndexWriter(directory, lucenes)) {
        writer.setLiveCommitData(Schema.userData().entrySet());
        add(writer);
      }
      try (IndexWriter writer = Generation.openWriter(directory)) {
        add(writer);
        writer.forceMerge(1);
      }
      try (DirectoryReader reader = Generation.openReader(directory)) {
        assertEquals(1, reader.leaves().size());
        assertAllAreThere(reader);
      }
      assertSound(directory);
    }
  }

  @Test
  void articlesArePackedInSmallerPiecesThanLucenes() throws IOException {
    long lucenes = stored(new Lucene104Codec());
    long ours = stored(new ArticleCodec());
    assertTrue(ours > lucenes, () -> ours + " bytes, and Lucene's " + lucenes);
  }

  /** Else each merge would unpack and pack all articles anew. */
  @Test
  void aMergeCopiesWhatIsPacked() throws IOException {
    try (Directory directory = new ByteBuffersDirectory()) {
      IndexWriterConfig config =
          new IndexWriterConfig()
              .setCodec(new ArticleCodec())
              .setIndexSort(Generation.NEWEST_FIRST)
              .setMergePolicy(new LogDocMergePolicy())
              .setUseCompoundFile(false);
      config.getMergePolicy().setNoCFSRatio(0);
      try (IndexWriter writer = new IndexWriter(directory, config)) {
        // A few that are newer, so that the pieces of the others would begin elsewhere.
        add(writer, 5, LocalDate.parse("2026-10-20"));
        add(writer, 40, LocalDate.parse("2026-09-14"));
        byte[] before = bytes(directory, "_1.fdt");
        writer.forceMerge(1);
        writer.commit();

        // In the first piece of the others, and longer than what is packed by itself there.
        byte[] packed = Arrays.copyOfRange(before, 200, 8_200);
        assertTrue(
            text(bytes(directory, "_2.fdt")).contains(text(packed)), () -> "dateline.seed=" + seed);
      }
    }
  }

  private void add(IndexWriter writer, int count, LocalDate published) throws IOException {
    for (int i = 0; i < count; i++) {
      writer.addDocument(ArticleDocument.of(article(Published.on(published))));
    }
    writer.commit();
  }

  private static byte[] bytes(Directory directory, String file) throws IOException {
    try (IndexInput in = directory.openInput(file, IOContext.READONCE)) {
      byte[] bytes = new byte[(int) in.length()];
      in.readBytes(bytes, 0, bytes.length);
      return bytes;
    }
  }

  private static String text(byte[] bytes) {
    return new String(bytes, ISO_8859_1);
  }

  private static Article plain(int number) {
    String body = ("The ferry " + number + " left the harbour in a storm. ").repeat(60);
    return Article.builder().id("a" + number).title("Ferry").body(body).build();
  }

  /** How many bytes the same articles take. */
  private long stored(Codec codec) throws IOException {
    try (Directory directory = new ByteBuffersDirectory()) {
      IndexWriterConfig config = new IndexWriterConfig().setCodec(codec).setUseCompoundFile(false);
      try (IndexWriter writer = new IndexWriter(directory, config)) {
        for (int i = 0; i < 200; i++) {
          writer.addDocument(ArticleDocument.of(plain(i)));
        }
      }
      long bytes = 0;
      for (String file : directory.listAll()) {
        bytes += file.endsWith(".fdt") ? directory.fileLength(file) : 0;
      }
      return bytes;
    }
  }

  private static void assertSound(Directory directory) throws IOException {
    try (CheckIndex check = new CheckIndex(directory)) {
      check.setLevel(CheckIndex.Level.MIN_LEVEL_FOR_SLOW_CHECKS);
      assertTrue(check.checkIndex().clean);
    }
  }
}
