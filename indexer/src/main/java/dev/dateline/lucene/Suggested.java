package dev.dateline.lucene;

import dev.dateline.index.SearchRequest;
import dev.dateline.index.Suggestion;
import dev.dateline.index.Suggestion.Kind;
import dev.dateline.lucene.Candidates.Candidate;
import dev.dateline.query.Attribute;
import dev.dateline.query.QueryNode;
import dev.dateline.query.QueryText;
import dev.dateline.query.TextPart;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.TermQuery;
import org.jspecify.annotations.Nullable;

/** Makes suggestions of what was found, as far as there are articles of it that can be found. */
final class Suggested {

  /** Fewer articles make no phrase: it may be the slip of one writer. */
  private static final int FEWEST = 2;

  /** A phrase of more articles than this share of all is boilerplate, in an index of some size. */
  private static final double COMMON = 0.1;

  private static final int SOME_SIZE = 100;

  /** A phrase whose articles mostly go on alike is no phrase by itself. */
  private static final double MOSTLY = 0.9;

  private final IndexSearcher searcher;
  private final Instant now;

  Suggested(IndexSearcher searcher, Instant now) {
    this.searcher = searcher;
    this.now = now;
  }

  /** Those that tell something: not boilerplate, and not the mere start of another one. */
  List<Candidate> telling(List<Candidate> found) {
    int all = searcher.getIndexReader().maxDoc();
    return found.stream()
        .filter(each -> each.term().kind() != Kind.PHRASE || isTelling(each, found, all))
        .toList();
  }

  private static boolean isTelling(Candidate phrase, List<Candidate> found, int all) {
    boolean isCommon = all > SOME_SIZE && phrase.articles() > COMMON * all;
    String start = phrase.term().key() + " ";
    return !isCommon
        && phrase.articles() >= FEWEST
        && found.stream()
            .filter(other -> other.term().key().startsWith(start))
            .noneMatch(other -> other.articles() >= MOSTLY * phrase.articles());
  }

  /** What was found as a suggestion, or null. */
  @Nullable Suggestion of(Candidate candidate) throws IOException {
    SuggestionTerm term = candidate.term();
    return switch (term.kind()) {
      case PHRASE -> having(term) < FEWEST ? null : words(term.written());
      case AUTHOR -> value(term, Attribute.AUTHOR);
      case TAG -> value(term, Attribute.TAG);
      case SOURCE -> value(term, Attribute.SOURCE);
      case TITLE -> throw new IllegalArgumentException("titles are not among the terms: " + term);
    };
  }

  /** Words as a suggestion, or null if hardly any article has them one after another. */
  @Nullable Suggestion inARow(String text) throws IOException {
    QueryNode phrase = new QueryNode.Phrase(text, 0);
    return count(text, phrase) < FEWEST ? null : words(text);
  }

  private @Nullable Suggestion words(String text) throws IOException {
    return counted(Kind.PHRASE, text, QueryText.parse(text).root(), null);
  }

  /** A title as a suggestion, or null. */
  @Nullable Suggestion title(String title, String id) throws IOException {
    QueryNode phrase = new QueryNode.Phrase(title, 0);
    return counted(Kind.TITLE, title, new QueryNode.In(List.of(TextPart.TITLE), phrase), id);
  }

  private @Nullable Suggestion value(SuggestionTerm term, Attribute attribute) throws IOException {
    QueryNode has = new QueryNode.Has(attribute, term.written());
    return counted(term.kind(), term.written(), has, null);
  }

  private @Nullable Suggestion counted(Kind kind, String text, QueryNode query, @Nullable String id)
      throws IOException {
    long articles = count(text, query);
    return articles == 0 ? null : new Suggestion(kind, text, query.toString(), articles, id);
  }

  private int count(String text, QueryNode query) throws IOException {
    QueryTranslator translator =
        new QueryTranslator(SearchRequest.of(text), query, now, TimeLimit.NONE);
    return searcher.count(translator.visible(query, now));
  }

  /** How many articles that can be found have this very phrase. */
  private int having(SuggestionTerm term) throws IOException {
    return searcher.count(
        new BooleanQuery.Builder()
            .add(new TermQuery(new Term(Fields.SUGGESTIONS, term.text())), Occur.FILTER)
            .add(Visibility.hidden(now), Occur.MUST_NOT)
            .build());
  }
}
