package dev.dateline.lucene;

import dev.dateline.article.Article;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.apache.lucene.index.StoredFields;
import org.apache.lucene.search.IndexSearcher;

/** The articles that a search reads, each once: the best hits speak, and are shown. */
final class ReadArticles {

  private final StoredFields stored;
  private final Map<Integer, Article> articles = new HashMap<>();

  ReadArticles(IndexSearcher searcher) throws IOException {
    this.stored = searcher.storedFields();
  }

  Article of(int doc) throws IOException {
    Article article = articles.get(doc);
    if (article == null) {
      article = ArticleDocument.read(stored, doc);
      articles.put(doc, article);
    }
    return article;
  }
}
