package dev.dateline.lucene;

import dev.dateline.index.UnusableIndexException;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import org.apache.lucene.index.IndexNotFoundException;

/** Which generation of an index is to be written, and where there is none, the first. */
final class CurrentGeneration {

  private CurrentGeneration() {}

  /** Opens the one in use; makes the first where there is none. */
  static OpenGeneration openOrMake(IndexFolder folder) throws IOException {
    return folder.hasCurrent() ? open(folder) : first(folder);
  }

  /** Opens the one in use. */
  static OpenGeneration open(IndexFolder folder) throws IOException {
    long number = folder.current();
    try {
      return OpenGeneration.open(folder, number);
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
    OpenGeneration first = OpenGeneration.create(folder);
    folder.use(first.number());
    return first;
  }
}
