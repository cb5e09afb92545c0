package dev.dateline.lucene;

import dev.dateline.index.UnusableIndexException;
import java.io.IOException;
import java.util.Map;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexNotFoundException;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.IndexWriterConfig.OpenMode;
import org.apache.lucene.index.SegmentCommitInfo;
import org.apache.lucene.index.SegmentInfos;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.store.Directory;
import org.apache.lucene.util.IOUtils;
import org.jspecify.annotations.Nullable;

/** How a generation, which is a Lucene index, is opened. */
final class Generation {

  /**
   * The order of documents in the index, and of articles by date: newest first, undated last, then
   * by {@link IdHash}.
   */
  static final Sort NEWEST_FIRST =
      new Sort(published(true), new SortField(Fields.ID_HASH, SortField.Type.LONG));

  /**
   * The memory in which articles are gathered before they become a segment. Lucene's default of 16
   * makes many small ones.
   */
  private static final double BUFFER_MEGABYTES = 64;

  private static final String SCHEMA_KEY = "dateline.schema";

  private Generation() {}

  /** The key of an order by date in which undated articles come last. */
  static SortField published(boolean newestFirst) {
    Long undated = newestFirst ? Long.MIN_VALUE : Long.MAX_VALUE;
    return new SortField(Fields.PUBLISHED, SortField.Type.LONG, newestFirst, undated);
  }

  /** Makes a generation, with a first commit in which nothing is. */
  static IndexWriter create(Directory directory) throws IOException {
    IndexWriter writer = new IndexWriter(directory, config().setOpenMode(OpenMode.CREATE));
    try {
      writer.setLiveCommitData(Map.of(SCHEMA_KEY, Integer.toString(Fields.SCHEMA)).entrySet());
      writer.commit();
      return writer;
    } catch (Throwable e) {
      IOUtils.closeWhileSuppressingExceptions(e, writer::rollback);
      throw e;
    }
  }

  /** Opens a generation that is there for writing. */
  static IndexWriter openWriter(Directory directory) throws IOException {
    checkSchema(directory);
    return new IndexWriter(directory, config().setOpenMode(OpenMode.APPEND));
  }

  private static IndexWriterConfig config() {
    return new IndexWriterConfig(Analysis.of(null))
        .setSimilarity(Ranking.SIMILARITY)
        .setIndexSort(NEWEST_FIRST)
        .setRAMBufferSizeMB(BUFFER_MEGABYTES);
  }

  /** Opens a generation for reading, as of its last commit. */
  static DirectoryReader openReader(Directory directory) throws IOException {
    checkSchema(directory);
    return DirectoryReader.open(directory);
  }

  /** Whether there are articles in a generation, whatever its schema. */
  static boolean holdsArticles(IndexFolder folder, long number) throws IOException {
    try (Directory directory = folder.open(number)) {
      return DirectoryReader.indexExists(directory)
          && SegmentInfos.readLatestCommit(directory).totalMaxDoc() > 0;
    }
  }

  /** How many articles a commit holds, hidden ones among them. */
  static long articles(SegmentInfos commit) {
    long deleted = 0;
    for (SegmentCommitInfo segment : commit) {
      deleted += segment.getDelCount();
    }
    return commit.totalMaxDoc() - deleted;
  }

  private static void checkSchema(Directory directory) throws IOException {
    try {
      String schema = SegmentInfos.readLatestCommit(directory).getUserData().get(SCHEMA_KEY);
      if (!Integer.toString(Fields.SCHEMA).equals(schema)) {
        throw new UnusableIndexException(
            "the index in " + directory + " has schema " + schema + ", and " + cure(schema));
      }
    } catch (IndexNotFoundException e) {
      throw new UnusableIndexException("the index in " + directory + " has no commit", e);
    }
  }

  private static String cure(@Nullable String schema) {
    String understood = "this version of Dateline understands schema " + Fields.SCHEMA + ": ";
    if (schema == null || !schema.matches("\\d{1,9}")) {
      return understood + "Dateline did not make it";
    }
    return Integer.parseInt(schema) > Fields.SCHEMA
        ? understood + "use the later version that made it"
        : understood
            + "with the earlier version that made it, dateline export --output FILE writes all that"
            + " can be found; index that file, or what the articles were read from, into a new"
            + " folder";
  }
}
