package dev.dateline.evaluation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;
import org.junit.jupiter.api.Test;

class ComparisonTest {

  private static Evaluation evaluation(double... values) {
    SequencedMap<String, Map<Measure, Double>> topics = new LinkedHashMap<>();
    for (int topic = 0; topic < values.length; topic++) {
      topics.put("t" + topic, Map.of(Measure.MAP, values[topic]));
    }
    return new Evaluation(topics);
  }

  @Test
  void countsTopicsThatWonLostAndTied() {
    Comparison comparison =
        Comparison.of(evaluation(0.5, 0.2, 0.7, 0.1), evaluation(0.4, 0.3, 0.4, 0.1), Measure.MAP);

    assertEquals(2, comparison.wins());
    assertEquals(1, comparison.losses());
    assertEquals(1, comparison.ties());
    assertEquals(0.075, comparison.difference(), 1e-9);
  }

  @Test
  void tenWinsOfOneSizeComeAboutByChanceInTwoOf1024Throws() {
    double[] better = new double[10];
    java.util.Arrays.fill(better, 0.1);

    Comparison comparison =
        Comparison.of(evaluation(better), evaluation(new double[10]), Measure.MAP);

    assertEquals(2 / 1024.0, comparison.p(), 0.0006);
  }

  @Test
  void runsThatAreEqualOrOnlyChangePlacesAreNoDifference() {
    assertEquals(1, Comparison.of(evaluation(0.3, 0.4), evaluation(0.3, 0.4), Measure.MAP).p());
    assertTrue(Comparison.of(evaluation(0.3, 0.4), evaluation(0.4, 0.3), Measure.MAP).p() > 0.9);
  }
}
