package dev.dateline.lucene;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.StoredFields;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.TermQuery;

/**
 * What was in the files that were read. Each is a block of documents: its bytes, cut into pieces,
 * and then what is known of it. Lucene keeps a block together, and keeps all of it or nothing.
 */
final class KeptSources {

  private final IndexWriter writer;
  private final DirectoryReader before;
  private long nextTurn;

  /**
   * @param before the sources as they are now
   */
  KeptSources(IndexWriter writer, DirectoryReader before) throws IOException {
    this.writer = writer;
    this.before = before;
    ScoreDoc[] latest = new IndexSearcher(before).search(sources(), 1, byTurn(true)).scoreDocs;
    this.nextTurn = latest.length == 0 ? 0 : (Long) turn(latest[0]) + 1;
  }

  /**
   * Keeps a stream, to its end.
   *
   * @throws UncheckedIOException if it cannot be read; nothing of it is kept
   */
  synchronized void keep(String name, InputStream in) throws IOException {
    SourceBlock block = new SourceBlock(name, in, nextTurn++);
    Iterable<Document> documents = () -> block;
    writer.addDocuments(documents);
    Term identity = new Term(SourceBlock.IDENTITY, block.identity());
    if (before.docFreq(identity) > 0) {
      writer.deleteDocuments(new Term(SourceBlock.NUMBER, block.number()));
      writer.updateNumericDocValue(identity, SourceBlock.TURN, block.turn());
    }
  }

  /** Shows what is kept, the latest last. */
  void forEach(Sources.Visitor visitor) throws IOException {
    try (DirectoryReader reader = DirectoryReader.open(writer)) {
      IndexSearcher searcher = new IndexSearcher(reader);
      int count = Math.max(1, searcher.count(sources()));
      StoredFields stored = searcher.storedFields();
      for (ScoreDoc hit : searcher.search(sources(), count, byTurn(false)).scoreDocs) {
        Document source = stored.document(hit.doc);
        int pieces = source.getField(SourceBlock.PIECES).numericValue().intValue();
        try (InputStream in = new PiecesStream(stored, hit.doc - pieces, hit.doc)) {
          visitor.visit(Objects.requireNonNull(source.get(SourceBlock.NAME)), in);
        }
      }
    }
  }

  private static TermQuery sources() {
    return new TermQuery(new Term(Sources.KIND, SourceBlock.SOURCE));
  }

  private static Sort byTurn(boolean latestFirst) {
    return new Sort(new SortField(SourceBlock.TURN, SortField.Type.LONG, latestFirst));
  }

  private static Object turn(ScoreDoc hit) {
    return Objects.requireNonNull(((FieldDoc) hit).fields[0]);
  }
}
