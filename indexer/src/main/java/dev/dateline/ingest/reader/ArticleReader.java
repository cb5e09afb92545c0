package dev.dateline.ingest.reader;

import java.io.IOException;
import java.util.function.Consumer;

/** Reads one format. Thread-safe. */
public interface ArticleReader {

  /** The name of the format in summaries, such as {@code json}. */
  String format();

  /** Whether the input is of this format, by what it begins with and, in doubt, by its name. */
  boolean accepts(Input input);

  /**
   * Hands over an outcome for each article.
   *
   * @throws IOException if the input cannot be read to its end; what was handed over before stays
   */
  void read(Input input, Consumer<Outcome> outcomes) throws IOException;
}
