package dev.dateline.lucene;

import dev.dateline.index.UnusableIndexException;
import java.io.IOException;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.LongConsumer;
import java.util.stream.Stream;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.store.Lock;
import org.apache.lucene.store.LockObtainFailedException;
import org.apache.lucene.util.IOUtils;
import org.jspecify.annotations.Nullable;

/**
 * A folder with backups of one index, each named after when it was made ({@code
 * 20261125T223000.000Z}) and each the whole folder of an index: it can be searched and verified
 * where it lies. A file that the backup before has too takes no room, where the file system knows
 * hard links.
 *
 * <p>What is copied is compared with its checksum, so that a damaged index never takes the place of
 * a sound backup. So is what is shared with the backup before, all of which is read for it: a file
 * that was damaged there is named, and copied from the index again. A backup that was cut off is
 * none: its folder ends in {@code .partial}, and the next one removes it. One backup is made at a
 * time, whatever the process.
 */
public final class Backups {

  private static final DateTimeFormatter NAME =
      DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss.SSS'Z'").withZone(ZoneOffset.UTC);

  private static final String NAMES = "\\d{8}T\\d{6}\\.\\d{3}Z";
  private static final String PARTIAL = ".partial";

  private final Path folder;

  /**
   * The backups in a folder.
   *
   * @param folder need not exist
   */
  public Backups(Path folder) {
    this.folder = folder.toAbsolutePath();
  }

  /**
   * A backup that was made.
   *
   * @param path its folder
   * @param articles how many articles are stored in it, hidden ones among them
   * @param copied how many bytes were copied
   * @param linked how many bytes it shares with the backup before
   * @param damaged the files of the backup before that are damaged, as paths; this one does not
   *     share them
   */
  public record Made(Path path, long articles, long copied, long linked, List<Damage> damaged) {
    public Made {
      damaged = List.copyOf(damaged);
    }
  }

  /** The backups that are there, the oldest first. */
  public List<Path> list() throws IOException {
    if (Files.notExists(folder)) {
      return List.of();
    }
    try (Stream<Path> inside = Files.list(folder)) {
      return inside.filter(path -> path.getFileName().toString().matches(NAMES)).sorted().toList();
    }
  }

  /**
   * Makes a backup of what an index holds on disk, while it is searched and written. When this
   * returns the backup is on disk.
   *
   * @param progress is told of each file, when it was copied, how many bytes it has
   * @throws UnusableIndexException if there is no index, or another backup is being made
   * @throws IOException if it could not be made; the backups that are there stay as they are
   */
  @SuppressWarnings("try") // the lock is held, and no more
  public Made make(Path index, LongConsumer progress) throws IOException {
    IndexFolder from = new IndexFolder(index);
    from.current(); // says so where there is no index, before anything is made
    DurableFolder.make(folder);
    try (Directory files = FSDirectory.open(folder);
        Lock alone = lock(files)) {
      removePartial();
      List<Path> all = list();
      Path before = all.isEmpty() ? null : all.getLast();
      Path name = folder.resolve(NAME.format(Instant.now()));
      Path partial = name.resolveSibling(name.getFileName() + PARTIAL);
      Made made = copy(from, new IndexFolder(partial), before, progress);
      Files.move(partial, name);
      IOUtils.fsync(folder, true);
      return new Made(name, made.articles(), made.copied(), made.linked(), made.damaged());
    }
  }

  /**
   * Takes the right to change what is in the folder, until it is closed. By Lucene's lock: a file
   * that a process holds must not be opened and closed by it again, as that lets go of it.
   */
  private Lock lock(Directory files) throws IOException {
    try {
      return files.obtainLock("backup.lock");
    } catch (LockObtainFailedException | OverlappingFileLockException e) {
      throw new UnusableIndexException("another backup is being made in " + folder, e);
    }
  }

  /**
   * All of one moment: sources and articles belong to the same generation, whoever restores over
   * the index meanwhile. What is copied is held before any of it is.
   */
  private static Made copy(
      IndexFolder from, IndexFolder to, @Nullable Path before, LongConsumer progress)
      throws IOException {
    to.make();
    while (true) {
      long number = from.current();
      // The sources first: they must not know of a file whose articles are not in the backup.
      try (HeldCommit sources = from.holdSources();
          HeldGeneration held = from.hold()) {
        FailureList.copy(from, FailureList.of(to.root()));
        if (held.number() == number && from.current() == number) {
          return copy(sources, held, to, before, progress);
        }
      }
    }
  }

  private static Made copy(
      @Nullable HeldCommit sources,
      HeldGeneration held,
      IndexFolder to,
      @Nullable Path before,
      LongConsumer progress)
      throws IOException {
    IndexFolder earlier = before == null ? null : new IndexFolder(before);
    CommitCopy copy = new CommitCopy(progress);
    if (sources != null) {
      copy.copy(sources, to.sources().path(), earlier == null ? null : earlier.sources().path());
    }
    long number = held.number();
    copy.copy(held.commit(), to.path(number), earlier == null ? null : earlier.path(number));
    to.use(number);
    long articles = Generation.articles(held.commit().commit());
    return new Made(to.root(), articles, copy.copied(), copy.linked(), copy.damaged());
  }

  /**
   * Removes the oldest backups.
   *
   * @param keep how many to keep, at least 1
   * @return those that were removed
   */
  public List<Path> keepLatest(int keep) throws IOException {
    if (keep < 1) {
      throw new IllegalArgumentException("at least one backup is kept: " + keep);
    }
    List<Path> all = list();
    List<Path> old = all.subList(0, Math.max(0, all.size() - keep));
    for (Path each : old) {
      // Renamed first: one that is half removed is no backup.
      Path partial = each.resolveSibling(each.getFileName() + PARTIAL);
      Files.move(each, partial);
      IOUtils.fsync(folder, true);
      IOUtils.rm(partial);
    }
    return old;
  }

  /**
   * Purges articles from each backup, as {@link LuceneWriter#purge} does. What two backups share
   * then takes room in each where it was concerned.
   *
   * @return what was done in all of them together; nothing where there is no such folder
   * @throws UnusableIndexException if a backup is being made
   */
  @SuppressWarnings("try") // the lock is held, and no more
  public Purge purge(Set<String> ids, Sources.Judge judge) throws IOException {
    Set<String> sources = new TreeSet<>();
    Set<String> readFrom = new TreeSet<>();
    List<String> remains = new ArrayList<>();
    if (Files.notExists(folder)) {
      return new Purge(List.of(), List.of(), List.of());
    }
    try (Directory files = FSDirectory.open(folder);
        Lock alone = lock(files)) {
      removePartial();
      for (Path backup : list()) {
        try (LuceneWriter writer = LuceneWriter.open(backup)) {
          Purge purge = writer.purge(ids, judge);
          sources.addAll(purge.sources());
          readFrom.addAll(purge.readFrom());
          remains.addAll(purge.remains());
        } catch (UnusableIndexException e) {
          remains.add(Purge.remains(backup, e));
        } catch (IOException | RuntimeException | InternalError e) {
          remains.add(Purge.remains(backup, e) + "; if it is damaged, remove that backup");
        }
      }
    }
    return new Purge(List.copyOf(sources), List.copyOf(readFrom), remains);
  }

  private void removePartial() throws IOException {
    try (Stream<Path> inside = Files.list(folder)) {
      for (Path left : inside.filter(path -> path.toString().endsWith(PARTIAL)).toList()) {
        IOUtils.rm(left);
      }
    }
  }
}
