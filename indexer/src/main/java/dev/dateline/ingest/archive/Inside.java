package dev.dateline.ingest.archive;

import dev.dateline.ingest.reader.Input;
import dev.dateline.ingest.reader.Outcome;
import java.io.IOException;
import java.util.function.Consumer;

/** Reads what lies in an archive by the reader of its format, whichever it is. Thread-safe. */
@FunctionalInterface
public interface Inside {

  /**
   * Hands over an outcome for each article.
   *
   * @throws IOException if it cannot be read
   */
  void read(Input entry, Consumer<Outcome> outcomes) throws IOException;
}
