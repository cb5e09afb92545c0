package dev.dateline.server.metrics;

import dev.dateline.article.Article;
import dev.dateline.index.ArticleIndex;
import dev.dateline.index.Commit;
import dev.dateline.index.Hit;
import dev.dateline.index.HitStream;
import dev.dateline.index.IndexStats;
import dev.dateline.index.SearchRequest;
import dev.dateline.index.SearchResult;
import dev.dateline.index.SimilarRequest;
import dev.dateline.index.SuggestRequest;
import dev.dateline.index.SuggestResult;
import java.io.IOException;
import java.util.Optional;

/**
 * An index whose searches are measured, whoever makes them: the API, a page, a feed. Closing it
 * closes the index.
 */
public final class MeasuredIndex implements ArticleIndex {

  private final ArticleIndex index;
  private final Metrics metrics;

  public MeasuredIndex(ArticleIndex index, Metrics metrics) {
    this.index = index;
    this.metrics = metrics;
  }

  @Override
  public SearchResult search(SearchRequest request) throws IOException {
    SearchResult result = index.search(request);
    metrics.searched(result);
    Trace.noteSearch(request, result);
    return result;
  }

  @Override
  public HitStream stream(SearchRequest request) throws IOException {
    return index.stream(request);
  }

  @Override
  public Optional<SearchResult> similar(SimilarRequest request) throws IOException {
    return index.similar(request);
  }

  @Override
  public SuggestResult suggest(SuggestRequest request) throws IOException {
    return index.suggest(request);
  }

  @Override
  public Optional<Article> find(String id) throws IOException {
    return index.find(id);
  }

  @Override
  public Optional<Hit> find(String id, String query) throws IOException {
    return index.find(id, query);
  }

  @Override
  public Commit commit() throws IOException {
    return index.commit();
  }

  @Override
  public IndexStats stats() throws IOException {
    return index.stats();
  }

  @Override
  public void refresh() throws IOException {
    index.refresh();
  }

  @Override
  public void close() throws IOException {
    index.close();
  }
}
