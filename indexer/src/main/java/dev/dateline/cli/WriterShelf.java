package dev.dateline.cli;

import dev.dateline.article.Article;
import dev.dateline.index.ArticleWriter;
import java.io.IOException;
import java.util.Optional;

/** The index as it is written. */
record WriterShelf(ArticleWriter writer) implements Admission.Shelf {

  @Override
  public Optional<Article> find(String id) throws IOException {
    return writer.find(id);
  }

  @Override
  public boolean add(Article article) throws IOException {
    return writer.add(article);
  }

  @Override
  public void restore(Article article) throws IOException {
    writer.restore(article);
  }
}
