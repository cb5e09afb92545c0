package dev.dateline.benchmarks.wordforms;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What each of the {@link WordForms} cost, round by round. */
final class WordFormsCosts {

  private record Sample(WordForms forms, String measure, double value) {}

  private final List<Sample> samples = new ArrayList<>();

  /** Takes the cost of the next round. */
  void add(WordForms forms, String measure, double value) {
    samples.add(new Sample(forms, measure, value));
  }

  /** Forgets the rounds so far. */
  void clear() {
    samples.clear();
  }

  /** Prints a line a measure: the floor's median, then each one's ratio to it with its range. */
  void print() {
    System.out.print("\n| measure |");
    Stream.of(WordForms.values())
        .forEach(forms -> System.out.print(" " + forms.name().toLowerCase(Locale.ROOT) + " |"));
    System.out.println("\n|---|" + "--:|".repeat(WordForms.values().length));
    samples.stream().map(Sample::measure).distinct().forEach(this::print);
  }

  private void print(String measure) {
    System.out.print("| " + measure + " |");
    double[] floor = values(WordForms.STEMS_ONLY, measure);
    for (WordForms forms : WordForms.values()) {
      double[] own = values(forms, measure);
      System.out.print((forms == WordForms.STEMS_ONLY ? median(own) : ratio(own, floor)) + " |");
    }
    System.out.println();
  }

  private double[] values(WordForms forms, String measure) {
    return samples.stream()
        .filter(sample -> sample.forms == forms && sample.measure.equals(measure))
        .mapToDouble(Sample::value)
        .toArray();
  }

  private static String median(double[] values) {
    double[] sorted =
        IntStream.range(0, values.length).mapToDouble(i -> values[i]).sorted().toArray();
    return String.format(Locale.ROOT, " %,.1f", sorted[sorted.length / 2]);
  }

  private static String ratio(double[] own, double[] floor) {
    double[] ratios =
        IntStream.range(0, own.length).mapToDouble(i -> own[i] / floor[i]).sorted().toArray();
    double low = ratios[0];
    double high = ratios[ratios.length - 1];
    String median = String.format(Locale.ROOT, " %.2f", ratios[ratios.length / 2]);
    return high - low < 0.005
        ? median
        : median + String.format(Locale.ROOT, " (%.2f-%.2f)", low, high);
  }
}
