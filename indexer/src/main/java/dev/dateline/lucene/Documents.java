package dev.dateline.lucene;

import dev.dateline.article.Article;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.lucene.document.LongPoint;
import org.apache.lucene.index.CodecReader;
import org.apache.lucene.index.CorruptIndexException;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.StoredFields;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.BytesRef;

/** The articles of one view of an index, by id and one after another. Used by one thread. */
final class Documents {

  /** No document's number. */
  private static final int NONE = -1;

  private final IndexReader reader;
  private final StoredFields stored;

  Documents(IndexReader reader) throws IOException {
    this.reader = reader;
    this.stored = reader.storedFields();
  }

  /** What to do with each article. */
  interface Visitor {
    void visit(Article article) throws IOException;
  }

  /** The article with this id, whatever its status. */
  Optional<Article> find(String id) throws IOException {
    int doc = number(id);
    return doc == NONE ? Optional.empty() : Optional.of(ArticleDocument.read(stored, doc));
  }

  /** The same as it is stored, unread. */
  Optional<BytesRef> stored(String id) throws IOException {
    int doc = number(id);
    return doc == NONE ? Optional.empty() : Optional.of(ArticleDocument.stored(stored, doc));
  }

  /** Whether there is an article with this id, whatever its status. Reads no article. */
  boolean holds(String id) throws IOException {
    return number(id) != NONE;
  }

  private int number(String id) throws IOException {
    Term term = new Term(Fields.ID, id);
    for (LeafReaderContext leaf : reader.leaves()) {
      PostingsEnum postings = leaf.reader().postings(term, PostingsEnum.NONE);
      Bits live = leaf.reader().getLiveDocs();
      while (postings != null && postings.nextDoc() != DocIdSetIterator.NO_MORE_DOCS) {
        if (live == null || live.get(postings.docID())) {
          return leaf.docBase + postings.docID();
        }
      }
    }
    return NONE;
  }

  /** The ids that are withdrawn: few, and asked for when a generation is opened. */
  Set<String> withdrawn() throws IOException {
    IndexSearcher searcher = new IndexSearcher(reader);
    Query withdrawn = LongPoint.newExactQuery(Fields.HIDDEN_UNTIL, Long.MAX_VALUE);
    int count = searcher.count(withdrawn);
    Set<String> ids = ConcurrentHashMap.newKeySet();
    if (count > 0) {
      for (ScoreDoc hit : searcher.search(withdrawn, count).scoreDocs) {
        ids.add(ArticleDocument.read(stored, hit.doc).id());
      }
    }
    return ids;
  }

  /**
   * Shows every article, whatever its status.
   *
   * @throws CorruptIndexException before any article of a segment is shown, if the texts that are
   *     stored in it are not as they were written: a copy would have a checksum that is right
   */
  void forEach(Visitor visitor) throws IOException {
    for (LeafReaderContext leaf : reader.leaves()) {
      if (leaf.reader() instanceof CodecReader segment) {
        segment.getFieldsReader().checkIntegrity();
      }
      Bits live = leaf.reader().getLiveDocs();
      for (int doc = 0; doc < leaf.reader().maxDoc(); doc++) {
        if (live == null || live.get(doc)) {
          visitor.visit(ArticleDocument.read(stored, leaf.docBase + doc));
        }
      }
    }
  }
}
