package dev.dateline.lucene;

import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.LongConsumer;
import org.apache.lucene.index.CorruptIndexException;
import org.apache.lucene.index.IndexNotFoundException;

/**
 * Whether the files of an index are as they were written, by the checksum at the end of each: what
 * a server can look at again and again. {@link Verification} looks at more.
 *
 * @param damages the files that are damaged or missing; empty if all that were read are sound
 * @param files all files that there are, read or not, as seen from the index's folder
 */
public record Checksums(List<Damage> damages, Set<String> files) {

  public Checksums {
    damages = List.copyOf(damages);
    files = Set.copyOf(files);
  }

  /**
   * Reads the files of the latest commit of the generation in use, and of kept sources. A writer
   * may go on meanwhile, in this or another process.
   *
   * @param known files that are passed over, as seen from the index's folder: Lucene changes none
   *     that it has written
   * @param progress is told, again and again, how many bytes were read; what it throws ends this
   * @throws dev.dateline.index.UnusableIndexException if there is no index
   * @throws IOException if the disk cannot be read; damage is no exception
   */
  public static Checksums check(Path folder, Set<String> known, LongConsumer progress)
      throws IOException {
    IndexFolder index = new IndexFolder(folder);
    Look look = new Look(known, progress);
    String path = IndexFolder.name(index.current());
    try (HeldGeneration held = index.hold()) {
      path = IndexFolder.name(held.number());
      look.at(held.commit(), path);
    } catch (CorruptIndexException | EOFException | IndexNotFoundException e) {
      look.damages.add(Damage.unreadable(path, e));
    }
    path = index.sources().path().getFileName().toString();
    try (HeldCommit sources = index.sources().hold()) {
      if (sources != null) {
        look.at(sources, path);
      }
    } catch (CorruptIndexException | EOFException e) {
      look.damages.add(Damage.unreadable(path, e));
    }
    return new Checksums(look.damages, look.files);
  }

  /** What was found so far. */
  private static final class Look {
    private final Set<String> known;
    private final LongConsumer progress;
    private final List<Damage> damages = new ArrayList<>();
    private final Set<String> files = new HashSet<>();

    Look(Set<String> known, LongConsumer progress) {
      this.known = known;
      this.progress = progress;
    }

    void at(HeldCommit commit, String path) throws IOException {
      for (String name : commit.listAll()) {
        files.add(path + "/" + name);
      }
      damages.addAll(
          Structures.damagedFiles(
              commit, path, name -> !known.contains(path + "/" + name), progress));
    }
  }
}
