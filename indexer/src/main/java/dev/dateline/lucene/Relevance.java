package dev.dateline.lucene;

import dev.dateline.index.Match;
import dev.dateline.index.Order;
import dev.dateline.index.Recency;
import dev.dateline.index.SearchRequest;
import dev.dateline.lucene.Analysis.QueryWord;
import dev.dateline.lucene.Feedback.TellingWord;
import dev.dateline.lucene.RankedHits.Rescoring;
import dev.dateline.query.QueryNode;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;

/** What else than its words speaks for a hit of a request: nearness, freshness, the best hits. */
final class Relevance {

  /** Words of the best hits that are named: enough to see what was made of the question. */
  private static final int MOST_NAMED = 10;

  private final SearchRequest request;
  private final QueryNode asked;
  private final Instant asOf;
  private final List<String> warnings;

  /**
   * @param asked the tree of the request's query
   * @param asOf the instant from which age is counted
   * @param warnings what there is to say of the ranking is added
   */
  Relevance(SearchRequest request, QueryNode asked, Instant asOf, List<String> warnings) {
    this.request = request;
    this.asked = asked;
    this.asOf = asOf;
    this.warnings = warnings;
  }

  /**
   * The hits of a query in the order of the request.
   *
   * @param translator made the query, and makes of the same words what else is looked for
   * @param query scores and filters as was asked
   * @param anySuffices whether any of the words suffices, by the request or as none has all
   */
  RankedHits hits(
      IndexSearcher searcher,
      QueryTranslator translator,
      Query query,
      boolean anySuffices,
      ReadArticles articles)
      throws IOException {
    Order order = request.effectiveOrder();
    if (order != Order.RELEVANCE || asked.isFilter()) {
      return RankedHits.of(searcher, fresh(query), order, List.of(), null);
    }
    Rarity rarity = new Rarity(searcher.getIndexReader());
    WholePhrase phrase = WholePhrase.of(searcher, rarity, asked, translator::query);
    List<Rescoring> rescorings = new ArrayList<>();
    List<Neighbours> pairs = Neighbours.of(asked);
    if (!pairs.isEmpty()) {
      rescorings.add(new Nearness(searcher, rarity, pairs, Fields.of(request.searchIn())));
    }
    if (request.match() == Match.BROAD) {
      ScoreDoc[] best =
          RankedHits.of(searcher, query, order, rescorings, phrase)
              .find(null, Ranking.BROAD.articles());
      List<TellingWord> words = Feedback.words(rarity, articles, best, Ranking.BROAD);
      return RankedHits.of(searcher, fresh(widened(query, words)), order, rescorings, phrase);
    }
    if (anySuffices) {
      rescorings.add(new Agreement(searcher.getIndexReader(), rarity));
    }
    return RankedHits.of(searcher, fresh(query), order, rescorings, phrase);
  }

  /** The query with words of its best hits, some of which it names. */
  private Query widened(Query query, List<TellingWord> words) {
    if (words.isEmpty()) {
      return query;
    }
    String some =
        words.stream().limit(MOST_NAMED).map(TellingWord::word).collect(Collectors.joining(", "));
    warnings.add("Ranked by the telling words of the best hits too: " + some + " ...");
    long typed =
        Analysis.words(request.query()).stream().map(QueryWord::english).distinct().count();
    double weight = typed * Ranking.BROAD_SHARE / (1 - Ranking.BROAD_SHARE);
    return Feedback.query(words, weight).add(query, Occur.MUST).build();
  }

  private Query fresh(Query query) {
    if (request.effectiveOrder() != Order.RELEVANCE) {
      return query;
    }
    return switch (request.recency()) {
      case Recency.Off off -> query;
      case Recency.Auto auto -> new RecencyQuery(query, asOf, Ranking.HALF_LIFE, Ranking.FRESHNESS);
      case Recency.HalfLife halfLife ->
          new RecencyQuery(query, asOf, halfLife.span(), Ranking.FRESHNESS);
    };
  }
}
