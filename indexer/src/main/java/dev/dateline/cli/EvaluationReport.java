package dev.dateline.cli;

import dev.dateline.evaluation.Comparison;
import dev.dateline.evaluation.Evaluation;
import dev.dateline.evaluation.Measure;
import java.util.Arrays;
import java.util.Formatter;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/**
 * How good a run is, for people and for programs, to four decimals.
 *
 * @param compared the comparison with a baseline by some measures; empty if there is none
 * @param perTopic whether each topic is told of
 */
record EvaluationReport(
    Evaluation evaluation, Map<Measure, Comparison> compared, boolean perTopic) {

  /** What a program reads. */
  private record Answer(
      int topics,
      Map<String, Double> means,
      @Nullable Map<String, Map<String, Double>> perTopic,
      @Nullable Map<String, Comparison> baseline) {}

  /** One line of JSON. */
  String json() {
    Map<String, Map<String, Double>> topics = new LinkedHashMap<>();
    evaluation
        .values()
        .forEach(
            (topic, values) ->
                topics.put(topic, labelled(measure -> values.getOrDefault(measure, 0.0))));
    Map<String, Comparison> comparisons = new LinkedHashMap<>();
    compared.forEach((measure, comparison) -> comparisons.put(measure.label(), comparison));
    return Json.line(
            new Answer(
                evaluation.values().size(),
                labelled(evaluation::mean),
                perTopic ? topics : null,
                compared.isEmpty() ? null : comparisons))
        + "\n";
  }

  private static Map<String, Double> labelled(ToDoubleFunction<Measure> value) {
    Map<String, Double> values = new LinkedHashMap<>();
    for (Measure measure : Measure.values()) {
      values.put(measure.label(), Math.round(value.applyAsDouble(measure) * 1e4) / 1e4);
    }
    return values;
  }

  /** A table. */
  String text() {
    try (Formatter table = new Formatter(Locale.ROOT)) {
      if (perTopic) {
        perTopic(table);
      }
      table.format("%-12s %8d%n", "topics", evaluation.values().size());
      for (Measure measure : Measure.values()) {
        table.format("%-12s %8.4f", measure.label(), evaluation.mean(measure));
        Comparison with = compared.get(measure);
        if (with != null) {
          table.format(
              "  %+.4f against the baseline: %d wins, %d losses, %d ties, p %.4f",
              with.difference(), with.wins(), with.losses(), with.ties(), with.p());
        }
        table.format("%n");
      }
      return table.toString();
    }
  }

  private void perTopic(Formatter table) {
    table.format("%-12s", "topic");
    Arrays.stream(Measure.values()).forEach(measure -> table.format(" %12s", measure.label()));
    table.format("%n");
    evaluation
        .values()
        .forEach(
            (topic, values) -> {
              table.format("%-12s", topic);
              values.values().forEach(value -> table.format(" %12.4f", value));
              table.format("%n");
            });
    table.format("%n");
  }
}
