package dev.dateline.lucene;

import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongConsumer;
import org.apache.lucene.codecs.CodecUtil;
import org.apache.lucene.index.CorruptIndexException;
import org.apache.lucene.index.IndexNotFoundException;
import org.apache.lucene.store.IOContext;
import org.apache.lucene.store.IndexInput;

/**
 * Whether the files of an index are as they were written, by the checksum at the end of each: what
 * a server can look at again and again. {@link Verification} looks at more.
 *
 * @param damages the files that are damaged or missing; empty if all that were read are sound
 * @param files the files that there are, read or not, as seen from the index's folder, each with
 *     the checksum at its end; without those whose end cannot be read
 */
public record Checksums(List<Damage> damages, Map<String, Long> files) {

  /** Where no file was looked at. */
  public static final Checksums NONE = new Checksums(List.of(), Map.of());

  public Checksums {
    damages = List.copyOf(damages);
    files = Map.copyOf(files);
  }

  /**
   * Reads the files of the latest commit of the generation in use, and of kept sources. A writer
   * may go on meanwhile, in this or another process.
   *
   * @param progress is told, again and again, how many bytes were read; what it throws ends this
   * @throws dev.dateline.index.UnusableIndexException if there is no index
   * @throws IOException if the disk cannot be read; damage is no exception
   */
  public static Checksums check(Path folder, LongConsumer progress) throws IOException {
    return NONE.again(folder, progress);
  }

  /**
   * Looks again, and reads what is new: Lucene changes no file that it has written. A file is taken
   * for the same by its name and its checksum, as the number of a generation that was removed comes
   * again, and with it the names of its files; that another file has both is as probable as 1 in 4
   * billion. What was damaged stays so while it is there.
   *
   * @param progress as {@link #check} tells it
   * @throws IOException as {@link #check} throws it
   */
  public Checksums again(Path folder, LongConsumer progress) throws IOException {
    IndexFolder index = new IndexFolder(folder);
    Look look = new Look(progress);
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
    damages.stream().filter(old -> look.isKnown(old.file())).forEach(look.damages::add);
    return new Checksums(look.damages, look.files);
  }

  /** What was found so far. */
  private final class Look {
    private final LongConsumer progress;
    private final List<Damage> damages = new ArrayList<>();
    private final Map<String, Long> files = new HashMap<>();

    Look(LongConsumer progress) {
      this.progress = progress;
    }

    void at(HeldCommit commit, String path) throws IOException {
      for (String name : commit.listAll()) {
        note(commit, name, path + "/" + name);
      }
      damages.addAll(
          Structures.damagedFiles(commit, path, name -> !isKnown(path + "/" + name), progress));
    }

    private void note(HeldCommit commit, String name, String file) {
      try (IndexInput in = commit.openInput(name, IOContext.READONCE)) {
        files.put(file, CodecUtil.retrieveChecksum(in));
      } catch (IOException | InternalError e) { // an error where a mapped file cannot be read
        // Nobody knows which file that is; it is read, and told.
      }
    }

    /** Whether a file is there that was there when these were looked at. */
    boolean isKnown(String file) {
      Long checksum = files.get(file);
      return checksum != null && checksum.equals(Checksums.this.files.get(file));
    }
  }
}
