package dev.dateline.lucene;

import dev.dateline.article.Article;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.CorruptIndexException;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.index.StoredFields;
import org.apache.lucene.search.IndexSearcher;
import org.jspecify.annotations.Nullable;

/**
 * The articles that a search reads, each once: the best hits speak, and are shown. Used by one
 * thread.
 */
final class ReadArticles {

  private final List<LeafReaderContext> segments;
  private final StoredFields stored;
  private final @Nullable BinaryDocValues[] shown;
  private final Map<Integer, Article> articles = new HashMap<>();

  ReadArticles(IndexSearcher searcher) throws IOException {
    this.segments = searcher.getIndexReader().leaves();
    this.stored = searcher.storedFields();
    this.shown = new BinaryDocValues[segments.size()];
  }

  Article of(int doc) throws IOException {
    Article article = articles.get(doc);
    if (article == null) {
      article = ArticleDocument.read(stored, doc);
      articles.put(doc, article);
    }
    return article;
  }

  /** The article as a hit shows it where no more was asked for: nothing is unpacked for it. */
  Article shown(int doc) throws IOException {
    LeafReaderContext segment = segments.get(ReaderUtil.subIndex(doc, segments));
    BinaryDocValues values = shownOf(segment, doc - segment.docBase);
    if (values == null || !values.advanceExact(doc - segment.docBase)) {
      throw new CorruptIndexException("an article has no " + Fields.SHOWN, segment.toString());
    }
    return ArticleDocument.read(values.binaryValue());
  }

  /** They are read forwards: those in use, unless they have passed the document. */
  private @Nullable BinaryDocValues shownOf(LeafReaderContext segment, int doc) throws IOException {
    BinaryDocValues inUse = shown[segment.ord];
    if (inUse == null || inUse.docID() >= doc) {
      inUse = segment.reader().getBinaryDocValues(Fields.SHOWN);
      shown[segment.ord] = inUse;
    }
    return inUse;
  }
}
