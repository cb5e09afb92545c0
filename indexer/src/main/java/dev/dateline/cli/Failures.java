package dev.dateline.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.dateline.ingest.reader.Outcome;
import dev.dateline.lucene.FailureList;
import java.io.BufferedWriter;
import java.io.Closeable;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The file that names every document that failed. It speaks of all files that were ever read into
 * the index: what a file failed for stands until the file is read again. A run writes a draft,
 * which is merged into the file when it is published; that of a run that was killed is merged by
 * the next. Where there is nothing to name there is no file. Thread-safe.
 */
final class Failures implements Closeable {

  private final Path file;
  private final Path draft;
  private final Set<String> before;
  private final FileOutputStream bytes;
  private final BufferedWriter writer;
  private boolean published;
  private long standing;

  /**
   * @throws IOException if the file cannot be written: known before any document has been read
   */
  Failures(Path file) throws IOException {
    this.file = file;
    this.draft = FailureList.draft(file);
    Path folder = file.toAbsolutePath().getParent();
    if (folder == null || !Files.isDirectory(folder)) {
      throw new NoSuchFileException(String.valueOf(folder));
    }
    if (Files.exists(draft)) {
      merge();
    }
    this.before = FailureLine.paths(file);
    this.bytes = new FileOutputStream(draft.toFile());
    Replacement.saveFolder(draft);
    this.writer = new BufferedWriter(new OutputStreamWriter(bytes, UTF_8));
  }

  /** A file on disk is read: what it failed for before does not stand any more. */
  synchronized void begin(String path) throws IOException {
    if (before.contains(path)) {
      write(FailureLine.readAgain(path));
    }
  }

  /**
   * Adds a document; does nothing once the file is published.
   *
   * @param path the file on disk, or null for the standard input
   */
  synchronized void add(@Nullable String path, Outcome.Malformed failure) throws IOException {
    write(FailureLine.of(path, failure));
  }

  private void write(FailureLine line) throws IOException {
    if (!published) {
      writer.write(Json.line(line));
      writer.write('\n');
    }
  }

  /** Returns when all that was added is on disk. */
  synchronized void save() throws IOException {
    if (!published) {
      writer.flush();
      bytes.getFD().sync();
    }
  }

  /** Puts the file in its place, with what stands of the one before. */
  synchronized void publish() throws IOException {
    if (!published) {
      save();
      published = true;
      writer.close();
      merge();
    }
  }

  private void merge() throws IOException {
    standing = 0;
    Path merged = file.resolveSibling("." + file.getFileName() + ".new");
    Set<String> read = FailureLine.paths(draft);
    try (BufferedWriter out = Files.newBufferedWriter(merged)) {
      FailureLine.forEach(
          file,
          line -> {
            if (line.path() != null && !read.contains(line.path())) {
              out.write(Json.line(line) + "\n");
              standing++;
            }
          });
      FailureLine.forEach(
          draft,
          line -> {
            if (line.reason() != null) {
              out.write(Json.line(line) + "\n");
            }
          });
    }
    if (Files.size(merged) == 0) {
      Files.delete(merged);
      Replacement.remove(file);
    } else {
      Replacement.move(merged, file);
    }
    // Only now: a crash before has the draft merged once more, which changes nothing.
    Files.delete(draft);
  }

  /** How many documents the published file names of files that were not read in this run. */
  synchronized long standing() {
    return standing;
  }

  Path file() {
    return file;
  }

  /** Leaves what was not published to the next run: its files may be noted as read. */
  @Override
  public synchronized void close() throws IOException {
    writer.close();
  }
}
