package dev.dateline.lucene;

import java.io.IOException;
import org.apache.lucene.index.FilterLeafReader;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.FuzzyQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.MultiTermQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.util.AttributeSource;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/**
 * The words of an index that stand for one of a query, looked up within a limit of time. Lucene's
 * searchers look at their limit only once the words are known.
 */
final class TimedTerms extends FilterLeafReader.FilterTermsEnum {

  /** Words between two looks at the clock, which takes as long as a word. */
  private static final int OFTEN = 64;

  private final TimeLimit limit;
  private int read;

  private TimedTerms(TermsEnum terms, TimeLimit limit) {
    super(terms);
    this.limit = limit;
  }

  @Override
  public BytesRef next() throws IOException {
    if (++read % OFTEN == 0) {
      limit.check();
    }
    return in.next();
  }

  /** Articles with a term that starts like this one. */
  static final class Starting extends PrefixQuery {
    private final TimeLimit limit;

    Starting(Term start, TimeLimit limit) {
      super(start);
      this.limit = limit;
    }

    @Override
    protected TermsEnum getTermsEnum(Terms terms, AttributeSource attributes) throws IOException {
      limit.check();
      return new TimedTerms(super.getTermsEnum(terms, attributes), limit);
    }
  }

  /**
   * Articles with a term that is spelled nearly like this one, behind the mark of written words.
   */
  static final class Near extends FuzzyQuery {
    private final TimeLimit limit;

    /**
     * @param most terms that it may stand for; the nearest are taken
     */
    Near(Term term, int edits, int most, TimeLimit limit) {
      super(
          term,
          edits,
          WordFormsFilter.MARK.length(),
          most,
          true,
          new Once(FuzzyQuery.defaultRewriteMethod(most)));
      this.limit = limit;
    }

    @Override
    protected TermsEnum getTermsEnum(Terms terms, AttributeSource attributes) throws IOException {
      limit.check();
      return new TimedTerms(super.getTermsEnum(terms, attributes), limit);
    }
  }

  /** Looks words up once, as a search asks for them to find, to count and to explain. */
  private static final class Once extends MultiTermQuery.RewriteMethod {
    private final MultiTermQuery.RewriteMethod first;
    private @Nullable Query known;

    Once(MultiTermQuery.RewriteMethod first) {
      this.first = first;
    }

    @Override
    public Query rewrite(IndexSearcher searcher, MultiTermQuery query) throws IOException {
      if (known == null) {
        known = first.rewrite(searcher, query);
      }
      return known;
    }
  }
}
