package dev.dateline.lucene;

import dev.dateline.index.Order;
import java.io.IOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.jspecify.annotations.Nullable;

/**
 * The hits of a query in their order, which by relevance is made in two steps: the {@link
 * Ranking#RESCORED} best by their scores are scored again, higher or as high, by what is too dear
 * to look at in every hit, and so may be some that have the question as a phrase; the others follow
 * as they are. So the order is one and total: it depends on the query and the view alone, not on
 * where a page begins or how long it is. Used by one thread.
 */
final class RankedHits {

  private final IndexSearcher searcher;
  private final Query query;
  private final Order order;
  private final boolean rescored;

  /** In the order of the query alone. */
  private final FieldDoc[] first;

  /** The same in the order that is shown. */
  private final FieldDoc[] best;

  /** Those of the best that are there for their phrase. */
  private final Set<Integer> lifted;

  /** What scores the best hits again. */
  interface Rescoring {

    /**
     * What hits score.
     *
     * @param hits best first
     * @return for each of them at least what it scored
     */
    double[] scores(ScoreDoc[] hits) throws IOException;
  }

  private RankedHits(
      IndexSearcher searcher,
      Query query,
      Order order,
      boolean rescored,
      FieldDoc[] first,
      FieldDoc[] best) {
    this.searcher = searcher;
    this.query = query;
    this.order = order;
    this.rescored = rescored;
    this.first = first;
    this.best = best;
    this.lifted = lifted(first, best);
  }

  /** The first hits are all among the best. */
  private static Set<Integer> lifted(FieldDoc[] first, FieldDoc[] best) {
    if (best.length == first.length) {
      return Set.of();
    }
    Set<Integer> lifted = docs(best);
    lifted.removeAll(docs(first));
    return lifted;
  }

  private static Set<Integer> docs(ScoreDoc[] hits) {
    return Arrays.stream(hits).map(hit -> hit.doc).collect(Collectors.toCollection(HashSet::new));
  }

  /**
   * The hits of a query.
   *
   * @param query scores as Lucene does
   * @param rescorings one after another; none where hits are ordered by date
   * @param phrase the question as a phrase, or null if that is no evidence of its own
   */
  static RankedHits of(
      IndexSearcher searcher,
      Query query,
      Order order,
      List<Rescoring> rescorings,
      @Nullable WholePhrase phrase)
      throws IOException {
    if (rescorings.isEmpty() && phrase == null) {
      return new RankedHits(searcher, query, order, false, new FieldDoc[0], new FieldDoc[0]);
    }
    ScoreDoc[] found = HitOrder.find(searcher, query, order, null, Ranking.RESCORED);
    FieldDoc[] first = Arrays.copyOf(found, found.length, FieldDoc[].class);
    FieldDoc[] best =
        phrase == null || first.length == 0 ? first : joined(first, phrase.hits(query));
    for (Rescoring rescoring : rescorings) {
      best = risen(best, rescoring.scores(best));
    }
    return new RankedHits(searcher, query, order, true, first, best);
  }

  /** How many hits there are, where all of them were scored again; then nobody need count them. */
  OptionalLong total() {
    return rescored && first.length < Ranking.RESCORED
        ? OptionalLong.of(first.length)
        : OptionalLong.empty();
  }

  /**
   * The first hits, or the first ones after a place.
   *
   * @param after the place, with the keys of the order; null for the beginning
   * @param most how many at most, at least 1
   * @return {@link FieldDoc}s
   */
  ScoreDoc[] find(@Nullable FieldDoc after, int most) throws IOException {
    int start = after == null ? 0 : placeAfter(after);
    if (!rescored || start < 0) {
      return others(after, most);
    }
    FieldDoc[] found = Arrays.copyOfRange(best, start, Math.min(best.length, start + most));
    if (found.length == most || first.length < Ranking.RESCORED) {
      return found;
    }
    ScoreDoc[] others = others(first[first.length - 1], most - found.length);
    return Stream.of(found, others).flatMap(Arrays::stream).toArray(ScoreDoc[]::new);
  }

  /** Hits that are none of the best, after a place in the order of the query alone. */
  private ScoreDoc[] others(@Nullable FieldDoc after, int most) throws IOException {
    ScoreDoc[] found = HitOrder.find(searcher, query, order, after, most + lifted.size());
    return Arrays.stream(found)
        .filter(hit -> !lifted.contains(hit.doc))
        .limit(most)
        .toArray(ScoreDoc[]::new);
  }

  /** Where the hit after this one stands among the best; below 0 if this one is none of them. */
  private int placeAfter(FieldDoc place) {
    for (int i = 0; i < best.length; i++) {
      if (best[i].doc == place.doc) {
        return i + 1;
      }
    }
    return -1;
  }

  /** The first hits, and those with the phrase that rise above the last of them. */
  private static FieldDoc[] joined(FieldDoc[] first, FieldDoc[] withPhrase) {
    FieldDoc last = first[first.length - 1];
    Map<Integer, FieldDoc> joined = new HashMap<>();
    for (FieldDoc hit : first) {
      joined.put(hit.doc, hit);
    }
    for (FieldDoc hit : withPhrase) {
      if (joined.containsKey(hit.doc) || BestHits.ORDER.compare(hit, last) < 0) {
        joined.put(hit.doc, hit);
      }
    }
    return joined.values().stream().sorted(BestHits.ORDER).toArray(FieldDoc[]::new);
  }

  private static FieldDoc[] risen(FieldDoc[] hits, double[] scores) {
    FieldDoc[] risen = new FieldDoc[hits.length];
    for (int i = 0; i < hits.length; i++) {
      risen[i] = HitOrder.withScore(hits[i], scores[i]);
    }
    Arrays.sort(risen, BestHits.ORDER);
    return risen;
  }
}
