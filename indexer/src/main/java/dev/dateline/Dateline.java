package dev.dateline;

import dev.dateline.index.ArticleIndex;
import dev.dateline.index.ArticleWriter;
import dev.dateline.index.Backend;
import dev.dateline.index.UnusableIndexException;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ServiceLoader;

/** The library's front door. */
public final class Dateline {

  private Dateline() {}

  /**
   * Opens the index in a folder for searching.
   *
   * @throws UnusableIndexException if there is none, or if it cannot be understood
   */
  public static ArticleIndex open(Path folder) throws IOException {
    return open(folder.toUri());
  }

  /**
   * Opens an index for searching.
   *
   * @param address where it is: a {@code file:} URI for the embedded engine
   * @throws UnusableIndexException if there is none, if it cannot be understood, or if no engine
   *     knows the address
   */
  public static ArticleIndex open(URI address) throws IOException {
    return backend(address).open(address);
  }

  /**
   * Opens the index in a folder for writing; makes it where there is none.
   *
   * @throws UnusableIndexException if another writer holds it, or if it cannot be understood
   */
  public static ArticleWriter openWriter(Path folder) throws IOException {
    return openWriter(folder.toUri());
  }

  /**
   * Opens an index for writing; makes it where there is none.
   *
   * @param address where it is: a {@code file:} URI for the embedded engine
   * @throws UnusableIndexException if another writer holds it, if it cannot be understood, or if no
   *     engine knows the address
   */
  public static ArticleWriter openWriter(URI address) throws IOException {
    return backend(address).openWriter(address);
  }

  private static Backend backend(URI address) throws UnusableIndexException {
    return ServiceLoader.load(Backend.class, Dateline.class.getClassLoader()).stream()
        .map(ServiceLoader.Provider::get)
        .filter(backend -> backend.accepts(address))
        .findFirst()
        .orElseThrow(() -> new UnusableIndexException("no engine keeps an index at " + address));
  }
}
