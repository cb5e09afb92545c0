package dev.dateline.lucene;

import dev.dateline.index.UnusableIndexException;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.util.Set;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexNotFoundException;
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

  /** Opens the one in use; makes the first where there is none. */
  static OpenGeneration inUse(IndexFolder folder) throws IOException {
    return folder.hasCurrent() ? current(folder) : first(folder);
  }

  private static OpenGeneration current(IndexFolder folder) throws IOException {
    long number = folder.current();
    try {
      return open(folder, number);
    } catch (NoSuchFileException | IndexNotFoundException e) {
      throw new UnusableIndexException(
          folder.root() + " says that generation " + number + " is in use, and it is not there", e);
    }
  }

  /**
   * Makes the first generation, unless there are articles of which nothing says that they are in
   * use.
   */
  private static OpenGeneration first(IndexFolder folder) throws IOException {
    for (long number : folder.numbers()) {
      if (Generation.holdsArticles(folder, number)) {
        throw new UnusableIndexException(
            "nothing in "
                + folder.root()
                + " says which generation is in use, and generation "
                + number
                + " holds articles; to use it, write "
                + number
                + " into "
                + folder.root().resolve("current"));
      }
    }
    OpenGeneration first = create(folder);
    folder.use(first.number());
    return first;
  }

  private static OpenGeneration open(IndexFolder folder, long number) throws IOException {
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
