package dev.dateline.lucene;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;
import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.LongConsumer;
import java.util.stream.Stream;
import org.apache.lucene.util.IOUtils;
import org.jspecify.annotations.Nullable;

/**
 * What comes into use with a generation and lies beside it: which files were read, and which
 * failed. It is made ready under the number of the generation, belongs to the index from the moment
 * in which that is put in use, and takes the place of what was there when an index is {@linkplain
 * #settle settled}, by who holds the write lock. So a crash leaves all of the old or all of the
 * new.
 *
 * <pre>
 * sources-8           takes the place of sources; a file, and no folder, where there are none
 * failures-8.jsonl    takes the place of failures.jsonl; empty where nothing failed
 * </pre>
 */
final class BroughtAlong {

  private static final String NAMES = "(sources-|failures-)\\d{1,18}(\\.jsonl)?";

  /** What is left there, by earlier versions too, belongs to nothing. */
  private static final String DRAFT = "sources.new";

  private final Path root;

  /**
   * @param root the folder of the index
   */
  BroughtAlong(Path root) {
    this.root = root;
  }

  /** Where the sources lie that come with a generation. */
  Path sources(long generation) {
    return root.resolve("sources-" + generation);
  }

  /** Where the list of failures lies that comes with a generation. */
  Path failures(long generation) {
    return root.resolve("failures-" + generation + ".jsonl");
  }

  /** Whether sources came, or that there are none: a reader may have made an empty folder there. */
  static boolean isWhole(Path sources) throws IOException {
    if (!Files.isDirectory(sources)) {
      return Files.exists(sources);
    }
    try (Stream<Path> inside = Files.list(sources)) {
      return inside.findAny().isPresent();
    } catch (NoSuchFileException e) {
      return false; // It has just taken the place of others.
    }
  }

  /**
   * Makes ready, for a generation that is not in use yet, what there is in another index. When this
   * returns it is on disk.
   *
   * @param sources the sources of the other index, or null where it has none
   * @param from the other index
   */
  void copy(long generation, @Nullable HeldCommit sources, IndexFolder from, LongConsumer progress)
      throws IOException {
    if (sources != null) {
      new CommitCopy(progress).copy(sources, sources(generation), null);
    } else {
      Files.createFile(sources(generation));
    }
    Path failures = failures(generation);
    FailureList.copy(from, failures);
    if (Files.notExists(failures)) {
      Files.createFile(failures);
    }
    IOUtils.fsync(root, true);
  }

  /** Where sources are made, until they are {@linkplain #bring brought} with a generation. */
  Path draft() {
    return root.resolve(DRAFT);
  }

  /** Brings what was made in the {@linkplain #draft draft}; with one in use it is used now. */
  void bring(long generation) throws IOException {
    Files.move(draft(), sources(generation), ATOMIC_MOVE);
    IOUtils.fsync(root, true);
  }

  /** Removes what was made ready for a generation. */
  void remove(long generation) throws IOException {
    IOUtils.rm(sources(generation), failures(generation));
  }

  /**
   * Puts in place what came with the generation in use, which is so for sure, and removes what was
   * made ready for others. Done again after whatever cut it off.
   */
  void settle(long current) throws IOException {
    List<Path> ready = ready();
    if (ready.isEmpty()) {
      return;
    }
    Path sources = sources(current);
    if (isWhole(sources)) {
      Path place = SourcesFolder.of(root).path();
      IOUtils.rm(place);
      if (Files.isDirectory(sources)) {
        Files.move(sources, place, ATOMIC_MOVE);
      }
    }
    if (ready.contains(failures(current))) {
      adopt(failures(current));
    }
    for (Path other : ready) {
      IOUtils.rm(other);
    }
    IOUtils.fsync(root, true);
  }

  private void adopt(Path failures) throws IOException {
    if (Files.size(failures) > 0) {
      Files.move(failures, FailureList.of(root), ATOMIC_MOVE, REPLACE_EXISTING);
    } else {
      Files.deleteIfExists(FailureList.of(root));
    }
  }

  private List<Path> ready() throws IOException {
    try (Stream<Path> inside = Files.list(root)) {
      return inside.filter(BroughtAlong::isReady).toList();
    }
  }

  private static boolean isReady(Path path) {
    String name = path.getFileName().toString();
    return name.matches(NAMES) || name.equals(DRAFT);
  }
}
