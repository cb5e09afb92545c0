package dev.dateline.benchmarks;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What each of the {@link WordForms} cost, round by round. */
final class WordFormsCosts {

  private final Map<WordForms, List<Map<String, Double>>> rounds = new EnumMap<>(WordForms.class);

  void add(WordForms forms, Map<String, Double> cost) {
    rounds.computeIfAbsent(forms, key -> new ArrayList<>()).add(cost);
  }

  /** Prints a line a measure: the floor's median, then each one's ratio to it with its range. */
  void print() {
    System.out.printf("%n| measure |");
    rounds.keySet().forEach(forms -> System.out.printf(" %s |", forms.name().toLowerCase(Locale.ROOT)));
    System.out.printf("%n|---|%s%n", "--:|".repeat(rounds.size()));
    rounds.get(WordForms.STEMS_ONLY).getFirst().keySet().forEach(this::print);
  }

  private void print(String measure) {
    System.out.printf("| %s |", measure);
    for (WordForms forms : rounds.keySet()) {
      System.out.printf(" %s |", forms == WordForms.STEMS_ONLY ? floor(measure) : ratio(measure, forms));
    }
    System.out.println();
  }

  private String floor(String measure) {
    return String.format(Locale.ROOT, "%,.1f", sorted(measure, WordForms.STEMS_ONLY, false)[rounds.get(WordForms.STEMS_ONLY).size() / 2]);
  }

  private String ratio(String measure, WordForms forms) {
    double[] ratios = sorted(measure, forms, true);
    double low = ratios[0];
    double high = ratios[ratios.length - 1];
    String median = String.format(Locale.ROOT, "%.2f", ratios[ratios.length / 2]);
    return high - low < 0.005 ? median : median + String.format(Locale.ROOT, " (%.2f-%.2f)", low, high);
  }

  private double[] sorted(String measure, WordForms forms, boolean ratio) {
    List<Map<String, Double>> own = rounds.get(forms);
    List<Map<String, Double>> floor = rounds.get(WordForms.STEMS_ONLY);
    return java.util.stream.IntStream.range(0, own.size())
        .mapToDouble(i -> own.get(i).getOrDefault(measure, 0.0) / (ratio ? floor.get(i).get(measure) : 1))
        .sorted()
        .toArray();
  }
}
