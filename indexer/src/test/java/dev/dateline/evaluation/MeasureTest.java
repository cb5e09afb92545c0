package dev.dateline.evaluation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A worked case; the expected values are reckoned by hand from trec_eval's definitions. */
class MeasureTest {

  private static final double HALF_OF_THE_FOURTH_DECIMAL = 0.00005;

  private static final Map<String, Integer> GRADES =
      Map.of("a", 2, "b", 1, "c", 1, "never-found", 3, "poor", 0, "bad", -1);

  /** Relevant at the ranks 2 (grade 1), 4 (grade 2) and 12 (grade 1); 1 and 5 are judged as not. */
  private static final List<String> HITS =
      List.of("poor", "b", "u3", "a", "bad", "u6", "u7", "u8", "u9", "u10", "u11", "c");

  private static void expect(double expected, Measure measure) {
    assertEquals(expected, measure.of(HITS, GRADES), HALF_OF_THE_FOURTH_DECIMAL, measure.label());
  }

  @Test
  void gainsFallWithTheLogarithmOfTheRankAndAreSharesOfTheBestOrder() {
    // 1/log2(3) + 2/log2(5) = .6309 + .8614; best: 3 + 2/log2(3) + 1/2 + 1/log2(5) = 5.1925
    expect(0.2874, Measure.NDCG_10);
  }

  @Test
  void precisionsAreAveragedOverAllRelevantArticlesFoundOrNot() {
    // (1/2 + 2/4 + 3/12) / 4
    expect(0.3125, Measure.MAP);
  }

  @Test
  void aReciprocalRankIsThatOfTheFirstRelevantHit() {
    expect(0.5, Measure.MRR);
    List<String> late =
        Stream.concat(IntStream.range(0, 10).mapToObj(i -> "u" + i), Stream.of("a")).toList();
    assertEquals(1 / 11.0, Measure.MRR.of(late, GRADES));
    assertEquals(0, Measure.MRR_10.of(late, GRADES));
  }

  @Test
  void precisionCountsPlacesThatStayedEmpty() {
    expect(0.2, Measure.P_10);
    expect(0.1, Measure.P_30);
  }

  @Test
  void recallIsAShareOfTheRelevantArticles() {
    expect(0.75, Measure.RECALL_100);
    expect(0.75, Measure.RECALL_1000);
  }

  @Test
  void successIsAnyRelevantHitNearTheTop() {
    expect(0, Measure.SUCCESS_1);
    expect(1, Measure.SUCCESS_10);
  }

  @Test
  void tellsHowManyOfTheFirstTenNobodyJudged() {
    expect(0.6, Measure.UNJUDGED_10);
  }

  @Test
  void noHitsAreWorthNothing() {
    for (Measure measure : Measure.values()) {
      assertEquals(0, measure.of(List.of(), GRADES), measure.label());
    }
  }
}
