package dev.dateline.lucene;

import java.io.Closeable;
import java.io.IOException;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.store.Directory;
import org.apache.lucene.util.IOUtils;

/**
 * A generation that is being written.
 *
 * @param number its number, the name of its folder
 * @param directory its folder
 * @param writer its Lucene writer
 * @param commits the commits of the writer, shared by those who wait for one
 */
record OpenGeneration(long number, Directory directory, IndexWriter writer, GroupCommit commits)
    implements Closeable {

  static OpenGeneration open(IndexFolder folder, long number) throws IOException {
    Directory directory = folder.open(number);
    try {
      IndexWriter writer = Generation.openWriter(directory);
      return new OpenGeneration(number, directory, writer, new GroupCommit(writer));
    } catch (Throwable e) {
      IOUtils.closeWhileSuppressingExceptions(e, directory);
      throw e;
    }
  }

  /** Closes it without what was not committed. */
  void abandon() throws IOException {
    IOUtils.close(writer::rollback, directory);
  }

  /** Commits and closes it. */
  @Override
  public void close() throws IOException {
    IOUtils.close(writer, directory);
  }
}
