package dev.dateline.benchmarks.report;

import java.awt.Color;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import org.knowm.xchart.CategoryChart;
import org.knowm.xchart.CategoryChartBuilder;
import org.knowm.xchart.CategorySeries.CategorySeriesRenderStyle;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import org.knowm.xchart.style.Styler.LegendPosition;

/** The figures as pictures. */
final class Plots {

  static final int WIDTH = 1_000;
  static final int HEIGHT = 520;

  /** The distance of labels, in points, that leaves none of them out. */
  private static final int EVERY_LABEL = 20;

  private final Figures figures;

  Plots(Figures figures) {
    this.figures = figures;
  }

  /** The CPU time of each class of queries, beside what bare Lucene takes. */
  CategoryChart classes() {
    CategoryChart chart = points("CPU time by class of query");
    List<String> queries = figures.queries();
    for (String method : List.of("floorHits", "hits", "floorPage", "page")) {
      chart.addSeries(method, queries, all(queries, query -> of(method, query).cpu()));
    }
    return chart;
  }

  /** The medians on the clock beside those of others, of the classes that those have too. */
  CategoryChart peers(Peers peers) {
    List<String> queries = figures.queries().stream().filter(peers.medians()::containsKey).toList();
    if (queries.isEmpty()) {
      throw new IllegalArgumentException(
          "the peers have none of the classes " + figures.queries() + ": " + peers.medians());
    }
    CategoryChart chart = points("Median time against the peers");
    chart.addSeries(
        "peers", queries, all(queries, query -> peers.medians().getOrDefault(query, 0.0)));
    for (String method : List.of("hits", "page")) {
      chart.addSeries(method, queries, all(queries, query -> of(method, query).median()));
    }
    return chart;
  }

  /** Where the time of a page goes. */
  CategoryChart stages() {
    CategoryChart chart = categories("Where the time of a page goes (OR_2)", "microseconds");
    chart.getStyler().setLegendVisible(false);
    List<Stages.Cost> costs = Stages.of(figures);
    chart.addSeries(
        "CPU time",
        costs.stream().map(Stages.Cost::stage).toList(),
        costs.stream().map(Stages.Cost::cpu).toList());
    return chart;
  }

  /** How the time to find ten hits grows with the archive. */
  XYChart growth() {
    XYChart chart =
        new XYChartBuilder()
            .width(WIDTH)
            .height(HEIGHT)
            .title("Growth with the archive (hits)")
            .xAxisTitle("articles, logarithmic")
            .yAxisTitle("CPU time, microseconds, logarithmic")
            .build();
    chart.getStyler().setXAxisLogarithmic(true).setYAxisLogarithmic(true);
    chart.getStyler().setXAxisLogarithmicDecadeOnly(false).setYAxisLogarithmicDecadeOnly(false);
    chart
        .getStyler()
        .setLegendPosition(LegendPosition.OutsideE)
        .setChartBackgroundColor(Color.WHITE);
    for (String query : figures.queries()) {
      List<Figure> sizes =
          figures
              .named("QueryBenchmark.hits")
              .filter(figure -> figure.query().equals(query))
              .sorted(Comparator.comparingInt(figure -> Integer.parseInt(figure.articles())))
              .toList();
      if (sizes.size() > 1) {
        chart.addSeries(
            query,
            sizes.stream().map(figure -> Integer.parseInt(figure.articles())).toList(),
            sizes.stream().map(Figure::cpu).toList());
      }
    }
    return chart;
  }

  /** Points rather than bars, as a bar on a logarithmic axis has no beginning. */
  private static CategoryChart points(String title) {
    CategoryChart chart = categories(title, "microseconds, logarithmic");
    chart
        .getStyler()
        .setDefaultSeriesRenderStyle(CategorySeriesRenderStyle.Scatter)
        .setOverlapped(true)
        .setYAxisLogarithmic(true);
    return chart;
  }

  private static CategoryChart categories(String title, String unit) {
    CategoryChart chart =
        new CategoryChartBuilder()
            .width(WIDTH)
            .height(HEIGHT)
            .title(title)
            .yAxisTitle(unit)
            .build();
    chart
        .getStyler()
        .setXAxisLabelRotation(90)
        .setXAxisTickMarkSpacingHint(EVERY_LABEL)
        .setLegendPosition(LegendPosition.OutsideE)
        .setChartBackgroundColor(Color.WHITE);
    return chart;
  }

  private Figure of(String method, String query) {
    return figures.of("QueryBenchmark." + method, query);
  }

  private static List<Double> all(List<String> queries, Function<String, Double> value) {
    return new ArrayList<>(queries.stream().map(value).toList());
  }
}
