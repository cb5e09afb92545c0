package dev.dateline.lucene;

import dev.dateline.index.UnusableIndexException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.function.LongConsumer;
import org.apache.lucene.util.IOUtils;
import org.jspecify.annotations.Nullable;

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
   * @throws IOException if it could not be written; the index then is as it was
   */
  @SuppressWarnings("try") // the lock is held, and no more
  public static Restore of(Path backup, Path index, LongConsumer progress) throws IOException {
    Verification found = Verification.of(backup, Verification.DEFAULT_COMPARED, progress);
    if (!found.isSound()) {
      Damage first = found.damages().getFirst();
      throw new UnusableIndexException(
          "the backup " + backup + " is damaged: " + first.file() + ": " + first.what());
    }
    IndexFolder from = new IndexFolder(backup);
    IndexFolder to = new IndexFolder(index);
    to.make();
    try (WriteLock alone = WriteLock.takeAlone(to.root());
        HeldGeneration held = from.hold();
        HeldCommit sources = from.sources().hold()) {
      long number = copy(held.commit(), to, progress);
      replaceSources(to, sources, progress);
      to.use(number);
      to.sources().adoptNext();
      FailureList.copy(from.root(), to.root());
      to.removeUnused();
      long articles = Generation.articles(held.commit().commit());
      return new Restore(backup, Long.toString(number), articles);
    }
  }

  private static long copy(HeldCommit commit, IndexFolder to, LongConsumer progress)
      throws IOException {
    long number = to.makeGeneration();
    try {
      new CommitCopy(progress).copy(commit, to.path(number), null);
      return number;
    } catch (Throwable e) {
      IOUtils.closeWhileSuppressingExceptions(e, () -> to.remove(number));
      throw e;
    }
  }

  /**
   * What is known of read files goes before the swap, and what the backup knows of them comes after
   * it: a crash in between has files read again, and none passed over that is not in the index.
   */
  private static void replaceSources(
      IndexFolder to, @Nullable HeldCommit sources, LongConsumer progress) throws IOException {
    IOUtils.rm(to.sources().next());
    if (sources != null) {
      new CommitCopy(progress).copy(sources, to.sources().next(), null);
    }
    IOUtils.rm(to.sources().path());
    IOUtils.fsync(to.root(), true);
  }
}
