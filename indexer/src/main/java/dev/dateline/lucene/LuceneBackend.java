package dev.dateline.lucene;

import dev.dateline.index.ArticleIndex;
import dev.dateline.index.ArticleWriter;
import dev.dateline.index.Backend;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;

/** The embedded engine: keeps indexes in folders, at {@code file:} URIs. */
public final class LuceneBackend implements Backend {

  @Override
  public boolean accepts(URI address) {
    return "file".equals(address.getScheme());
  }

  @Override
  public ArticleIndex open(URI address) throws IOException {
    return LuceneIndex.open(Path.of(address));
  }

  @Override
  public ArticleWriter openWriter(URI address) throws IOException {
    return LuceneWriter.open(Path.of(address));
  }
}
