package dev.dateline.benchmarks.guard;

import dev.dateline.benchmarks.queries.QueryClass;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/** A class of queries in both builds, batch beside batch. Not safe for use by several threads. */
final class Ratios {

  static final String HEADER =
      String.format(
          Locale.ROOT,
          "%-14s %10s %10s %8s %8s %10s",
          "",
          "before, us",
          "after, us",
          "CPU",
          "bytes",
          "found");

  private final List<Batch> before = new ArrayList<>();
  private final List<Batch> after = new ArrayList<>();

  void add(Batch before, Batch after) {
    this.before.add(before);
    this.after.add(after);
  }

  /** The median of the ratios of CPU time. */
  double cpu() {
    List<Double> ratios = new ArrayList<>();
    for (int i = 0; i < before.size(); i++) {
      ratios.add((double) after.get(i).cpu() / before.get(i).cpu());
    }
    return median(ratios);
  }

  private double bytes() {
    List<Double> ratios = new ArrayList<>();
    for (int i = 0; i < before.size(); i++) {
      ratios.add((double) after.get(i).bytes() / before.get(i).bytes());
    }
    return median(ratios);
  }

  private static double median(List<Double> values) {
    Collections.sort(values);
    return values.get(values.size() / 2);
  }

  /** The class in the table. */
  String line(QueryClass kind) {
    long found = before.getFirst().found();
    long foundAfter = after.getFirst().found();
    return String.format(
        Locale.ROOT,
        "%-14s %,10.0f %,10.0f %8.2f %8.2f %10s",
        kind,
        microseconds(before),
        microseconds(after),
        cpu(),
        bytes(),
        found == foundAfter ? "the same" : found + " and " + foundAfter);
  }

  /** Of a query. */
  private static double microseconds(List<Batch> batches) {
    return median(
        new ArrayList<>(
            batches.stream().map(batch -> batch.cpu() / 1e3 / Worker.QUERIES).toList()));
  }
}
