package dev.dateline.index;

import java.io.IOException;
import java.net.URI;

/** An engine that keeps indexes. Found by {@link java.util.ServiceLoader}. */
public interface Backend {

  /** Whether this engine keeps the index at this address. */
  boolean accepts(URI address);

  /**
   * Opens an index for searching.
   *
   * @throws UnusableIndexException if there is none, or if it cannot be understood
   */
  ArticleIndex open(URI address) throws IOException;

  /**
   * Opens an index for writing; makes it where there is none.
   *
   * @throws UnusableIndexException if another writer holds it, or if it cannot be understood
   */
  ArticleWriter openWriter(URI address) throws IOException;
}
