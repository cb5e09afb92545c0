package dev.dateline.cli;

import dev.dateline.ingest.InputFile;
import dev.dateline.lucene.ReadFile;
import dev.dateline.lucene.Sources;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * Which files an index has read, so that the same command again goes on where it stopped, and
 * passes over what has not changed. {@link #wants} is thread-safe; all else is used by one thread
 * at a time.
 */
final class FileLog {

  private final Sources sources;
  private final boolean all;
  private final boolean keeping;

  private final AtomicLong unchangedFiles = new AtomicLong();
  private @Nullable InputFile file;
  private String path = "";
  private long taken;
  private long takenBefore;
  private boolean kept;

  /**
   * @param all whether files are read although they have not changed
   * @param keeping whether files are read although they have not changed, where what is in them is
   *     not kept
   */
  FileLog(Sources sources, boolean all, boolean keeping) {
    this.sources = sources;
    this.all = all;
    this.keeping = keeping;
  }

  /** Whether the file is to be read: not if all of it was, and it has not changed since. */
  boolean wants(InputFile file) throws IOException {
    Optional<ReadFile> whole =
        readBefore(path(file.path()), file)
            .filter(read -> read.whole() && (read.kept() || !keeping));
    if (all || whole.isEmpty()) {
      return true;
    }
    unchangedFiles.incrementAndGet();
    return false;
  }

  /** How many files were not to be read. */
  long unchangedFiles() {
    return unchangedFiles.get();
  }

  private Optional<ReadFile> readBefore(String path, InputFile file) throws IOException {
    return sources.find(path).filter(read -> read.is(file.size(), file.modified()));
  }

  /** The path of a file or folder, whatever the folder that the program was started in. */
  static String path(Path file) {
    try {
      return file.toRealPath().toString();
    } catch (IOException e) {
      return file.toAbsolutePath().normalize().toString();
    }
  }

  /**
   * What follows is of this file.
   *
   * @param keptNow whether what is in it is kept in this run
   */
  void begin(InputFile file, boolean keptNow) throws IOException {
    this.file = file;
    path = path(file.path());
    Optional<ReadFile> before = readBefore(path, file);
    boolean goesOn = !all && isUnchanged(file);
    taken = 0;
    takenBefore = before.filter(read -> goesOn && !read.whole()).map(ReadFile::taken).orElse(0L);
    kept = keptNow || before.map(ReadFile::kept).orElse(false);
  }

  /** Whether the file is the one that was found, which may be a while ago. */
  private static boolean isUnchanged(InputFile file) {
    try {
      return InputFile.of(file.path()).equals(file);
    } catch (IOException gone) {
      return false;
    }
  }

  /** Counts an outcome; gives whether the run before has taken it. */
  boolean next() {
    return file != null && ++taken <= takenBefore;
  }

  /**
   * Notes the file as read, unless it could not be, or has changed meanwhile: it is read again
   * then.
   */
  void end(boolean whole) throws IOException {
    InputFile read = file;
    file = null;
    if (read != null && whole && isUnchanged(read)) {
      note(read, true);
    }
  }

  /** Returns when it is on disk how far the files were read. */
  void commit() throws IOException {
    if (file != null && taken > takenBefore) {
      note(file, false);
    }
    sources.commit();
  }

  private void note(InputFile read, boolean whole) throws IOException {
    sources.note(new ReadFile(path, read.size(), read.modified(), taken, whole, kept));
  }
}
