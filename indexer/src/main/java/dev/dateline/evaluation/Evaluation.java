package dev.dateline.evaluation;

import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;

/**
 * How good a run is, topic by topic.
 *
 * @param values the measures of each topic by its number, in the order of the topics
 */
public record Evaluation(SequencedMap<String, Map<Measure, Double>> values) {

  /**
   * Measures a run.
   *
   * @param topics the numbers of the topics that were asked. One of which nothing was judged is
   *     left out; one that has no hits counts 0, as with {@code trec_eval -c}; and so does, as with
   *     trec_eval, one of which all that was judged is not relevant
   */
  public static Evaluation of(Run run, Judgments judgments, Collection<String> topics) {
    SequencedMap<String, Map<Measure, Double>> values = new LinkedHashMap<>();
    for (String topic : topics) {
      Map<String, Integer> grades = judgments.of(topic);
      if (!grades.isEmpty()) {
        Map<Measure, Double> measured = new EnumMap<>(Measure.class);
        for (Measure measure : Measure.values()) {
          measured.put(measure, measure.of(run.ids(topic), grades));
        }
        values.put(topic, measured);
      }
    }
    return new Evaluation(values);
  }

  /** The mean of a measure over the topics; 0 where there are none. */
  public double mean(Measure measure) {
    return values.values().stream()
        .mapToDouble(measured -> measured.getOrDefault(measure, 0.0))
        .average()
        .orElse(0);
  }
}
