package dev.dateline.lucene;

import dev.dateline.article.Published;
import dev.dateline.index.IndexStats;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.time.Instant;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.TopDocs;
import org.jspecify.annotations.Nullable;

/** What a view of an index holds. */
final class Statistics {

  private Statistics() {}

  /**
   * @param previous the name of the generation that is kept
   */
  static IndexStats of(Views.View view, @Nullable String previous, Instant now) throws IOException {
    IndexSearcher searcher = view.searcher();
    Query visible = Visibility.everything(now);
    return new IndexStats(
        searcher.count(visible),
        first(searcher, visible, false),
        first(searcher, visible, true),
        view.commit(),
        bytes(view),
        previous);
  }

  /** When the first article of an order by date was published; undated ones come last. */
  private static @Nullable Published first(IndexSearcher searcher, Query query, boolean newest)
      throws IOException {
    TopDocs found = searcher.search(query, 1, new Sort(Generation.published(newest)));
    return found.scoreDocs.length == 0
        ? null
        : ArticleDocument.read(searcher.storedFields(), found.scoreDocs[0].doc).published();
  }

  private static long bytes(Views.View view) throws IOException {
    long bytes = 0;
    for (String file : view.reader().getIndexCommit().getFileNames()) {
      try {
        bytes += view.directory().fileLength(file);
      } catch (NoSuchFileException e) {
        // A later commit no longer needs it.
      }
    }
    return bytes;
  }
}
