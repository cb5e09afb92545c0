package dev.dateline.benchmarks.queries;

import dev.dateline.benchmarks.corpus.Corpus;
import dev.dateline.benchmarks.corpus.GeneratedCorpus;
import dev.dateline.index.ArticleIndex;
import dev.dateline.index.Hit;
import dev.dateline.index.HitStream;
import dev.dateline.index.Interval;
import dev.dateline.index.Order;
import dev.dateline.index.SearchRequest;
import dev.dateline.index.SearchResult;
import dev.dateline.index.Timeline;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;

/**
 * Holds what the indexes answer against what they answer the slow way, and the totals of some
 * queries against a count over the words of the articles ({@link ExpectedTotals}).
 *
 * <ul>
 *   <li>The floor's ten best hits are those that come of scoring every hit, and its total is that
 *       of visiting every hit.
 *   <li>Dateline's total is that of its timeline, for which every hit is visited, and its ten first
 *       hits are those of the stream of all hits, of which it finds thousands at a time, so that
 *       there is little to skip.
 * </ul>
 */
public final class Verification {

  private static final int HITS = 10;

  private final ArticleIndex index;
  private final FloorIndex floor;

  /** Of these two. */
  public Verification(ArticleIndex index, FloorIndex floor) {
    this.index = index;
    this.floor = floor;
  }

  /**
   * Returns when all is right.
   *
   * @throws IllegalStateException naming the first query whose answer is wrong
   */
  public void check(
      List<GeneratedQuery> queries, Instant asOf, Corpus corpus, GeneratedQueries drawing)
      throws IOException {
    for (GeneratedQuery query : queries) {
      checkFloor(query);
      checkIndex(query, asOf);
    }
    if (corpus instanceof GeneratedCorpus) {
      List<GeneratedQuery> some =
          queries.subList(0, Math.min(queries.size(), ExpectedTotals.SAMPLE));
      ExpectedTotals expected = ExpectedTotals.of(some, corpus, drawing);
      for (GeneratedQuery query : some) {
        ExpectedTotals.Totals totals = expected.of(query);
        expect(totals.floor(), floor.count(query), "total of the floor by words", query);
        expect((long) totals.dateline(), total(query, asOf), "total of Dateline by words", query);
      }
    }
  }

  private void checkFloor(GeneratedQuery query) throws IOException {
    Query floorQuery = FloorQueries.of(query);
    expect(floor.visited(floorQuery), floor.count(query), "total of the floor", query);
    if (query.kind() != QueryClass.NEWEST) {
      expect(
          numbers(floor.exhaustive(floorQuery).scoreDocs),
          numbers(floor.top(query.kind(), floorQuery).scoreDocs),
          "top ten of the floor",
          query);
    }
  }

  private static List<Integer> numbers(ScoreDoc[] hits) {
    return Arrays.stream(hits).map(hit -> hit.doc).toList();
  }

  private void checkIndex(GeneratedQuery query, Instant asOf) throws IOException {
    SearchRequest request = query.request(asOf).with().pageSize(HITS).highlight(false).build();
    SearchResult found = index.search(request);
    SearchResult dated = index.search(request.with().timeline(Interval.YEAR).build());
    Timeline timeline = Objects.requireNonNull(dated.timeline());
    long visited =
        timeline.undated() + timeline.counts().stream().mapToLong(Timeline.Count::articles).sum();
    expect(visited, found.total().orElseThrow(), "total of Dateline", query);
    List<String> first = found.hits().stream().map(hit -> hit.article().id()).toList();
    expect(streamed(request), first, "top ten of Dateline", query);
  }

  private List<String> streamed(SearchRequest request) throws IOException {
    List<String> ids = new ArrayList<>();
    Order order = request.order() == null ? Order.RELEVANCE : request.order();
    try (HitStream hits = index.stream(request.with().order(order).build())) {
      while (ids.size() < HITS) {
        Hit hit = hits.next();
        if (hit == null) {
          break;
        }
        ids.add(hit.article().id());
      }
    }
    return ids;
  }

  private long total(GeneratedQuery query, Instant asOf) throws IOException {
    return index.search(query.request(asOf)).total().orElseThrow();
  }

  private static void expect(Object expected, Object found, String what, GeneratedQuery query) {
    if (!expected.equals(found)) {
      throw new IllegalStateException(
          "the %s is %s and must be %s: %s".formatted(what, found, expected, query));
    }
  }
}
