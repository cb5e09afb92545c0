package dev.dateline.lucene;

import java.io.IOException;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.IndexWriterConfig.OpenMode;
import org.apache.lucene.index.SegmentCommitInfo;
import org.apache.lucene.index.SegmentInfos;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.store.Directory;
import org.apache.lucene.util.IOUtils;

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

  private Generation() {}

  /** Where undated articles stand among those from the newest to the oldest. */
  static final long UNDATED = Long.MIN_VALUE;

  /** The key of an order by date in which undated articles come last. */
  static SortField published(boolean newestFirst) {
    Long undated = newestFirst ? UNDATED : Long.MAX_VALUE;
    return new SortField(Fields.PUBLISHED, SortField.Type.LONG, newestFirst, undated);
  }

  /** Makes a generation, with a first commit in which nothing is. */
  static IndexWriter create(Directory directory) throws IOException {
    IndexWriter writer = new IndexWriter(directory, config().setOpenMode(OpenMode.CREATE));
    try {
      writer.setLiveCommitData(Schema.userData().entrySet());
      writer.commit();
      return writer;
    } catch (Throwable e) {
      IOUtils.closeWhileSuppressingExceptions(e, writer::rollback);
      throw e;
    }
  }

  /** Opens a generation that is there for writing. */
  static IndexWriter openWriter(Directory directory) throws IOException {
    Schema.check(directory);
    return new IndexWriter(directory, config().setOpenMode(OpenMode.APPEND));
  }

  private static IndexWriterConfig config() {
    return new IndexWriterConfig(Analysis.of(null))
        .setCodec(new ArticleCodec())
        .setSimilarity(Ranking.SIMILARITY)
        .setIndexSort(NEWEST_FIRST)
        .setRAMBufferSizeMB(BUFFER_MEGABYTES);
  }

  /** Opens a generation for reading, as of its last commit. */
  static DirectoryReader openReader(Directory directory) throws IOException {
    Schema.check(directory);
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
}
