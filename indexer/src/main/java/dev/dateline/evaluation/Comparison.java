package dev.dateline.evaluation;

import java.util.Map;
import java.util.Random;

/**
 * Whether one run is better than another by a measure, or only luckier with these topics.
 *
 * @param difference the mean of this run minus that of the baseline
 * @param wins topics on which this run is better
 * @param losses topics on which the baseline is better
 * @param ties topics on which they are equal
 * @param p how often a difference at least as large, in either direction, comes about when the two
 *     runs change places by chance on each topic: the paired randomisation test (Smucker, Allan and
 *     Carterette 2007), from {@value #ROUNDS} draws of a fixed seed. Below .05 is commonly taken
 *     for a difference
 */
public record Comparison(double difference, int wins, int losses, int ties, double p) {

  private static final int ROUNDS = 100_000;
  private static final long SEED = 42;

  /** Room for the rounding of sums that are equal in exact arithmetic. */
  private static final double EPSILON = 1e-12;

  /** Compares two runs over the same topics. */
  public static Comparison of(Evaluation run, Evaluation baseline, Measure measure) {
    Map<String, Map<Measure, Double>> others = baseline.values();
    double[] differences =
        run.values().entrySet().stream()
            .mapToDouble(
                topic ->
                    topic.getValue().getOrDefault(measure, 0.0)
                        - value(others, topic.getKey(), measure))
            .toArray();
    int wins = 0;
    int losses = 0;
    double sum = 0;
    for (double difference : differences) {
      sum += difference;
      wins += difference > EPSILON ? 1 : 0;
      losses += difference < -EPSILON ? 1 : 0;
    }
    return new Comparison(
        sum / Math.max(1, differences.length),
        wins,
        losses,
        differences.length - wins - losses,
        chance(differences, Math.abs(sum)));
  }

  private static double value(
      Map<String, Map<Measure, Double>> values, String topic, Measure measure) {
    Map<Measure, Double> measured = values.get(topic);
    if (measured == null) {
      throw new IllegalArgumentException("the runs are not over the same topics: " + topic);
    }
    return measured.getOrDefault(measure, 0.0);
  }

  private static double chance(double[] differences, double observed) {
    Random random = new Random(SEED);
    int asLarge = 0;
    for (int round = 0; round < ROUNDS; round++) {
      double sum = 0;
      for (double difference : differences) {
        sum += random.nextBoolean() ? difference : -difference;
      }
      if (Math.abs(sum) >= observed - EPSILON) {
        asLarge++;
      }
    }
    return (asLarge + 1.0) / (ROUNDS + 1.0);
  }
}
