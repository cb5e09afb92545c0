package dev.dateline.benchmarks.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * All that was measured in one run.
 *
 * @param machine where and when, and how busy it was
 * @param articles in the index of the queries
 */
record Figures(String machine, String articles, List<Figure> all) {

  Figures {
    all = List.copyOf(all);
  }

  /** Reads what {@link #write} wrote. */
  static Figures read(Path file) throws IOException {
    List<String> lines = Files.readAllLines(file);
    return new Figures(
        lines.get(0), lines.get(1), lines.stream().skip(3).map(Figure::parse).toList());
  }

  void write(Path file) throws IOException {
    List<String> lines = new ArrayList<>(List.of(machine, articles, Figure.HEADER));
    all.forEach(figure -> lines.add(figure.line()));
    Files.write(file, lines);
  }

  /** The figure of a benchmark with the usual number of articles. */
  Figure of(String benchmark, String query) {
    return of(benchmark, query, articles);
  }

  Figure of(String benchmark, String query, String articles) {
    return named(benchmark)
        .filter(figure -> figure.query().equals(query) && figure.articles().equals(articles))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalStateException(
                    "nothing was measured of %s %s %s".formatted(benchmark, query, articles)));
  }

  /** The figures of a benchmark, as they were measured. */
  Stream<Figure> named(String benchmark) {
    return all.stream().filter(figure -> figure.benchmark().equals(benchmark));
  }

  /** The classes of queries that were measured, in their order. */
  List<String> queries() {
    return named("QueryBenchmark.page").map(Figure::query).distinct().toList();
  }
}
