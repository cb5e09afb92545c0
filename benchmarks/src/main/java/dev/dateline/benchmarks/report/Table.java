package dev.dateline.benchmarks.report;

import java.util.Formatter;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/** The figures as the tables of {@code benchmarks/README.md}, in Markdown. */
final class Table {

  private final Figures figures;

  Table(Figures figures) {
    this.figures = figures;
  }

  /** All of them. */
  String text() {
    return String.join(
        "\n", figures.machine() + "\n", queries(), segments(), growth(), stages(), indexing());
  }

  private String queries() {
    Formatter table =
        new Formatter(Locale.ROOT)
            .format(
                """
                CPU time in microseconds a query:

                | query | floor, hits | hits | ratio | floor, page | page | ratio | page, median on the clock |
                |---|--:|--:|--:|--:|--:|--:|--:|
                """);
    for (String query : figures.queries()) {
      double floorHits = cpu("floorHits", query);
      double floorPage = cpu("floorPage", query);
      table.format(
          "| %s | %,.0f | %,.0f | %.2f | %,.0f | %,.0f | %.2f | %,.0f |%n",
          query,
          floorHits,
          cpu("hits", query),
          cpu("hits", query) / floorHits,
          floorPage,
          cpu("page", query),
          cpu("page", query) / floorPage,
          figures.of("QueryBenchmark.page", query).median());
    }
    table.format(
        "| geometric mean | | | %.2f | | | %.2f | |%n",
        mean(query -> cpu("hits", query) / cpu("floorHits", query)),
        mean(query -> cpu("page", query) / cpu("floorPage", query)));
    return table.toString();
  }

  private double mean(ToDoubleFunction<String> ratio) {
    return Math.exp(
        figures.queries().stream()
            .mapToDouble(query -> Math.log(ratio.applyAsDouble(query)))
            .average()
            .orElse(0));
  }

  private double cpu(String method, String query) {
    return figures.of("QueryBenchmark." + method, query).cpu();
  }

  private String segments() {
    Formatter table =
        new Formatter(Locale.ROOT)
            .format(
                """

                | in many segments | floor, hits | hits | ratio |
                |---|--:|--:|--:|
                """);
    for (String query : figures.queries()) {
      double floor = cpu("floorHits" + Figure.GROWN, query);
      double hits = cpu("hits" + Figure.GROWN, query);
      table.format("| %s | %,.0f | %,.0f | %.2f |%n", query, floor, hits, hits / floor);
    }
    return table
        .format(
            "| geometric mean | | | %.2f |%n",
            mean(
                query ->
                    cpu("hits" + Figure.GROWN, query) / cpu("floorHits" + Figure.GROWN, query)))
        .toString();
  }

  private String growth() {
    Formatter table =
        new Formatter(Locale.ROOT).format("\n| hits | articles | CPU us |\n|---|--:|--:|\n");
    figures
        .named("QueryBenchmark.hits")
        .filter(figure -> !figure.articles().equals(figures.articles()))
        .forEach(
            figure ->
                table.format(
                    "| %s | %,d | %,.0f |%n",
                    figure.query(), Integer.parseInt(figure.articles()), figure.cpu()));
    return table.toString();
  }

  private String stages() {
    Formatter table =
        new Formatter(Locale.ROOT).format("\n| stage of a page (OR_2) | CPU us |\n|---|--:|\n");
    for (Stages.Cost cost : Stages.of(figures)) {
      table.format("| %s | %,.0f |%n", cost.stage(), cost.cpu());
    }
    return table.toString();
  }

  private String indexing() {
    Formatter table =
        new Formatter(Locale.ROOT).format("\n| | articles a CPU second |\n|---|--:|\n");
    for (String method : List.of("tokenise", "index")) {
      Figure figure = figures.named("IndexBenchmark." + method).findFirst().orElseThrow();
      table.format(
          "| %s | %,.0f |%n", method, Integer.parseInt(figure.articles()) * 1e6 / figure.cpu());
    }
    return table.toString();
  }
}
