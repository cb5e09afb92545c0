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

  private final AtomicLong unchangedFiles = new AtomicLong();
  private @Nullable InputFile file;
  private long taken;
  private long takenBefore;

  /**
   * @param all whether files are read although they have not changed
   */
  FileLog(Sources sources, boolean all) {
    this.sources = sources;
    this.all = all;
  }

  /** Whether the file is to be read: not if all of it was, and it has not changed since. */
  boolean wants(InputFile file) throws IOException {
    if (all || readBefore(file).filter(ReadFile::whole).isEmpty()) {
      return true;
    }
    unchangedFiles.incrementAndGet();
    return false;
  }

  /** How many files were not to be read. */
  long unchangedFiles() {
    return unchangedFiles.get();
  }

  private Optional<ReadFile> readBefore(InputFile file) throws IOException {
    return sources.find(path(file.path())).filter(read -> read.is(file.size(), file.modified()));
  }

  /** The path of a file or folder, whatever the folder that the program was started in. */
  static String path(Path path) {
    try {
      return path.toRealPath().toString();
    } catch (IOException e) {
      return path.toAbsolutePath().normalize().toString();
    }
  }

  void begin(InputFile file) throws IOException {
    this.file = file;
    taken = 0;
    takenBefore = all ? 0 : readBefore(file).map(ReadFile::taken).orElse(0L);
  }

  /** Counts an outcome; gives whether the run before has taken it. */
  boolean next() {
    return file != null && ++taken <= takenBefore;
  }

  /** Notes the file as read, unless it has changed meanwhile: it is read again then. */
  void end() throws IOException {
    InputFile read = file;
    file = null;
    if (read != null && isAsItWas(read)) {
      note(read, true);
    }
  }

  private static boolean isAsItWas(InputFile read) {
    try {
      return InputFile.of(read.path()).equals(read);
    } catch (IOException gone) {
      return false;
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
    sources.note(new ReadFile(path(read.path()), read.size(), read.modified(), taken, whole));
  }
}
