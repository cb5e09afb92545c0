package dev.dateline.lucene;

import dev.dateline.article.Article;
import dev.dateline.index.Suggestion;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.TopFieldCollectorManager;
import org.apache.lucene.util.BytesRef;

/**
 * The newest articles whose titles have all words of what was typed, the last one in any way that
 * it may go on. The index is in the order of dates, so that the search ends with the first few.
 */
final class Titles {

  /** A shorter start of a word stands for its likeliest words, not for all: they would be many. */
  private static final int SHORT = 3;

  /** How many likeliest words. */
  private static final int WORDS = 30;

  /** Articles for each title that is wanted: several articles may have one title. */
  private static final int MORE = 3;

  private final IndexSearcher searcher;
  private final Known known;
  private final Suggested suggested;
  private final Instant now;

  /** What may be suggested for the start of a text. */
  interface Known {
    Candidates of(String start) throws IOException;
  }

  Titles(IndexSearcher searcher, Known known, Suggested suggested, Instant now) {
    this.searcher = searcher;
    this.known = known;
    this.suggested = suggested;
    this.now = now;
  }

  /** The titles that a text may become. */
  Suggest.Source of(TypedText typed, int most) throws IOException {
    ScoreDoc[] found =
        searcher.search(
                query(typed),
                new TopFieldCollectorManager(Generation.NEWEST_FIRST, MORE * most, null, 1))
            .scoreDocs;
    int[] next = {0};
    return () -> {
      while (next[0] < found.length) {
        Article article = ArticleDocument.read(searcher.storedFields(), found[next[0]++].doc);
        String title = article.title();
        Suggestion suggestion = title == null ? null : suggested.title(title, article.id());
        if (suggestion != null) {
          return suggestion;
        }
      }
      return null;
    };
  }

  private Query query(TypedText typed) throws IOException {
    BooleanQuery.Builder all = new BooleanQuery.Builder();
    typed.before().forEach(word -> all.add(new TermQuery(title(word)), Occur.FILTER));
    if (!typed.last().isEmpty()) {
      all.add(startingWith(typed.last()), Occur.FILTER);
    }
    return all.add(Visibility.hidden(now), Occur.MUST_NOT).build();
  }

  private Query startingWith(String start) throws IOException {
    if (start.length() >= SHORT) {
      return new PrefixQuery(title(start));
    }
    List<BytesRef> words = new ArrayList<>(List.of(title(start).bytes()));
    known
        .of(start)
        .words(start, WORDS)
        .forEach(word -> words.add(title(word.term().key()).bytes()));
    return new TermInSetQuery(Fields.TITLE, words);
  }

  private static Term title(String word) {
    return new Term(Fields.TITLE, WordFormsFilter.MARK + word);
  }
}
