package dev.dateline.benchmarks.relevance;

import dev.dateline.article.Article;
import java.io.Closeable;
import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field.Store;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.queries.mlt.MoreLikeThis;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.store.ByteBuffersDirectory;

/** The bodies of articles in a bare Lucene index, in memory, asked by Lucene's more-like-this. */
final class MoreLikeThisIndex implements Closeable {

  private static final String BODY = "body";

  private final Analyzer analyzer = new EnglishAnalyzer();
  private final ByteBuffersDirectory directory = new ByteBuffersDirectory();
  private final List<Article> articles;
  private final DirectoryReader reader;

  MoreLikeThisIndex(List<Article> articles) throws IOException {
    this.articles = articles;
    try (IndexWriter writer = new IndexWriter(directory, new IndexWriterConfig(analyzer))) {
      for (Article article : articles) {
        Document document = new Document();
        document.add(new TextField(BODY, String.join("\n", article.body()), Store.NO));
        writer.addDocument(document);
      }
      writer.forceMerge(1);
    }
    reader = DirectoryReader.open(directory);
  }

  /** The best ones but for the article itself. */
  List<Article> similar(Article article, int most) throws IOException {
    MoreLikeThis moreLikeThis = new MoreLikeThis(reader);
    moreLikeThis.setAnalyzer(analyzer);
    moreLikeThis.setFieldNames(new String[] {BODY});
    Query query = moreLikeThis.like(BODY, new StringReader(String.join("\n", article.body())));
    IndexSearcher searcher = new IndexSearcher(reader);
    List<Article> similar = new ArrayList<>();
    for (ScoreDoc hit : searcher.search(query, most + 1).scoreDocs) {
      Article found = articles.get(hit.doc);
      if (!found.id().equals(article.id()) && similar.size() < most) {
        similar.add(found);
      }
    }
    return similar;
  }

  @Override
  public void close() throws IOException {
    reader.close();
    directory.close();
    analyzer.close();
  }
}
