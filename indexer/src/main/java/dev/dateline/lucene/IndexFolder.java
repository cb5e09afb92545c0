package dev.dateline.lucene;

import dev.dateline.index.UnusableIndexException;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.lucene.index.IndexCommit;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.util.IOUtils;
import org.jspecify.annotations.Nullable;

/**
 * The folder of an index: generations beside each other, of which {@code current} names the one in
 * use, and the one before it where that is kept.
 *
 * <pre>
 * write.lock         one writer, whatever the generation
 * generations/7/     a Lucene index
 * current            "7", in a second line "6", and a checksum; replaced by write, fsync, rename,
 *                    fsync
 * written-since-6-to-7   which ids were written to 7 since 6 was in use
 * sources/           which files were read, and what was in them; another Lucene index
 * failures.jsonl     the documents that could not be read ({@link FailureList})
 * sources-8, …       what comes in place of these two with generation 8 ({@link BroughtAlong})
 * </pre>
 */
final class IndexFolder {

  private static final System.Logger LOG = System.getLogger(IndexFolder.class.getName());

  private static final String WRITTEN_SINCE = "written-since-";

  private final Path root;
  private final Path generations;
  private final CurrentFile current;

  IndexFolder(Path root) {
    this.root = root.toAbsolutePath();
    this.generations = this.root.resolve("generations");
    this.current = new CurrentFile(this.root);
  }

  Path root() {
    return root;
  }

  /** Makes the folder itself, with nothing in it, so that it outlasts a power failure. */
  void make() throws IOException {
    if (!hasCurrent()) {
      DurableFolder.make(root);
    } // else who put a generation in use had made it before
    DurableFolder.makeIn(root, generations);
  }

  /** Whether a generation is in use. */
  boolean hasCurrent() {
    return current.exists();
  }

  /**
   * The number of the generation in use.
   *
   * @throws UnusableIndexException if there is none
   */
  long current() throws IOException {
    return read().current();
  }

  /** The number of the generation that was in use before, where it is kept. */
  OptionalLong previous() throws IOException {
    return read().previous();
  }

  private CurrentFile.Content read() throws IOException {
    try {
      return current.read();
    } catch (NoSuchFileException e) {
      throw new UnusableIndexException(
          "there is no index at " + root + "; make one with: dateline index PATH --index " + root,
          e);
    } catch (NumberFormatException e) {
      throw new UnusableIndexException(
          current.path()
              + " is damaged ("
              + e.getMessage()
              + "); write the number of the generation in use into it, alone: one of "
              + numbers(),
          e);
    }
  }

  /** The number of the generation that is made next. */
  long nextNumber() throws IOException {
    return numbers().stream().mapToLong(Long::longValue).max().orElse(0) + 1;
  }

  /** Makes a folder for a new generation, which is not in use yet. */
  long makeGeneration() throws IOException {
    long number = nextNumber();
    broughtAlong().remove(number); // of a generation of that number that never came into use
    Files.createDirectory(path(number));
    IOUtils.fsync(generations, true);
    return number;
  }

  /**
   * Opens the folder of a generation.
   *
   * @throws NoSuchFileException if it is not there; it is not made
   */
  Directory open(long number) throws IOException {
    if (Files.notExists(path(number))) {
      throw new NoSuchFileException(path(number).toString());
    }
    return FSDirectory.open(path(number));
  }

  /** When a commit was made, as the file system has it; null if it is gone by now. */
  @Nullable Instant committed(long number, IndexCommit commit) throws IOException {
    try {
      return Files.getLastModifiedTime(path(number).resolve(commit.getSegmentsFileName()))
          .toInstant();
    } catch (NoSuchFileException e) {
      return null;
    }
  }

  /** Puts a generation, which is whole and on disk, in use, and keeps none that was before. */
  void use(long number) throws IOException {
    use(number, OptionalLong.empty());
  }

  /**
   * Puts a generation, which is whole and on disk, in use. Atomic: a crash leaves the one or the
   * other.
   *
   * @param previous the one that is kept, so that one can go back to it
   */
  void use(long number, OptionalLong previous) throws IOException {
    current.replace(new CurrentFile.Content(number, previous));
  }

