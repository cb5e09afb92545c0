package dev.dateline.server.metrics;

import dev.dateline.index.ArticleIndex;
import dev.dateline.index.IndexStats;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/** What the index holds, looked up once for all that is said of it. */
final class IndexMeters {

  private final ArticleIndex index;
  private volatile @Nullable IndexStats stats;

  IndexMeters(ArticleIndex index, MeterRegistry registry) {
    this.index = index;
    add(registry, "articles", "Articles that can be found", IndexStats::articles);
    add(registry, "bytes", "What the index takes on disk", IndexStats::bytes);
    add(
        registry,
        "generation",
        "The generation in use, which changes with every reindex",
        seen -> Double.parseDouble(seen.generation()));
    add(
        registry,
        "commit.age.seconds",
        "How long ago the last commit was made that searches see",
        IndexMeters::age);
  }

  void look() throws IOException {
    stats = index.stats();
  }

  private void add(
      MeterRegistry registry, String name, String what, ToDoubleFunction<IndexStats> value) {
    Gauge.builder("dateline.index." + name, this, meters -> meters.read(value))
        .description(what)
        .register(registry);
  }

  private double read(ToDoubleFunction<IndexStats> value) {
    IndexStats seen = stats;
    return seen == null ? Double.NaN : value.applyAsDouble(seen);
  }

  private static double age(IndexStats seen) {
    Instant at = seen.commit().at();
    return at == null ? Double.NaN : Duration.between(at, Instant.now()).toMillis() / 1000.0;
  }
}
