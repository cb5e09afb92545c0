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
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.IOUtils;
import org.jspecify.annotations.Nullable;

/**
 * The articles as they were last written, committed or not. Those that Lucene cannot show yet are
 * held in memory, until there are so many that it is known to show them. All that begins with the
 * first question: who only writes pays nothing. Thread-safe.
 */
final class LatestArticles implements Closeable {

  /**
   * The articles that are held, in bytes as they are stored: as much as Lucene gathers, so that it
   * makes no smaller segments for this alone.
   */
  private static final long ROOM = 64 << 20;

  private final IndexWriter writer;
  private final AtomicLong held = new AtomicLong();
  private volatile @Nullable Values values;

  /** Whether the values, with what Lucene shows, are all that was written. */
  private volatile boolean complete;

  LatestArticles(IndexWriter writer) {
    this.writer = writer;
  }

  Optional<Article> find(String id) throws IOException {
    Values known = values;
    BytesRef found = (known == null || !complete ? first() : known).get(id);
    return found == null ? Optional.empty() : Optional.of(ArticleDocument.read(found));
  }

  private synchronized Values first() throws IOException {
    Values first = values;
    if (first == null) {
      first = new Values(new SearcherManager(writer, null));
      values = first;
    }
    if (!complete) {
      // What was written too late for the searcher and too early to be held.
      first.searchers.maybeRefreshBlocking();
      complete = true;
    }
    return first;
  }

  /**
   * Notes that an article was written.
   *
   * @param stored as {@link Fields#ARTICLE} has it
   */
  void put(String id, BytesRef stored) throws IOException {
    Values known = values;
    if (known != null) {
      known.add(id, stored);
      if (held.addAndGet(stored.length) > ROOM) {
        refresh();
      }
    }
  }

  /** Notes that an article was deleted. */
  void delete(String id) {
    Values known = values;
    if (known != null) {
      known.delete(id);
    }
  }

  /** Lets go of what Lucene can show. */
  void refresh() throws IOException {
    Values known = values;
    if (known != null && known.searchers.maybeRefresh()) {
      held.set(0);
    }
  }

  /** Shows from now on what Lucene holds now, and lets go of the files of before. */
  void refreshNow() throws IOException {
    Values known = values;
    if (known != null) {
      known.searchers.maybeRefreshBlocking();
    }
  }

  @Override
  public synchronized void close() throws IOException {
    Values known = values;
    if (known != null) {
      IOUtils.close(known, known.searchers);
    }
  }

  /** What was written since Lucene was last known to show it, by id. */
  private static final class Values extends LiveFieldValues<IndexSearcher, BytesRef> {

    private final SearcherManager searchers;

    Values(SearcherManager searchers) {
      super(searchers, new BytesRef());
      this.searchers = searchers;
    }

    @Override
    protected @Nullable BytesRef lookupFromSearcher(IndexSearcher searcher, String id)
        throws IOException {
      return new Documents(searcher.getIndexReader()).stored(id).orElse(null);
    }
  }
}