  /**
   * Puts the generation that is in use on disk as such, and then in place what came along with it.
   * Whoever wrote the file may have been killed before that was sure, and nothing may be removed,
   * or acknowledged, that it does not name.
   */
  void confirmCurrent() throws IOException {
    CurrentFile.Content used = read();
    current.replace(used);
    broughtAlong().settle(used.current());
  }

  /**
   * The file of what was written to a generation since another was in use, which is kept. Both are
   * in its name, so that it comes into use with {@code current}, and is never that of another swap.
   */
  Path writtenSince(long kept, long used) {
    return root.resolve(WRITTEN_SINCE + kept + "-to-" + used);
  }

  /**
   * Removes what is neither in use nor kept: the old generation after a swap, and what a crash left
   * half-built. What cannot be removed now is removed by the next writer.
   */
  void removeUnused() {
    try {
      CurrentFile.Content used = read();
      Set<Long> kept = new HashSet<>(Set.of(used.current()));
      used.previous().ifPresent(kept::add);
      for (long number : numbers()) {
        if (!kept.contains(number)) {
          remove(number);
        }
      }
      removeUnusedLists();
    } catch (IOException e) {
      LOG.log(Level.WARNING, "an old generation could not be removed", e);
    }
  }

  /** What was damaged, and lies out of the way of all writers. */
  SetAside setAside() {
    return new SetAside(root);
  }

  /** Removes what was written since others than the one that is kept, or to others. */
  void removeUnusedLists() throws IOException {
    CurrentFile.Content used = read();
    String needed =
        used.previous().isPresent()
            ? name(writtenSince(used.previous().getAsLong(), used.current()))
            : "";
    try (Stream<Path> inside = Files.list(root)) {
      for (Path file : inside.filter(Files::isRegularFile).toList()) {
        if (name(file).startsWith(WRITTEN_SINCE) && !name(file).equals(needed)) {
          Files.deleteIfExists(file);
        }
      }
    }
  }

  private static String name(Path file) {
    return file.getFileName().toString();
  }

  /** Removes a generation that is neither in use nor kept. */
  void remove(long number) throws IOException {
    IOUtils.rm(path(number));
  }

  /** The folder of a generation. */
  Path path(long number) {
    return generations.resolve(Long.toString(number));
  }

  /** The folder of a generation as seen from that of the index. */
  static String name(long number) {
    return "generations/" + number;
  }

  /** Holds the latest commit of the generation in use, also while generations are swapped. */
  HeldGeneration hold() throws IOException {
    while (true) {
      long number = current();
      try {
        return new HeldGeneration(number, HeldCommit.latest(open(number)));
      } catch (IOException e) {
        if (current() == number) {
          throw e;
        }
      }
    }
  }

  /** What comes into use with a generation, beside it. */
  BroughtAlong broughtAlong() {
    return new BroughtAlong(root);
  }

  /**
   * What is known of read files: what came with the generation in use, where that is not settled.
   */
  SourcesFolder sources() throws IOException {
    if (hasCurrent()) {
      Path brought = broughtAlong().sources(current());
      if (BroughtAlong.isWhole(brought)) {
        return new SourcesFolder(brought);
      }
    }
    return SourcesFolder.of(root);
  }

  /**
   * Holds the latest commit of the sources, also while others take their place; null where there
   * are none.
   */
  @Nullable HeldCommit holdSources() throws IOException {
    while (true) {
      SourcesFolder.Identity before = sources().identity();
      HeldCommit held = null;
      try {
        held = new SourcesFolder(before.path()).hold();
        if (sources().identity().equals(before)) {
          return held;
        }
      } catch (IOException e) {
        if (sources().identity().equals(before)) {
          throw e;
        }
      }
      IOUtils.close(held);
    }
  }

  /** Where failures are named: where those lie that came with the generation in use, or else. */
  Path failures() throws IOException {
    if (hasCurrent()) {
      Path brought = broughtAlong().failures(current());
      if (Files.exists(brought)) {
        return brought;
      }
    }
    return FailureList.of(root);
  }

  /** The numbers of the generations that are there, in use or not. */
  List<Long> numbers() throws IOException {
    try (Stream<Path> folders = Files.list(generations)) {
      return folders
          .map(folder -> folder.getFileName().toString())
          .filter(name -> name.matches("\\d{1,18}"))
          .map(Long::valueOf)
          .toList();
    }
  }
}
