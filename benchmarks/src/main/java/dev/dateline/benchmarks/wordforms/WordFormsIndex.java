package dev.dateline.benchmarks.wordforms;

import dev.dateline.benchmarks.corpus.NewsText;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.similarities.BM25Similarity;
import org.apache.lucene.store.FSDirectory;

/**
 * A Lucene index of titles, summaries and bodies in one of the {@link WordForms}; nothing stored.
 */
final class WordFormsIndex {

  private final Path folder;
  private final WordForms forms;
  private final FieldType text;
  private final FieldType stems;

  WordFormsIndex(Path parent, WordForms forms, boolean offsets) {
    this.folder = parent.resolve(forms.name());
    this.forms = forms;
    this.text =
        type(
            offsets
                ? IndexOptions.DOCS_AND_FREQS_AND_POSITIONS_AND_OFFSETS
                : IndexOptions.DOCS_AND_FREQS_AND_POSITIONS);
    this.stems = forms == WordForms.TWO_FIELDS_BARE ? type(IndexOptions.DOCS_AND_FREQS) : text;
  }

  private static FieldType type(IndexOptions options) {
    FieldType type = new FieldType();
    type.setTokenized(true);
    type.setIndexOptions(options);
    type.freeze();
    return type;
  }

  /** Indexes the articles and commits them, in the segments that come of it. */
  void add(List<NewsText> texts) throws IOException {
    write(
        writer -> {
          for (NewsText article : texts) {
            writer.addDocument(document(article));
          }
        });
  }

  /** Makes the index one segment. */
  void merge() throws IOException {
    write(writer -> writer.forceMerge(1));
  }

  private interface Work {
    void on(IndexWriter writer) throws IOException;
  }

  private void write(Work work) throws IOException {
    try (Analyzer analyzer = forms.analyzer();
        FSDirectory directory = FSDirectory.open(folder);
        IndexWriter writer =
            new IndexWriter(
                directory,
                new IndexWriterConfig(analyzer)
                    .setSimilarity(similarity())
                    .setUseCompoundFile(false)
                    .setRAMBufferSizeMB(64)
                    .setIndexSort(
                        new Sort(
                            new SortField("published", SortField.Type.LONG, true),
                            new SortField("hash", SortField.Type.LONG))))) {
      work.on(writer);
    }
  }

  private Document document(NewsText article) {
    Document document = new Document();
    document.add(new NumericDocValuesField("published", article.published().getEpochSecond()));
    document.add(new NumericDocValuesField("hash", article.id().hashCode()));
    add(document, "title", article.title());
    add(document, "summary", article.summary());
    add(document, "body", article.body());
    return document;
  }

  private void add(Document document, String field, String value) {
    document.add(new Field(field, value, stems));
    if (forms.twoFields()) {
      document.add(new Field(field + WordForms.WRITTEN, value, text));
    }
  }

  /** Lengths count every token, as the average length does: their ratio is what BM25 takes. */
  private static BM25Similarity similarity() {
    return new BM25Similarity(0.9f, 0.4f, false);
  }

  /** What is done with an index that is open. */
  interface Search {
    void on(IndexSearcher searcher) throws IOException;
  }

  void search(Search search) throws IOException {
    try (FSDirectory directory = FSDirectory.open(folder);
        DirectoryReader reader = DirectoryReader.open(directory)) {
      IndexSearcher searcher = new IndexSearcher(reader);
      searcher.setSimilarity(similarity());
      searcher.setQueryCache(null);
      search.on(searcher);
    }
  }

  /** Bytes on disk by the ending of the file's name: {@code doc} postings, {@code pos}, ... */
  Map<String, Long> bytes() throws IOException {
    Map<String, Long> bytes = new TreeMap<>();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.toList()) {
        String name = file.getFileName().toString();
        bytes.merge(name.substring(name.lastIndexOf('.') + 1), Files.size(file), Long::sum);
      }
    }
    return bytes;
  }

  void delete() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      files.forEach(
          file -> {
            try {
              Files.delete(file);
            } catch (IOException failure) {
              throw new UncheckedIOException(failure);
            }
          });
    }
    Files.delete(folder);
  }
}
