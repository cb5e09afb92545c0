package dev.dateline.lucene;

import dev.dateline.index.UnusableIndexException;
import java.io.EOFException;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.LongConsumer;
import org.apache.lucene.index.CorruptIndexException;
import org.apache.lucene.index.IndexNotFoundException;

/** Whether the generation that was in use before is still as it was written. */
final class KeptGeneration {

  private KeptGeneration() {}

  /**
   * All that is wrong with it.
   *
   * @param progress is told, again and again, how many bytes were read
   */
  static List<Damage> damages(IndexFolder index, long number, LongConsumer progress)
      throws IOException {
    String path = IndexFolder.name(number);
    try (HeldCommit commit = HeldCommit.latest(index.open(number))) {
      return Structures.damages(commit, path, progress);
    } catch (CorruptIndexException
        | EOFException
        | IndexNotFoundException
        | NoSuchFileException
        | InternalError e) {
      return List.of(Damage.unreadable(path, e));
    }
  }

  /**
   * Checks, where one is kept, that all of it is sound, before it takes the place of another that
   * is. Reads every byte of it.
   *
   * @return its number
   * @throws UnusableIndexException if it is damaged; names the first file
   */
  static OptionalLong check(IndexFolder index) throws IOException {
    OptionalLong previous = index.previous();
    if (previous.isPresent()) {
      List<Damage> found = damages(index, previous.getAsLong(), bytes -> {});
      if (!found.isEmpty() && index.previous().equals(previous)) {
        Damage first = found.getFirst();
        throw new UnusableIndexException(
            "the generation that is kept is damaged: "
                + first.file()
                + ": "
                + first.what()
                + "; nobody can go back to it: dateline rollback --discard removes it");
      }
    }
    return previous;
  }
}
