package dev.dateline.benchmarks.queries;

import dev.dateline.article.Article;
import dev.dateline.benchmarks.corpus.ArticleGenerator;
import dev.dateline.benchmarks.corpus.GeneratedCorpus;
import dev.dateline.benchmarks.wordforms.WordForms;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field.Store;
import org.apache.lucene.document.LongField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortedNumericSelector;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.TopDocs;
import org.apache.lucene.store.FSDirectory;

/**
 * The floor: a bare Lucene index of stemmed titles and bodies, sorted by date, and its ten best
 * hits, which are numbers of documents. Nothing is counted, shown or weighed by age, so no engine
 * on Lucene answers faster with the same words in the same fields.
 */
public final class FloorIndex implements Closeable {

  private static final Sort NEWEST =
      new Sort(LongField.newSortField("published", true, SortedNumericSelector.Type.MAX));

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
  public static FloorIndex of(GeneratedCorpus corpus) throws IOException {
    return new FloorIndex(FSDirectory.open(corpus.kept("floor", folder -> write(folder, corpus))));
  }

  private static void write(Path folder, GeneratedCorpus corpus) throws IOException {
    try (Analyzer analyzer = WordForms.STEMS_ONLY.analyzer();
        FSDirectory directory = FSDirectory.open(folder);
        IndexWriter writer =
            new IndexWriter(directory, new IndexWriterConfig(analyzer).setIndexSort(NEWEST))) {
      for (int number = 0; number < corpus.size(); number++) {
        Article article = corpus.article(number);
        Document document = new Document();
        document.add(new TextField("title", article.title(), Store.NO));
        article.body().forEach(text -> document.add(new TextField("body", text, Store.NO)));
        document.add(
            new LongField(
                "published", ArticleGenerator.published(article).toEpochMilli(), Store.NO));
        writer.addDocument(document);
      }
    }
  }

  /** The ten best documents, or the ten newest where that is asked. */
  public TopDocs top(QueryClass kind, Query query) throws IOException {
    return kind == QueryClass.NEWEST
        ? searcher.search(query, 10, NEWEST)
        : searcher.search(query, 10);
  }

  int count(Query query) throws IOException {
    return searcher.count(query);
  }

  /** A flat list of clauses where the query allows it: the cheapest way to ask several fields. */
  public static Query query(GeneratedQuery query) {
    BooleanQuery.Builder clauses = new BooleanQuery.Builder();
    switch (query.kind()) {
      case COMMON_TERM, RARE_TERM, OR, NEWEST ->
          query.words().forEach(word -> anywhere(word, clauses));
      case AND -> query.words().forEach(word -> clauses.add(anywhere(word), Occur.MUST));
      case PHRASE -> {
        String[] stems = query.words().stream().map(WordForms::stem).toArray(String[]::new);
        clauses.add(new BoostQuery(new PhraseQuery("title", stems), 4), Occur.SHOULD);
        clauses.add(new PhraseQuery("body", stems), Occur.SHOULD);
      }
      case DATE -> {
        clauses.add(anywhere(query.words().getFirst()), Occur.MUST);
        clauses.add(
            LongField.newRangeQuery(
                "published", query.from().toEpochMilli(), query.until().toEpochMilli() - 1),
            Occur.FILTER);
      }
    }
    return clauses.build();
  }

  private static Query anywhere(String word) {
    BooleanQuery.Builder clauses = new BooleanQuery.Builder();
    anywhere(word, clauses);
    return clauses.build();
  }

  private static void anywhere(String word, BooleanQuery.Builder clauses) {
    String stem = WordForms.stem(word);
    clauses.add(new BoostQuery(new TermQuery(new Term("title", stem)), 4), Occur.SHOULD);
    clauses.add(new TermQuery(new Term("body", stem)), Occur.SHOULD);
  }

  @Override
  public void close() throws IOException {
    reader.close();
    directory.close();
  }
}
