package dev.dateline.lucene;

import dev.dateline.article.Article;
import dev.dateline.article.Published;
import dev.dateline.index.Filter;
import dev.dateline.index.Hit;
import dev.dateline.index.Order;
import dev.dateline.index.SearchResult;
import dev.dateline.index.SimilarRequest;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.apache.lucene.index.StoredFields;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;

/**
 * The articles that have most in common with an article. Candidates are found by its telling words;
 * of those that say the same text, as the article or as a better candidate, none is shown. Used
 * once.
 */
final class Similar {

  /** Candidates for each article that is wanted: newswires carry a text three times and more. */
  private static final int CANDIDATES = 3;

  /**
   * Two texts are one where the shorter one's runs are in the other to this share. By
   * benchmarks/similar.md.
   */
  private static final double SAME_TEXT = 0.5;

  private final Views.View view;
  private final SimilarRequest request;
  private final long start = System.nanoTime();
  private final Instant now = Instant.now();
  private final Instant asOf;
  private final List<String> warnings = new ArrayList<>();

  Similar(Views.View view, SimilarRequest request) {
    this.view = view;
    this.request = request;
    this.asOf = request.asOf() == null ? now.truncatedTo(ChronoUnit.MINUTES) : request.asOf();
  }

  /** The answer about an article, which is in the view. */
  SearchResult to(Article article) throws IOException {
    TellingWords words = TellingWords.of(article, view.reader());
    List<Hit> hits = hits(article, candidates(article, words));
    return new SearchResult(
        "",
        words.node().toString(),
        warnings,
        false,
        null,
        asOf,
        OptionalLong.empty(),
        Order.RELEVANCE,
        1,
        request.pageSize(),
        null,
        Duration.ofNanos(System.nanoTime() - start),
        Map.of(),
        view.commit(),
        hits,
        Map.of(),
        null,
        null,
        false);
  }

  private ScoreDoc[] candidates(Article article, TellingWords words) throws IOException {
    BooleanQuery.Builder all =
        new BooleanQuery.Builder()
            .add(words.query(), Occur.MUST)
            .add(new TermQuery(new Term(Fields.ID, article.id())), Occur.MUST_NOT)
            .add(Visibility.hidden(now), Occur.MUST_NOT);
    Filters filters = new Filters(asOf, request.zone(), new Expansions(TimeLimit.NONE));
    request.filters().forEach(filter -> all.add(filters.query(filter), Occur.FILTER));
    if (request.background()) {
      all.add(older(article, filters), Occur.FILTER);
    }
    return view.searcher().search(all.build(), CANDIDATES * request.pageSize()).scoreDocs;
  }

  /** What was published before the article, or where its day alone is known, before that day. */
  private Query older(Article article, Filters filters) {
    Published published = article.published();
    if (published == null) {
      warnings.add("This article has no date: which ones are older cannot be told.");
      return new MatchNoDocsQuery("an article without a date");
    }
    Instant until =
        published.precision() == Published.Precision.DAY
            ? published.day().atStartOfDay(request.zone()).toInstant()
            : published.at();
    return filters.query(new Filter.Published(null, until));
  }

  /** The candidates that are not the same text as the article, or as one before them. */
  private List<Hit> hits(Article article, ScoreDoc[] candidates) throws IOException {
    StoredFields stored = view.searcher().storedFields();
    List<Shingles> shown = new ArrayList<>(List.of(Shingles.of(article)));
    List<Hit> hits = new ArrayList<>();
    for (ScoreDoc candidate : candidates) {
      Article found = ArticleDocument.read(stored, candidate.doc);
      Shingles runs = Shingles.of(found);
      if (shown.stream().noneMatch(other -> other.containment(runs) >= SAME_TEXT)) {
        shown.add(runs);
        Article carried = ShownArticle.of(found, request.fields());
        hits.add(new Hit(carried, candidate.score, new LinkedHashMap<>()));
      }
      if (hits.size() == request.pageSize()) {
        break;
      }
    }
    return hits;
  }
}
