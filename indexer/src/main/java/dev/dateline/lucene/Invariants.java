package dev.dateline.lucene;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.MultiBits;
import org.apache.lucene.index.MultiTerms;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.BytesRef;

/** That each article has an id, and each id one article. */
final class Invariants {

  /** Ids that are named, at most: what is wrong with one is wrong with others. */
  private static final int MOST_NAMED = 20;

  private Invariants() {}

  /**
   * All articles that break it.
   *
   * @param path where the index lies
   */
  static List<Damage> of(IndexReader reader, String path) throws IOException {
    List<Damage> damages = new ArrayList<>();
    long articles = 0;
    Terms ids = MultiTerms.getTerms(reader, Fields.ID);
    if (ids != null) {
      Bits live = MultiBits.getLiveDocs(reader);
      TermsEnum terms = ids.iterator();
      PostingsEnum postings = null;
      for (BytesRef id = terms.next(); id != null; id = terms.next()) {
        postings = terms.postings(postings, PostingsEnum.NONE);
        int count = count(postings, live);
        articles += count;
        if (count > 1 && damages.size() < MOST_NAMED) {
          damages.add(
              new Damage(path, "the id " + id.utf8ToString() + " is there " + count + " times"));
        }
      }
    }
    if (articles < reader.numDocs()) {
      long without = reader.numDocs() - articles;
      damages.add(new Damage(path, without + " articles have no id"));
    }
    return damages;
  }

  private static int count(PostingsEnum postings, Bits live) throws IOException {
    int count = 0;
    while (postings.nextDoc() != DocIdSetIterator.NO_MORE_DOCS) {
      if (live == null || live.get(postings.docID())) {
        count++;
      }
    }
    return count;
  }
}
