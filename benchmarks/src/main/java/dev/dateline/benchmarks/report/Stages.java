package dev.dateline.benchmarks.report;

import java.util.List;

/** Where the time of a page goes, by the differences of {@code StageBenchmark}. */
final class Stages {

  private Stages() {}

  /**
   * What a stage costs.
   *
   * @param cpu in microseconds; less than 0 where noise is greater than the cost
   */
  record Cost(String stage, double cpu) {}

  static List<Cost> of(Figures figures) {
    double hits = cpu(figures, "hits");
    return List.of(
        new Cost("parse", cpu(figures, "parse")),
        new Cost("find", cpu(figures, "find") - cpu(figures, "parse")),
        new Cost("show ten articles", hits - cpu(figures, "find")),
        new Cost("prefer the fresh", cpu(figures, "recency") - hits),
        new Cost("total", cpu(figures, "total") - hits),
        new Cost("three facets", cpu(figures, "facets") - hits),
        new Cost("timeline", cpu(figures, "timeline") - hits),
        new Cost("snippets", cpu(figures, "snippets") - hits),
        new Cost("JSON", cpu(figures, "json")),
        new Cost("page, without JSON", cpu(figures, "page")),
        new Cost("all fields, on wish", cpu(figures, "fields") - hits));
  }

  private static double cpu(Figures figures, String method) {
    return figures.of("StageBenchmark." + method, "OR_2").cpu();
  }
}
