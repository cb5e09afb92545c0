package dev.dateline.lucene;

import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongConsumer;
import org.apache.lucene.index.CorruptIndexException;
import org.apache.lucene.index.IndexNotFoundException;

/**
 * Whether the files of an index are as they were written, by the checksum at the end of each: what
 * a server can look at again and again. {@link Verification} looks at more.
 */
public final class Checksums {

  private Checksums() {}

  /**
   * Reads every byte of the latest commit of the generation in use, and of kept sources. A writer
   * may go on meanwhile, in this or another process.
   *
   * @param progress is told, again and again, how many bytes were read; what it throws ends this
   * @return the files that are damaged or missing; empty if all are as they were written
   * @throws dev.dateline.index.UnusableIndexException if there is no index
   * @throws IOException if the disk cannot be read; damage is no exception
   */
  public static List<Damage> check(Path folder, LongConsumer progress) throws IOException {
    IndexFolder index = new IndexFolder(folder);
    List<Damage> damages = new ArrayList<>();
    String path = IndexFolder.name(index.current());
    try (HeldGeneration held = index.hold()) {
      path = IndexFolder.name(held.number());
      damages.addAll(Structures.damagedFiles(held.commit(), path, progress));
    } catch (CorruptIndexException | EOFException | IndexNotFoundException e) {
      damages.add(Damage.unreadable(path, e));
    }
    path = index.sources().path().getFileName().toString();
    try (HeldCommit sources = index.sources().hold()) {
      if (sources != null) {
        damages.addAll(Structures.damagedFiles(sources, path, progress));
      }
    } catch (CorruptIndexException | EOFException e) {
      damages.add(Damage.unreadable(path, e));
    }
    return damages;
  }
}
