package dev.dateline.ingest.reader;

import java.io.IOException;
import java.util.function.Consumer;

/** Reads web pages, also those that say less than is known of them. Thread-safe. */
public interface PageReader extends ArticleReader {

  /**
   * Hands over the outcome of a page, which need not be one that {@link #accepts} accepts.
   *
   * @throws IOException if the page cannot be read to its end
   */
  void read(Input input, Delivery delivery, Consumer<Outcome> outcomes) throws IOException;
}
