package dev.dateline.lucene;

import dev.dateline.article.Article;
import java.io.Closeable;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.LiveFieldValues;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.util.IOUtils;

/**
 * The articles as they were last written, committed or not. Those that Lucene cannot show yet are
 * held in memory, until there are so many that it is asked to show them. Thread-safe.
 */
final class LatestArticles implements Closeable {

  /** The text that is held, in bytes as it is stored: a few thousand articles. */
  private static final long ROOM = 16 << 20;

  private final SearcherManager searchers;
  private final LiveFieldValues<IndexSearcher, Optional<Article>> values;
  private final AtomicLong held = new AtomicLong();

  LatestArticles(IndexWriter writer) throws IOException {
    searchers = new SearcherManager(writer, null);
    values =
        new LiveFieldValues<>(searchers, Optional.empty()) {
          @Override
          protected Optional<Article> lookupFromSearcher(IndexSearcher searcher, String id)
              throws IOException {
            return new Documents(searcher.getIndexReader()).find(id);
          }
        };
  }

  Optional<Article> find(String id) throws IOException {
    Optional<Article> found = values.get(id);
    return found == null ? Optional.empty() : found;
  }

  /**
   * Notes that an article was written.
   *
   * @param size its length in bytes as it is stored
   */
  void put(Article article, int size) throws IOException {
    values.add(article.id(), Optional.of(article));
    if (held.addAndGet(size) > ROOM) {
      refresh();
    }
  }

  /** Notes that an article was deleted. */
  void delete(String id) {
    values.delete(id);
  }

  /** Lets go of what Lucene can show. */
  void refresh() throws IOException {
    if (searchers.maybeRefresh()) {
      held.set(0);
    }
  }

  @Override
  public void close() throws IOException {
    IOUtils.close(values, searchers);
  }
}
