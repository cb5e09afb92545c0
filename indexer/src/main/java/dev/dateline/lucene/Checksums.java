package dev.dateline.lucene;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Whether the files of an index are as they were written, by the checksum at the end of each: what
 * a server can look at again and again. {@link Verification} looks at more.
 *
 * @param damages the files that are damaged or missing of the generation in use and of kept
 *     sources; empty if all that were read are sound
 * @param kept the same of the generation that is kept from before, with the list of what was
 *     written since; nobody is answered from it
 * @param files the files that there are, read or not, as seen from the index's folder, each with
 *     the checksum at its end; without those whose end cannot be read
 */
public record Checksums(List<Damage> damages, List<Damage> kept, Map<String, Long> files) {

  /** Where no file was looked at. */
  public static final Checksums NONE = new Checksums(List.of(), List.of(), Map.of());

  public Checksums {
    damages = List.copyOf(damages);
    kept = List.copyOf(kept);
    files = Map.copyOf(files);
  }

  /** Is told how a look goes on. */
  @FunctionalInterface
  public interface Observer {

    /** Some bytes were read. What this throws ends the look. */
    void read(long bytes);

    /** A file is damaged or missing, of which the look before did not know. */
    default void found(Damage damage) {}

    /** The same of the generation that is kept from before. */
    default void foundInKept(Damage damage) {}
  }

  /**
   * Reads the files of the latest commit of the generation in use, of kept sources, and of the
   * generation that is kept from before. A writer may go on meanwhile, in this or another process.
   * One file is open at a time, and none that was removed for longer than it takes to read 1 MB, so
   * that its room is free.
   *
   * @throws dev.dateline.index.UnusableIndexException if there is no index
   * @throws IOException if the disk cannot be read; damage is no exception
   */
  public static Checksums check(Path folder, Observer observer) throws IOException {
    return NONE.again(folder, observer);
  }

  /**
   * Looks again, and reads what is new: Lucene changes no file that it has written. A file is taken
   * for the same by its name and its checksum, as the number of a generation that was removed comes
   * again, and with it the names of its files; that another file has both is as probable as 1 in 4
   * billion. What was damaged stays so while it is there.
   *
   * @throws IOException as {@link #check} throws it
   */
  public Checksums again(Path folder, Observer observer) throws IOException {
    return new ChecksumLook(this, new IndexFolder(folder), observer).look();
  }

  /** All that is damaged, in use or kept. */
  List<Damage> all() {
    return Stream.concat(damages.stream(), kept.stream()).toList();
  }

  /** Whether a file, of this name and with this checksum, was there. */
  boolean holds(String file, long checksum) {
    Long seen = files.get(file);
    return seen != null && seen == checksum;
  }
}
