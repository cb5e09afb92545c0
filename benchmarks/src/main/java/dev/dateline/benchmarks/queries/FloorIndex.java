package dev.dateline.benchmarks.queries;

import dev.dateline.article.Article;
import dev.dateline.benchmarks.corpus.Corpus;
import dev.dateline.benchmarks.corpus.Layout;
import dev.dateline.benchmarks.wordforms.WordForms;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field.Store;
import org.apache.lucene.document.LongField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortedNumericSelector;
import org.apache.lucene.search.TopDocs;
import org.apache.lucene.search.TopScoreDocCollectorManager;
import org.apache.lucene.store.FSDirectory;

/**
 * The floor: a bare Lucene index of stemmed titles and bodies, sorted by date, and its ten best
 * hits, which are numbers of documents. Nothing is shown or weighed by age, so no engine on Lucene
 * answers faster with the same words in the same fields. It has no line of Dateline's, so that no
 * change of that can flatter a ratio. Safe for use by many threads.
 */
public final class FloorIndex implements Closeable {

  static final String PUBLISHED = "published";

  private static final int HITS = 10;
  private static final Sort NEWEST =
      new Sort(LongField.newSortField(PUBLISHED, true, SortedNumericSelector.Type.MAX));

  private final FSDirectory directory;
  private final DirectoryReader reader;
  private final IndexSearcher searcher;

  private FloorIndex(FSDirectory directory) throws IOException {
    this.directory = directory;
    this.reader = DirectoryReader.open(directory);
    this.searcher = new IndexSearcher(reader);
    searcher.setQueryCache(null);
  }

  /** Opens the floor's index of a corpus, which is built on first use. */
  public static FloorIndex of(Corpus corpus, Layout layout) throws IOException {
    return new FloorIndex(
        FSDirectory.open(corpus.kept(layout.of("floor"), folder -> write(folder, corpus, layout))));
  }

  private static void write(Path folder, Corpus corpus, Layout layout) throws IOException {
    try (Analyzer analyzer = WordForms.STEMS_ONLY.analyzer();
        FSDirectory directory = FSDirectory.open(folder);
        IndexWriter writer =
            new IndexWriter(directory, new IndexWriterConfig(analyzer).setIndexSort(NEWEST))) {
      corpus.articles().forEach(article -> add(writer, article));
      if (layout == Layout.MERGED) {
        writer.forceMerge(1);
      }
    }
  }

  private static void add(IndexWriter writer, Article article) {
    Document document = new Document();
    if (article.title() != null) {
      document.add(new TextField("title", article.title(), Store.NO));
    }
    article.body().forEach(text -> document.add(new TextField("body", text, Store.NO)));
    if (article.published() != null) {
      document.add(new LongField(PUBLISHED, article.published().at().toEpochMilli(), Store.NO));
    }
    try {
      writer.addDocument(document);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The ten best documents, or the ten newest where that is asked. */
  public TopDocs top(QueryClass kind, Query query) throws IOException {
    return kind == QueryClass.NEWEST
        ? searcher.search(query, HITS, NEWEST)
        : searcher.search(query, HITS);
  }

  /**
   * What a page needs at least: the ten best documents, their exact number, and for facets a visit
   * to each of them, without scores.
   */
  public TopDocs page(QueryClass kind, Query query) throws IOException {
    TopDocs top = top(kind, query);
    int count = searcher.count(query);
    if (kind == QueryClass.FACETS) {
      count = visited(query);
    }
    if (count < top.scoreDocs.length) {
      throw new IllegalStateException("more hits than there are: " + query);
    }
    return top;
  }

  /** How many documents match, each of which is looked at. */
  int visited(Query query) throws IOException {
    return searcher.search(new ConstantScoreQuery(query), new EachCounted());
  }

  /** The ten best documents when every one that matches is scored. */
  TopDocs exhaustive(Query query) throws IOException {
    return searcher.search(query, new TopScoreDocCollectorManager(HITS, null, Integer.MAX_VALUE));
  }

  int count(GeneratedQuery query) throws IOException {
    return searcher.count(FloorQueries.of(query));
  }

  @Override
  public void close() throws IOException {
    reader.close();
    directory.close();
  }
}
