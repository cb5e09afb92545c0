package dev.dateline.lucene;

import java.io.Closeable;
import java.io.IOException;
import java.util.Set;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.store.Directory;
import org.apache.lucene.util.IOFunction;
import org.apache.lucene.util.IOUtils;

/**
 * A generation that is being written.
 *
 * @param number its number, the name of its folder
 * @param directory its folder
 * @param writer its Lucene writer
 */
record OpenGeneration(long number, Directory directory, IndexWriter writer) implements Closeable {

  /** Opens one that is there. */
  static OpenGeneration open(IndexFolder folder, long number) throws IOException {
    return open(folder, number, Generation::openWriter);
  }

  /** Makes a new one, which is not in use yet. */
  static OpenGeneration create(IndexFolder folder) throws IOException {
    return open(folder, folder.makeGeneration(), Generation::create);
  }

  private static OpenGeneration open(
      IndexFolder folder, long number, IOFunction<Directory, IndexWriter> opening)
      throws IOException {
    Directory directory = folder.open(number);
    try {
      return new OpenGeneration(number, directory, opening.apply(directory));
    } catch (Throwable e) {
      IOUtils.closeWhileSuppressingExceptions(e, directory);
      throw e;
    }
  }

  /** The ids that are withdrawn in it, also by what was not committed. */
  Set<String> withdrawn() throws IOException {
    try (DirectoryReader reader = DirectoryReader.open(writer)) {
      return new Documents(reader).withdrawn();
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
