package dev.dateline.cli;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;
import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;

import dev.dateline.ingest.reader.Outcome;
import java.io.BufferedWriter;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/**
 * The file that names every document that failed, as JSON Lines: {@code {"file":"…","where":"line
 * 17","reason":"…"}}. It takes the place of the one of the run before when it is published, whole;
 * a run without failures leaves none. Thread-safe.
 */
final class Failures implements Closeable {

  private final Path file;
  private final Path draft;
  private final BufferedWriter writer;
  private long count;
  private boolean published;

  /**
   * @throws IOException if the file cannot be written: known before any document has been read
   */
  Failures(Path file) throws IOException {
    this.file = file;
    // Hidden, so that it is not read where the index lies in a folder that is being indexed.
    this.draft = file.resolveSibling("." + file.getFileName() + ".draft");
    Path folder = file.toAbsolutePath().getParent();
    if (folder == null || !Files.isDirectory(folder)) {
      throw new NoSuchFileException(String.valueOf(folder));
    }
    this.writer = Files.newBufferedWriter(draft);
  }

  /** Adds a document; does nothing once the file is published. */
  synchronized void add(Outcome.Malformed failure) throws IOException {
    if (published) {
      return;
    }
    writer.write(Json.line(failure));
    writer.write('\n');
    count++;
  }

  /** Puts the file in its place. */
  synchronized void publish() throws IOException {
    if (published) {
      return;
    }
    published = true;
    writer.close();
    if (count == 0) {
      Files.deleteIfExists(file);
    } else {
      Files.move(draft, file, ATOMIC_MOVE, REPLACE_EXISTING);
    }
  }

  Path file() {
    return file;
  }

  /** Throws away what was not published. */
  @Override
  public synchronized void close() throws IOException {
    writer.close();
    Files.deleteIfExists(draft);
  }
}
