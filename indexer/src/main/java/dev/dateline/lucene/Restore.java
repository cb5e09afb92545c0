package dev.dateline.lucene;

import dev.dateline.index.UnusableIndexException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.function.LongConsumer;
import org.apache.lucene.util.IOUtils;

/**
 * What was restored from a backup.
 *
 * @param backup the folder that it was restored from
 * @param generation the name of the generation that is now in use
 * @param articles how many articles are stored in it, hidden ones among them
 */
public record Restore(Path backup, String generation, long articles) {

  /**
   * Puts a backup, which is verified first, in the place of an index. Readers go on with what they
   * have, and see the restored articles within a second. A backup of an index that an earlier
   * version made is restored as it is: its {@link Migration} is due then.
   *
   * @param backup the folder of one backup, or of any index
   * @param index the folder of the index; made where there is none
   * @param progress is told of each file, when it was read or copied, how many bytes it has: each
   *     file twice
   * @throws UnusableIndexException if the backup is none or is damaged, or if another process
   *     writes to the index
   * @throws IOException if it could not be written; the index then is as it was, or, where that
   *     came after the swap, as it was restored: the whole of it, with the sources and failures
   */
  @SuppressWarnings("try") // the lock is held, and no more
  public static Restore of(Path backup, Path index, LongConsumer progress) throws IOException {
    Verification found = Verification.of(backup, Verification.DEFAULT_COMPARED, progress);
    if (!found.damagesInUse().isEmpty()) {
      Damage first = found.damagesInUse().getFirst();
      throw new UnusableIndexException(
          "the backup " + backup + " is damaged: " + first.file() + ": " + first.what());
    }
    IndexFolder from = new IndexFolder(backup);
    IndexFolder to = new IndexFolder(index);
    to.make();
    try (WriteLock alone = WriteLock.takeAlone(to.root());
        // The sources first: they must not know of a file whose articles are not in the generation.
        HeldCommit sources = from.holdSources();
        HeldGeneration held = from.hold()) {
      long number = to.makeGeneration();
      try {
        new CommitCopy(progress).copy(held.commit(), to.path(number), null);
        to.broughtAlong().copy(number, sources, from, progress);
      } catch (Throwable e) {
        IOUtils.closeWhileSuppressingExceptions(
            e, () -> to.remove(number), () -> to.broughtAlong().remove(number));
        throw e;
      }
      to.use(number);
      to.confirmCurrent();
      to.removeUnused();
      long articles = Generation.articles(held.commit().commit());
      return new Restore(backup, Long.toString(number), articles);
    }
  }
}
