package dev.dateline.lucene;

import dev.dateline.index.UnusableIndexException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.LongConsumer;

/**
 * What was found when an index was verified: the checksum of every file, the structures inside them
 * ({@link org.apache.lucene.index.CheckIndex}), and what Dateline promises: that an id is there
 * once, and that what is indexed of an article is what its stored text gives. The latest commit is
 * verified; a writer may go on meanwhile, in this or another process. Of the generation that is
 * kept from before files and structures are looked at too.
 *
 * @param generation the name of the generation in use
 * @param segments how many segments it has
 * @param articles how many articles are stored in it, hidden ones among them
 * @param files how many files were read, those of kept sources among them
 * @param bytes their length together
 * @param compared how many articles were compared with what is indexed of them; 0 where damage was
 *     found before
 * @param damages all that was found; empty if the index is sound
 */
public record Verification(
    String generation,
    int segments,
    long articles,
    int files,
    long bytes,
    long compared,
    List<Damage> damages) {

  /** Articles that are compared, spread over the index, unless told otherwise. */
  public static final int DEFAULT_COMPARED = 1_000;

  public Verification {
    damages = List.copyOf(damages);
  }

  /** Whether nothing was found. */
  public boolean isSound() {
    return damages.isEmpty();
  }

  /**
   * What was found in the generation in use and in the sources, and not in the generation that is
   * kept from before.
   */
  public List<Damage> damagesInUse() {
    return damages.stream()
        .filter(damage -> !isOfGenerations(damage) || isIn(damage, inUse()))
        .toList();
  }

  private static boolean isOfGenerations(Damage damage) {
    return damage.file().startsWith("generations/") || damage.file().startsWith("written-since-");
  }

  private String inUse() {
    return "generations/" + generation;
  }

  /** Whether something was found in a folder, as seen from that of the index. */
  boolean isDamaged(String folder) {
    return damages.stream().anyMatch(damage -> isIn(damage, folder));
  }

  private static boolean isIn(Damage damage, String folder) {
    return damage.file().equals(folder) || damage.file().startsWith(folder + "/");
  }

  /**
   * Verifies the index in a folder. Reads every byte of it. One that an earlier version made is not
   * compared with its articles, as it was made otherwise.
   *
   * @param compared how many articles to compare with what is indexed of them, at most; 0 for none
   * @param progress is told, again and again, how many bytes were read
   * @throws UnusableIndexException if there is no index, or one of a later schema
   * @throws IOException if the disk cannot be read; damage is no exception
   */
  public static Verification of(Path folder, int compared, LongConsumer progress)
      throws IOException {
    return new Inspection(new IndexFolder(folder), compared, progress).run();
  }
}
