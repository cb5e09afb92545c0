package dev.dateline.lucene;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.Set;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.StoredFields;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

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

  /** How many files and streams are kept in a commit. */
  static long count(DirectoryReader reader) throws IOException {
    return new IndexSearcher(reader).count(sources());
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

  /**
   * Removes what a judge condemns, whenever it was kept.
   *
   * @param removed is given what it was called
   * @param unread is given what the judge could not read of the rest
   */
  void remove(Sources.Judge judge, Set<String> removed, Set<String> unread) throws IOException {
    try (DirectoryReader reader = DirectoryReader.open(writer)) {
      for (LeafReaderContext leaf : reader.leaves()) {
        Terms numbers = Terms.getTerms(leaf.reader(), SourceBlock.NUMBER);
        TermsEnum each = numbers.iterator();
        while (each.next() != null) {
          int last = lastLive(each.postings(null, PostingsEnum.NONE), leaf.reader().getLiveDocs());
          if (last >= 0
              && isCondemned(leaf.reader().storedFields(), last, judge, removed, unread)) {
            Term number = new Term(SourceBlock.NUMBER, BytesRef.deepCopyOf(each.term()));
            writer.deleteDocuments(number);
          }
        }
      }
    }
  }

  /** The last document of a block, which says what it is; negative where it is deleted. */
  private static int lastLive(PostingsEnum block, @Nullable Bits live) throws IOException {
    int last = -1;
    while (block.nextDoc() != DocIdSetIterator.NO_MORE_DOCS) {
      last = block.docID();
    }
    return live == null || live.get(last) ? last : -1;
  }

  private static boolean isCondemned(
      StoredFields stored, int last, Sources.Judge judge, Set<String> removed, Set<String> unread)
      throws IOException {
    Document source = stored.document(last);
    int pieces = source.getField(SourceBlock.PIECES).numericValue().intValue();
    String name = Objects.requireNonNull(source.get(SourceBlock.NAME));
    try (InputStream in = new PiecesStream(stored, last - pieces, last)) {
      Sources.Verdict verdict = judge.judge(name, in);
      if (verdict.condemned()) {
        removed.add(name);
      } else if (verdict.unread() != null) {
        unread.add(verdict.unread());
      }
      return verdict.condemned();
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
