package dev.dateline.lucene;

import dev.dateline.index.UnusableIndexException;
import java.io.EOFException;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.LongConsumer;
import org.apache.lucene.index.CorruptIndexException;
import org.apache.lucene.index.IndexNotFoundException;

/** Whether the generation that was in use before is still as it was written. */
final class KeptGeneration {

  private KeptGeneration() {}

  /**
   * All that is wrong with it, and with the list of what was written since.
   *
   * @param progress is told, again and again, how many bytes were read
   */
  static List<Damage> damages(IndexFolder index, long number, LongConsumer progress)
      throws IOException {
    String path = IndexFolder.name(number);
    List<Damage> found = new ArrayList<>(list(index, number));
    try (HeldCommit commit = HeldCommit.latest(index.open(number))) {
      found.addAll(Structures.damages(commit, path, progress));
    } catch (CorruptIndexException
        | EOFException
        | IndexNotFoundException
        | NoSuchFileException
        | InternalError e) {
      found.add(Damage.unreadable(path, e));
    }
    return found;
  }

  /** What is wrong with the list of what was written since it was in use, where there is one. */
  static List<Damage> list(IndexFolder index, long number) throws IOException {
    Path list = index.writtenSince(number, index.current());
    try {
      long unused = IdLines.read(list, id -> {});
      return List.of();
    } catch (NoSuchFileException e) {
      return List.of(); // as after a loss, and a migration
    } catch (CorruptIndexException e) {
      return List.of(new Damage(list.getFileName().toString(), e.getOriginalMessage()));
    }
  }

  /**
   * Checks, where one is kept, that all of it is sound, before it takes the place of another that
   * is. Reads every byte of it.
   *
   * @param progress is told, again and again, how many bytes were read
   * @return its number
   * @throws UnusableIndexException if it is damaged; names the first file
   */
  static OptionalLong check(IndexFolder index, LongConsumer progress) throws IOException {
    OptionalLong previous = index.previous();
    if (previous.isPresent()) {
      List<Damage> found = damages(index, previous.getAsLong(), progress);
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
