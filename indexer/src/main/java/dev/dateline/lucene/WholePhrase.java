package dev.dateline.lucene;

import dev.dateline.index.Order;
import dev.dateline.lucene.Analysis.QueryWord;
import dev.dateline.query.QueryNode;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TopFieldCollectorManager;
import org.apache.lucene.search.TopFieldDocs;
import org.jspecify.annotations.Nullable;

/**
 * A question that has common words alone, looked for as it stands, as {@code to be or not to be}:
 * next to nothing is told by each of them, and much by an article that has them in a row. Their
 * phrase counts as a word does that is as rare and stands in an article once: {@code score + rarity
 * / (1 + k1)}.
 */
final class WholePhrase {

  private final IndexSearcher searcher;
  private final Rarity rarity;
  private final Query phrase;

  private WholePhrase(IndexSearcher searcher, Rarity rarity, Query phrase) {
    this.searcher = searcher;
    this.rarity = rarity;
    this.phrase = phrase;
  }

  /**
   * The phrase of a question, or null if it asks for anything else than words one after another, or
   * for any that tells what an article is about.
   *
   * @param rarity that of the index
   * @param translation a phrase as a query
   */
  static @Nullable WholePhrase of(
      IndexSearcher searcher,
      Rarity rarity,
      QueryNode asked,
      Function<QueryNode.Phrase, Query> translation)
      throws IOException {
    if (!(asked instanceof QueryNode.All all)) {
      return null;
    }
    List<QueryNode> parts = all.parts().stream().filter(part -> !part.isFilter()).toList();
    if (!parts.stream().allMatch(QueryNode.Word.class::isInstance)) {
      return null;
    }
    String text =
        parts.stream().map(part -> ((QueryNode.Word) part).text()).collect(Collectors.joining(" "));
    List<QueryWord> words = Analysis.words(text);
    return words.size() > 1 && allAreCommon(rarity, words)
        ? new WholePhrase(searcher, rarity, translation.apply(new QueryNode.Phrase(text, 0)))
        : null;
  }

  /** Ends at the first word that tells something, so that most questions cost one look. */
  private static boolean allAreCommon(Rarity rarity, List<QueryWord> words) throws IOException {
    for (QueryWord word : words) {
      if (!rarity.isCommon(word.english())) {
        return false;
      }
    }
    return true;
  }

  /**
   * The best hits of a query among those that have the phrase, with the scores that they rise to.
   */
  FieldDoc[] hits(Query query) throws IOException {
    Query having =
        new BooleanQuery.Builder().add(query, Occur.MUST).add(phrase, Occur.FILTER).build();
    TopFieldDocs found =
        searcher.search(
            having,
            new TopFieldCollectorManager(
                HitOrder.sort(Order.RELEVANCE), Ranking.RESCORED, null, Integer.MAX_VALUE));
    double rise = rarity.of(Math.toIntExact(found.totalHits.value())) / (1 + Ranking.K1);
    return Arrays.stream(found.scoreDocs)
        .map(hit -> HitOrder.withScore((FieldDoc) hit, HitOrder.score(hit) + rise))
        .toArray(FieldDoc[]::new);
  }
}
