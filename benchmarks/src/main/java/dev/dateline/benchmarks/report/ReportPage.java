package dev.dateline.benchmarks.report;

import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;
import org.knowm.xchart.internal.chartpart.Chart;

/**
 * One file of HTML with the plots and the tables in it, which needs nothing else to be looked at.
 */
final class ReportPage {

  /** Points of a picture for each that is shown, as screens have them. */
  private static final int SHARPNESS = 2;

  private ReportPage() {}

  static String of(Figures figures, @Nullable Peers peers) throws IOException {
    Plots plots = new Plots(figures);
    List<Chart<?, ?>> charts = new ArrayList<>(List.of(plots.classes()));
    if (peers != null) {
      charts.add(plots.peers(peers));
    }
    charts.addAll(List.of(plots.stages(), plots.growth()));
    StringBuilder images = new StringBuilder();
    for (Chart<?, ?> chart : charts) {
      images.append(image(chart));
    }
    return """
    <!doctype html>
    <html lang="en">
    <meta charset="utf-8">
    <title>Dateline: benchmarks</title>
    <style>
      body { font: 16px/1.5 system-ui, sans-serif; max-width: 1000px; margin: 2em auto; padding: 0 1em }
      img { width: 100%%; margin: 1em 0 }
      pre { overflow-x: auto; background: #f6f6f6; padding: 1em }
    </style>
    <h1>Dateline: benchmarks</h1>
    <p>%s</p>
    %s
    <pre>%s</pre>
    </html>
    """
        .formatted(escaped(figures.machine()), images, escaped(new Table(figures).text()));
  }

  private static String image(Chart<?, ?> chart) throws IOException {
    BufferedImage image =
        new BufferedImage(
            Plots.WIDTH * SHARPNESS, Plots.HEIGHT * SHARPNESS, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = image.createGraphics();
    graphics.scale(SHARPNESS, SHARPNESS);
    chart.paint(graphics, Plots.WIDTH, Plots.HEIGHT);
    graphics.dispose();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    ImageIO.write(image, "png", bytes);
    return "<img alt=\"%s\" src=\"data:image/png;base64,%s\">\n"
        .formatted(
            escaped(chart.getTitle()), Base64.getEncoder().encodeToString(bytes.toByteArray()));
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
  }
}
