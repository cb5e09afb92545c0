package dev.dateline.index;

import dev.dateline.Dateline;
import dev.dateline.article.Article;
import dev.dateline.article.ArticleBuilder;
import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/**
 * What every backend promises about an index, divided by theme: a backend's test extends each of
 * the contracts and says where its index lies.
 */
abstract class ArticleIndexContract {

  static final Instant AS_OF = Instant.parse("2026-11-20T12:00:00Z");

  ArticleWriter writer;
  ArticleIndex index;

  /** Where there is no index yet, and the backend keeps one. */
  protected abstract URI address();

  @BeforeEach
  void open() throws IOException {
    writer = Dateline.openWriter(address());
    index = openIndex();
  }

  @AfterEach
  void close() throws IOException {
    index.close();
    writer.close();
  }

  final ArticleIndex openIndex() throws IOException {
    return Dateline.open(address());
  }

  static ArticleBuilder article(String id) {
    return Article.builder()
        .id(id)
        .title("Untitled")
        .published(Instant.parse("2026-11-01T08:00:00Z"));
  }

  final void add(ArticleBuilder... articles) throws IOException {
    for (ArticleBuilder article : articles) {
      writer.add(article.build());
    }
    writer.commit();
    index.refresh();
  }

  final SearchResult search(SearchRequest.Builder request) throws IOException {
    return index.search(request.asOf(AS_OF).build());
  }

  final List<String> found(String query) throws IOException {
    return ids(search(SearchRequest.builder().query(query)));
  }

  final List<String> found(SearchRequest.Builder request) throws IOException {
    return ids(search(request));
  }

  static List<String> ids(SearchResult result) {
    return result.hits().stream().map(hit -> hit.article().id()).toList();
  }
}
