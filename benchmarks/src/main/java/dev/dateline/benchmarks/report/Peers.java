package dev.dateline.benchmarks.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.SequencedMap;

/**
 * How long other engines took, which is measured elsewhere.
 *
 * @param medians in microseconds, by class of query
 */
record Peers(SequencedMap<String, Double> medians) {

  private static final double MICROSECONDS = 1_000;

  /**
   * Reads lines of {@code class,p50}, the class as {@code QueryClass} calls it, the median in
   * milliseconds. A first line that has no number is a header.
   *
   * @throws IllegalArgumentException naming a line that is something else
   */
  static Peers read(Path file) throws IOException {
    SequencedMap<String, Double> medians = new LinkedHashMap<>();
    List<String> lines = Files.readAllLines(file);
    for (int i = 0; i < lines.size(); i++) {
      String[] columns = lines.get(i).strip().split("\\s*,\\s*", -1);
      boolean isNumber = columns.length == 2 && columns[1].matches("[0-9]+(\\.[0-9]+)?");
      if (isNumber) {
        medians.put(
            columns[0].toUpperCase(Locale.ROOT), Double.parseDouble(columns[1]) * MICROSECONDS);
      } else if (i > 0 && !lines.get(i).isBlank()) {
        throw new IllegalArgumentException(
            "line %d of %s should be class,p50: %s".formatted(i + 1, file, lines.get(i)));
      }
    }
    return new Peers(medians);
  }
}
