package dev.dateline.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.dateline.ingest.json.JsonLinesReader;
import dev.dateline.ingest.reader.MeteredStream;
import dev.dateline.ingest.reader.Outcome;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Reads files of all formats that Dateline knows: web pages, feeds, wire formats, saved answers of
 * news services, mails, Markdown, tables, labelled story text, JSON and JSON Lines, web archives
 * and TREC files, each of them also packed by gzip or bzip2 and in zip and tar files. What a file
 * is, is found out from what is in it; its name only decides doubts.
 *
 * <p>All that is wrong with a file is an {@link Outcome}: every file, line and element that is not
 * blank gives one, and the rest is read. Memory is bounded whatever the size of the files. The
 * methods can be used by several threads.
 *
 * <pre>{@code
 * Ingest.read(
 *     List.of(Path.of("archive")),
 *     outcome -> {
 *       if (outcome instanceof Outcome.Read read) {
 *         writer.add(read.article());
 *       }
 *     });
 * }</pre>
 */
public final class Ingest {

  private Ingest() {}

  /**
   * Reads files, and folders with all that is in them, in the order of their names. Hidden files in
   * a folder are left out; links in a folder are passed over. Several files are read at a time;
   * what becomes of them is handed over by this thread, in the order of the files.
   *
   * @throws NoSuchFileException if a path does not exist; nothing has been read then
   * @throws IOException if the sink throws it
   */
  public static void read(List<Path> paths, Sink sink) throws IOException {
    read(paths, null, sink);
  }

  /**
   * The same, but for one folder, of which nothing is opened. The folder of an index lies easily in
   * the tree that is read into it, and on many systems closing a file of a process drops the locks
   * that the process holds on it.
   *
   * @param except the folder that is passed over, or null
   * @throws NoSuchFileException if a path does not exist; nothing has been read then
   * @throws IOException if the sink throws it
   */
  public static void read(List<Path> paths, @Nullable Path except, Sink sink) throws IOException {
    for (Path path : paths) {
      if (!Files.exists(path)) {
        throw new NoSuchFileException(path.toString());
      }
    }
    new ParallelReading(sink).read(paths, except);
  }

  /**
   * How many bytes of files {@link #read(List, Path, Sink)} would read, if it wants them all.
   *
   * @throws IOException if that cannot be known
   */
  public static long size(List<Path> paths, @Nullable Path except) throws IOException {
    Size size = new Size();
    FileTree tree = new FileTree(except, size);
    for (Path path : paths) {
      tree.visit(path);
    }
    return size.bytes;
  }

  private static final class Size implements FileTree.Visitor {
    private long bytes;

    @Override
    public void file(InputFile file, boolean named) {
      bytes += file.size();
    }

    @Override
    public void folder(Path folder) {}

    @Override
    public void outcome(Path path, Outcome outcome) {}
  }

  /**
   * Reads a stream, such as the standard input, to its end. It is not closed.
   *
   * @param name what the stream is called in outcomes, {@code -} for the standard input
   * @throws IOException if the sink throws it
   */
  public static void read(String name, InputStream in, Sink sink) throws IOException {
    // The sink's own errors pass the readers unchecked, so that they are not taken for the input's.
    try {
      Readers.read(
          name,
          new MeteredStream(in, sink::bytes),
          outcome -> {
            try {
              sink.accept(outcome);
            } catch (IOException e) {
              throw new UncheckedIOException(e);
            }
          });
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  /**
   * What was seen of some articles in a stream.
   *
   * @param held whether one of them is there
   * @param unread the first that could not be read, of which nobody knows whether it is one of
   *     them; null if all could
   */
  public record Sighting(boolean held, Outcome.@Nullable Malformed unread) {}

  /**
   * Looks for articles with one of these ids in a stream, which is read to its end and not closed.
   *
   * @param name what the stream is called, as in {@link #read(String, InputStream, Sink)}
   */
  public static Sighting lookFor(Set<String> ids, String name, InputStream in) throws IOException {
    AtomicBoolean held = new AtomicBoolean();
    AtomicReference<Outcome.@Nullable Malformed> unread = new AtomicReference<>();
    read(
        name,
        in,
        outcome -> {
          if (outcome instanceof Outcome.Read read && ids.contains(read.article().id())) {
            held.set(true);
          } else if (outcome instanceof Outcome.Malformed malformed) {
            unread.compareAndSet(null, malformed);
          }
        });
    return new Sighting(held.get(), unread.get());
  }

  /**
   * Whether a line of JSON Lines, in UTF-8, says nothing of an article: it is blank, or it is the
   * last of an export, {@code {"count":12}}.
   */
  public static boolean isBlankLine(byte[] line) {
    return JsonLinesReader.isBlank(new String(line, UTF_8));
  }

  /**
   * Reads one JSON object in UTF-8.
   *
   * @return {@link Outcome.Read}, {@link Outcome.PassedOver} if it is an item of ninjs without a
   *     text, or {@link Outcome.Malformed}; with an empty file and place
   */
  public static Outcome json(byte[] object) {
    return Readers.json(object);
  }
}
