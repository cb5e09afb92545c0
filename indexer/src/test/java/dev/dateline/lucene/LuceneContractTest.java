package dev.dateline.lucene;

import dev.dateline.index.ArticleIndex;
import dev.dateline.index.ArticleIndexContract;
import dev.dateline.index.ArticleWriter;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

/** The embedded engine keeps what every backend promises. */
class LuceneContractTest extends ArticleIndexContract {

  @TempDir private Path folder;

  @Override
  protected ArticleWriter openWriter() throws IOException {
    return LuceneWriter.open(folder);
  }

  @Override
  protected ArticleIndex openIndex() throws IOException {
    return LuceneIndex.open(folder);
  }
}
