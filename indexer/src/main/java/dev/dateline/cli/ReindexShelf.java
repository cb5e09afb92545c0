package dev.dateline.cli;

import dev.dateline.article.Article;
import dev.dateline.lucene.Reindex;
import java.io.IOException;
import java.util.Optional;

/** An index that is built anew. */
record ReindexShelf(Reindex reindex) implements Admission.Shelf {

  @Override
  public Optional<Article> find(String id) throws IOException {
    return reindex.find(id);
  }

  @Override
  public boolean add(Article article) throws IOException {
    return reindex.add(article);
  }

  @Override
  public void restore(Article article) throws IOException {
    reindex.restore(article);
  }

  /** The paths speak of the article, so that it is not left out as one that is not in them. */
  @Override
  public void keep(Article held) throws IOException {
    reindex.restore(held);
  }
}
