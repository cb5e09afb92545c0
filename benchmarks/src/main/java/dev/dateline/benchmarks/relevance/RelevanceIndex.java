package dev.dateline.benchmarks.relevance;

import dev.dateline.benchmarks.corpus.NewsText;
import dev.dateline.benchmarks.wordforms.WordForms;
import dev.dateline.evaluation.Run;
import dev.dateline.evaluation.RunHit;
import dev.dateline.evaluation.Topic;
import java.io.Closeable;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field.Store;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.similarities.BM25Similarity;
import org.apache.lucene.store.ByteBuffersDirectory;

/**
 * A bare Lucene index, in memory, that every {@link RankingVariant} can be asked of: title, body,
 * and both in one field with the title once, twice or three times, each as stems and as written.
 */
final class RelevanceIndex implements Closeable {

  private static final int DEPTH = 1000;
  private static final int MOST_TITLES = 3;

  private final ByteBuffersDirectory directory = new ByteBuffersDirectory();
  private final DirectoryReader reader;

  RelevanceIndex(List<NewsText> texts) throws IOException {
    try (Analyzer analyzer = WordForms.TWO_FIELDS.analyzer();
        IndexWriter writer = new IndexWriter(directory, new IndexWriterConfig(analyzer))) {
      for (NewsText text : texts) {
        writer.addDocument(document(text));
      }
      writer.forceMerge(1);
    }
    reader = DirectoryReader.open(directory);
  }

  /** The field that holds title and body, the title so many times. */
  static String all(int titles) {
    return "all" + titles;
  }

  private static Document document(NewsText text) {
    Document document = new Document();
    document.add(new StoredField("id", text.id()));
    add(document, "title", text.title());
    add(document, "body", text.body());
    for (int titles = 1; titles <= MOST_TITLES; titles++) {
      for (int i = 0; i < titles; i++) {
        add(document, all(titles), text.title());
      }
      add(document, all(titles), text.body());
    }
    return document;
  }

  private static void add(Document document, String field, String text) {
    document.add(new TextField(field, text, Store.NO));
    document.add(new TextField(field + WordForms.WRITTEN, text, Store.NO));
  }

  private IndexSearcher searcher(RankingVariant variant) {
    IndexSearcher searcher = new IndexSearcher(reader);
    searcher.setSimilarity(new BM25Similarity(variant.k1(), variant.b()));
    searcher.setQueryCache(null);
    return searcher;
  }

  /** The thousand best hits of each topic. */
  Run run(RankingVariant variant, RelevanceSet set) throws IOException {
    IndexSearcher searcher = searcher(variant);
    SequencedMap<String, List<RunHit>> run = new LinkedHashMap<>();
    for (Topic topic : set.topics()) {
      List<RunHit> hits = new ArrayList<>();
      Query query = variant.query(topic.text(), set.bodyOnly());
      for (ScoreDoc hit : searcher.search(query, DEPTH).scoreDocs) {
        hits.add(new RunHit(searcher.storedFields().document(hit.doc).get("id"), hit.score));
      }
      run.put(topic.number(), hits);
    }
    return new Run(run);
  }

  /** CPU time of a topic's ten best hits, in microseconds. */
  double microseconds(RankingVariant variant, RelevanceSet set) throws IOException {
    IndexSearcher searcher = searcher(variant);
    List<Query> queries =
        set.topics().stream().map(topic -> variant.query(topic.text(), set.bodyOnly())).toList();
    long start = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    for (Query query : queries) {
      searcher.search(query, 10);
    }
    long spent = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - start;
    return spent / 1e3 / queries.size();
  }

  @Override
  public void close() throws IOException {
    reader.close();
    directory.close();
  }
}
