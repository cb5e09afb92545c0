package dev.dateline.ingest;

import dev.dateline.ingest.reader.Outcome;
import java.io.IOException;
import java.nio.file.Path;

/**
 * Takes what becomes of the input, piece by piece. Everything but {@link #wants} and {@link #bytes}
 * is called by one thread, the one that reads, in the order of the input.
 */
@FunctionalInterface
public interface Sink {

  /**
   * Takes an outcome.
   *
   * @throws IOException if it cannot be kept: the reading ends with this exception
   */
  void accept(Outcome outcome) throws IOException;

  /**
   * Takes what became of something on disk that was not read: a folder that cannot be listed, a
   * file of which nothing can be known, a link. It is of no file that was begun.
   *
   * @throws IOException if it cannot be kept: the reading ends with this exception
   */
  default void accept(Path path, Outcome outcome) throws IOException {
    accept(outcome);
  }

  /**
   * A folder could be listed; what lies in it follows.
   *
   * @throws IOException if it cannot be kept: the reading ends with this exception
   */
  default void folder(Path folder) throws IOException {}

  /**
   * Whether a file is to be read: all are, unless this says otherwise. Called by a thread of its
   * own, some files ahead of the reading.
   *
   * @throws IOException if that cannot be known: the reading ends with this exception
   */
  default boolean wants(InputFile file) throws IOException {
    return true;
  }

  /**
   * The outcomes that follow are of this file, up to its {@link #end}.
   *
   * @throws IOException if it cannot be kept: the reading ends with this exception
   */
  default void begin(InputFile file) throws IOException {}

  /**
   * All that became of the file was taken.
   *
   * @param whole whether its bytes could be had to the end, however broken they are; otherwise it
   *     may be there for another reading
   * @throws IOException if it cannot be kept: the reading ends with this exception
   */
  default void end(InputFile file, boolean whole) throws IOException {}

  /**
   * So many bytes more of the files were read. Called by several threads, some files ahead of the
   * outcomes.
   */
  default void bytes(long count) {}
}
