package dev.dateline.lucene;

import dev.dateline.article.Article;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.Term;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.util.IOUtils;

/**
 * Lucene alone with the documents, the analysis and the order that Dateline gives it: what an add
 * and a commit cost without any of Dateline's promises. In this package for the sake of those.
 */
public final class BareLucene implements Closeable {

  private final Directory directory;
  private final IndexWriter writer;

  /** Makes an index in an empty folder. */
  public BareLucene(Path folder) throws IOException {
    directory = FSDirectory.open(folder);
    writer = Generation.create(directory);
  }

  /** Adds an article, in the place of one with its id, and commits. */
  public void write(Article article) throws IOException {
    writer.updateDocument(new Term(Fields.ID, article.id()), ArticleDocument.of(article));
    writer.commit();
  }

  @Override
  public void close() throws IOException {
    IOUtils.close(writer, directory);
  }
}
