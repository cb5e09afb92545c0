package dev.dateline.lucene;

import dev.dateline.article.Article;
import dev.dateline.index.ArticleIndex;
import dev.dateline.index.Commit;
import dev.dateline.index.CursorExpiredException;
import dev.dateline.index.Hit;
import dev.dateline.index.HitStream;
import dev.dateline.index.IndexStats;
import dev.dateline.index.Order;
import dev.dateline.index.SearchRequest;
import dev.dateline.index.SearchResult;
import dev.dateline.index.SimilarRequest;
import dev.dateline.index.SuggestRequest;
import dev.dateline.index.SuggestResult;
import dev.dateline.index.UnusableIndexException;
import dev.dateline.query.QueryText;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.apache.lucene.store.AlreadyClosedException;
import org.apache.lucene.util.IOUtils;

/** Searches the index in a folder, which this or any other process may be writing. Thread-safe. */
public final class LuceneIndex implements ArticleIndex {

  private static final System.Logger LOG = System.getLogger(LuceneIndex.class.getName());

  /**
   * Twice in the second within which a commit is to be found. A look at an unchanged index costs
   * two small reads.
   */
  private static final long REFRESH_MILLISECONDS = 500;

  private final Views views;
  private final PinnedViews pinned;
  private final Suggestions suggestions = new Suggestions();

  /** Whether the last refresh failed. Used by the one thread that refreshes. */
  private boolean failing;

  private final ScheduledFuture<?> refreshing;
  private final ScheduledExecutorService refresher =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().name("dateline-refresh").daemon().factory());

  private LuceneIndex(Views views, LongSupplier nanoClock) {
    this.views = views;
    this.pinned = new PinnedViews(views, nanoClock);
    refreshing =
        refresher.scheduleWithFixedDelay(
            this::refreshOrLog, REFRESH_MILLISECONDS, REFRESH_MILLISECONDS, TimeUnit.MILLISECONDS);
  }

  /**
   * Opens the index in a folder.
   *
   * @throws UnusableIndexException if there is none, or if it cannot be understood
   */
  public static LuceneIndex open(Path folder) throws IOException {
    return open(folder, System::nanoTime);
  }

  /** The same by another clock. */
  static LuceneIndex open(Path folder, LongSupplier nanoClock) throws IOException {
    return new LuceneIndex(new Views(new IndexFolder(folder)), nanoClock);
  }

  /** What to do with a view of the index. */
  private interface Question<T> {
    T ask(Views.View view) throws IOException;
  }

  private <T> T ask(Question<T> question) throws IOException {
    Views.View view = acquire();
    try {
      return question.ask(view);
    } finally {
      views.release(view);
    }
  }

  private Views.View acquire() throws IOException {
    try {
      return views.acquire();
    } catch (AlreadyClosedException e) {
      throw new IOException("the index is closed", e);
    }
  }

  @Override
  public SearchResult search(SearchRequest request) throws IOException {
    String text = request.cursor();
    Cursor cursor = text == null ? null : Cursor.read(text, request);
    Views.View view =
        cursor == null || cursor.pinned() == null
            ? acquire()
            : pinned.acquire(cursor.pinned().view());
    if (view == null) {
      throw new CursorExpiredException(String.valueOf(text));
    }
    try {
      SearchResult result = new Search(view, request, cursor).answer();
      if (result.next() != null && result.order() == Order.RELEVANCE) {
        pinned.pin(view);
      }
      return result;
    } finally {
      views.release(view);
    }
  }

  @Override
  public HitStream stream(SearchRequest request) throws IOException {
    Order order = request.order() == null ? Order.NEWEST : request.order();
    SearchRequest whole = request.with().order(order).page(1).cursor(null).build();
    Views.View view = acquire();
    try {
      return new Search(view, whole, null).stream(() -> views.release(view));
    } catch (Throwable e) {
      IOUtils.closeWhileSuppressingExceptions(e, () -> views.release(view));
      throw e;
    }
  }

  @Override
  public Optional<SearchResult> similar(SimilarRequest request) throws IOException {
    Instant now = Instant.now();
    return ask(
        view -> {
          Optional<Article> article = new Documents(view.reader()).find(request.id());
          return article.isEmpty() || !Visibility.visible(article.get(), now)
              ? Optional.empty()
              : Optional.of(new Similar(view, request).to(article.get()));
        });
  }

  @Override
  public SuggestResult suggest(SuggestRequest request) throws IOException {
    return ask(view -> new Suggest(view, suggestions, request).answer());
  }

  @Override
  public Optional<Article> find(String id) throws IOException {
    Instant now = Instant.now();
    return ask(view -> new Documents(view.reader()).find(id))
        .filter(article -> Visibility.visible(article, now));
  }

  @Override
  public Commit commit() throws IOException {
    return ask(Views.View::commit);
  }

  @Override
  public Optional<Hit> find(String id, String query) throws IOException {
    Optional<Article> article = find(id);
    if (article.isEmpty()) {
      return Optional.empty();
    }
    Marks marks = Marks.of(QueryText.parse(query).root());
    return Optional.of(new Hit(article.get(), 0, marks.in(article.get())));
  }

  @Override
  public IndexStats stats() throws IOException {
    return ask(view -> Statistics.of(view, views.folder(), Instant.now()));
  }

  @Override
  public void refresh() throws IOException {
    try {
      views.maybeRefreshBlocking();
    } catch (AlreadyClosedException e) {
      throw new IOException("the index is closed", e);
    }
  }

  private void refreshOrLog() {
    try {
      views.maybeRefresh();
      pinned.releaseExpired();
      ask(
          view -> {
            suggestions.readAhead(view);
            return view;
          });
      if (failing) {
        failing = false;
        LOG.log(Level.INFO, "the index can be refreshed again");
      }
    } catch (IOException | RuntimeException e) {
      if (!failing) {
        failing = true;
        LOG.log(
            Level.WARNING, "the index cannot be refreshed; its last view goes on answering: " + e);
      }
    }
  }

  @Override
  public void close() throws IOException {
    refreshing.cancel(false);
    refresher.shutdown();
    IOUtils.close(pinned, views);
  }
}
