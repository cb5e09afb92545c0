package dev.dateline.lucene;

import dev.dateline.index.Order;
import java.io.IOException;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.TopFieldCollectorManager;
import org.jspecify.annotations.Nullable;

/** The hits of a query in their order, from the first or after one that is known. */
final class HitOrder {

  private HitOrder() {}

  /**
   * The first hits, or the first ones after a place.
   *
   * @param after the place, with the keys of the order; null for the beginning
   * @param most how many at most, at least 1
   * @return {@link FieldDoc}s
   */
  static ScoreDoc[] find(
      IndexSearcher searcher, Query query, Order order, @Nullable FieldDoc after, int most)
      throws IOException {
    // Lucene makes room for all that are wanted, also where there are not so many.
    int room = Math.clamp(most, 1, Math.max(1, searcher.getIndexReader().maxDoc()));
    if (order == Order.RELEVANCE && after == null) {
      return searcher.search(query, new BestHits(searcher.getLeafContexts(), room));
    }
    if (order == Order.NEWEST) {
      return NewestHits.find(searcher, after == null ? query : rest(query, after), room);
    }
    return searcher.search(query, new TopFieldCollectorManager(sort(order), room, after, room))
        .scoreDocs;
  }

  /** The score of a hit that was found so; 0 where the order is by date. */
  static float score(ScoreDoc hit, Order order) {
    return order == Order.RELEVANCE ? score(hit) : 0;
  }

  /** The score of a hit that was found in the order of relevance. */
  static float score(ScoreDoc hit) {
    return (Float) ((FieldDoc) hit).fields[0];
  }

  /** A hit of that order with another score. */
  static FieldDoc withScore(FieldDoc hit, double score) {
    Object[] fields = hit.fields.clone();
    fields[0] = (float) score;
    return new FieldDoc(hit.doc, (float) score, fields);
  }

  private static Query rest(Query query, FieldDoc after) {
    return new BooleanQuery.Builder()
        .add(query, Occur.FILTER)
        .add(new AfterKeyQuery((Long) after.fields[0], (Long) after.fields[1]), Occur.FILTER)
        .build();
  }

  /** The order as Lucene sorts by it. */
  static Sort sort(Order order) {
    SortField[] newestFirst = Generation.NEWEST_FIRST.getSort();
    return switch (order) {
      case NEWEST -> Generation.NEWEST_FIRST;
      case OLDEST -> new Sort(Generation.published(false), newestFirst[1]);
      case RELEVANCE -> new Sort(SortField.FIELD_SCORE, newestFirst[0], newestFirst[1]);
    };
  }
}
