package dev.dateline.server.metrics;

import dev.dateline.index.ArticleIndex;
import dev.dateline.index.SearchResult;
import dev.dateline.index.Stage;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.binder.jvm.ClassLoaderMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.FileDescriptorMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.ToDoubleFunction;

/** What is counted and timed, in the form that Prometheus reads. Thread-safe. */
public final class Metrics implements AutoCloseable {

  /** From a hit in a warm cache to what nobody waits for. */
  private static final Duration[] BUCKETS = {
    Duration.ofMillis(2),
    Duration.ofMillis(5),
    Duration.ofMillis(10),
    Duration.ofMillis(25),
    Duration.ofMillis(50),
    Duration.ofMillis(100),
    Duration.ofMillis(250),
    Duration.ofMillis(500),
    Duration.ofSeconds(1),
    Duration.ofMillis(2500),
    Duration.ofSeconds(10)
  };

  private final PrometheusMeterRegistry registry =
      new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
  private final DistributionSummary found =
      DistributionSummary.builder("dateline.search.articles")
          .description("Articles that a search found in all; those that found none are in le=0.5")
          .serviceLevelObjectives(0.5, 1, 10, 100, 1_000, 10_000, 100_000, 1_000_000)
          .register(registry);

  /** Kept, as to look a timer up by its name and tags takes longer than to use it. */
  private final Map<Answered, Timer> answers = new ConcurrentHashMap<>();

  private final Map<Stage, Timer> stages = new ConcurrentHashMap<>();
  private final Timer waits = stage("wait");
  private final JvmGcMetrics collector = new JvmGcMetrics();
  private final IndexMeters index;

  /** What tells the timers of answers apart. */
  private record Answered(String route, String method, int status) {}

  /** Of a server that searches this index. */
  public Metrics(ArticleIndex index) {
    this.index = new IndexMeters(index, registry);
    new ClassLoaderMetrics().bindTo(registry);
    new JvmMemoryMetrics().bindTo(registry);
    new JvmThreadMetrics().bindTo(registry);
    new ProcessorMetrics().bindTo(registry);
    new UptimeMetrics().bindTo(registry);
    new FileDescriptorMetrics().bindTo(registry);
    collector.bindTo(registry);
  }

  /** Counts and times a request that was answered. */
  public void answered(Trace trace, String method, int status, Duration took) {
    answers.computeIfAbsent(new Answered(trace.route(), method, status), this::timer).record(took);
    String problem = trace.problem();
    if (problem != null && (status == 429 || status == 503)) {
      registry.counter("dateline.http.rejected", "reason", problem).increment();
    }
  }

  private Timer timer(Answered answered) {
    return Timer.builder("dateline.http.requests")
        .description("Requests from their first line to the last byte of the answer")
        .serviceLevelObjectives(BUCKETS)
        .tag("route", answered.route())
        .tag("method", answered.method())
        .tag("status", Integer.toString(answered.status()))
        .register(registry);
  }

  /** Times how long a request waited for its turn. */
  public void waited(Duration time) {
    waits.record(time);
  }

  /**
   * What is measured of jobs on the whole index.
   *
   * @param kinds what kinds there are
   */
  public JobMeters jobs(List<String> kinds) {
    return new JobMeters(registry, kinds);
  }

  /** A number that is looked up when it is asked for. */
  public <T> void gauge(String name, T owner, ToDoubleFunction<T> value) {
    registry.gauge(name, owner, value);
  }

  void searched(SearchResult result) {
    result
        .stages()
        .forEach((stage, time) -> stages.computeIfAbsent(stage, this::timer).record(time));
    result.total().ifPresent(found::record);
  }

  private Timer timer(Stage stage) {
    return stage(stage.name().toLowerCase(Locale.ROOT));
  }

  private Timer stage(String name) {
    return Timer.builder("dateline.search.stage")
        .description("Where searches spend their time")
        .serviceLevelObjectives(BUCKETS)
        .tag("stage", name)
        .register(registry);
  }

  /**
   * All of it, as Prometheus's text format 0.0.4.
   *
   * @throws IOException if the index cannot be read
   */
  public String scrape() throws IOException {
    index.look();
    return registry.scrape();
  }

  @Override
  public void close() {
    collector.close();
    registry.close();
  }
}
