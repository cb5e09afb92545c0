package dev.dateline.lucene;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.dateline.article.Article;
import dev.dateline.article.Status;
import dev.dateline.index.Hit;
import dev.dateline.index.SearchRequest;
import dev.dateline.index.SearchResult;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.store.Directory;

/**
 * Indexes that were made when a schema was new, of the first articles of the samples: see
 * CONTRIBUTING.md for how one is added.
 */
public final class OldIndex {

  /** The first schema of which there is one. */
  private static final int FIRST = 5;

  /** How many articles each has. */
  public static final int ARTICLES = 4;

  /** The schema before today's. */
  static final String VERSION = Integer.toString(Fields.SCHEMA - 1);

  private OldIndex() {}

  /** Makes an index with an article, and an id that is withdrawn, as of the version before. */
  static Path make(Path into) throws IOException {
    Path index = into.resolve("index");
    try (LuceneWriter writer = LuceneWriter.open(index)) {
      writer.add(Archive.article(1));
      writer.add(Archive.article(2));
      writer.delete("wire-2");
      writer.add(Article.builder().id("killed").status(Status.WITHDRAWN).build());
    }
    markAs(VERSION, index);
    return index;
  }

  static Migration.Summary migrate(Path index) throws IOException {
    return Migration.of(index, Reindex.Previous.KEEP, articles -> {});
  }

  /** All schemas before today's of which there is an index. */
  public static IntStream earlier() {
    return IntStream.range(FIRST, Fields.SCHEMA);
  }

  /** Unpacks the index of a schema. */
  public static Path unpack(int schema, Path into) throws IOException {
    Path index = into.resolve("schema-" + schema);
    try (InputStream in = OldIndex.class.getResourceAsStream("schema-" + schema + ".zip")) {
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

  /** Makes an index look as if a version with another schema had made it. */
  public static void markAs(String schema, Path index) throws IOException {
    IndexFolder folder = new IndexFolder(index);
    try (Directory directory = folder.open(folder.current());
        IndexWriter writer =
            new IndexWriter(
                directory, new IndexWriterConfig().setIndexSort(Generation.NEWEST_FIRST))) {
      writer.setLiveCommitData(Map.of("dateline.schema", schema).entrySet());
      writer.commit();
    }
  }

  /** All articles that are stored in the generation in use, whatever its schema. */
  static Map<String, Article> stored(Path index) throws IOException {
    IndexFolder folder = new IndexFolder(index);
    Map<String, Article> articles = new TreeMap<>();
    try (Directory directory = folder.open(folder.current());
        DirectoryReader reader = DirectoryReader.open(directory)) {
      new Documents(reader).forEach(article -> articles.put(article.id(), article));
    }
    return articles;
  }

  /** Each article is found by its headline. */
  static void assertSearched(Path folder) throws IOException {
    try (LuceneIndex index = LuceneIndex.open(folder)) {
      SearchResult all = index.search(SearchRequest.of(""));
      assertEquals(ARTICLES, all.total().orElseThrow());
      for (Hit hit : all.hits()) {
        String title = hit.article().headline();
        SearchResult found = index.search(SearchRequest.of('"' + title + '"'));
        assertTrue(found.hits().stream().anyMatch(each -> isSame(each, hit)), title);
      }
    }
  }

  private static boolean isSame(Hit one, Hit other) {
    return one.article().id().equals(other.article().id());
  }

  /** The numbers of the generations that are there. */
  public static List<Long> generations(Path index) throws IOException {
    return new IndexFolder(index).numbers().stream().sorted().toList();
  }
}
