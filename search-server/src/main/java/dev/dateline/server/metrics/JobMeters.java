package dev.dateline.server.metrics;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What an operator is to be woken by: how long ago the last backup was made, whether the index was
 * found damaged, and what failed. Thread-safe.
 */
public final class JobMeters {

  private final MeterRegistry registry;
  private final Map<String, Double> running = new ConcurrentHashMap<>();
  private final Map<String, Double> succeededAt = new ConcurrentHashMap<>();
  private volatile double sound = Double.NaN;

  JobMeters(MeterRegistry registry, List<String> kinds) {
    this.registry = registry;
    for (String kind : kinds) {
      gauge("job.running", "Whether such a job runs now", kind, running, 0);
      gauge(
          "job.success.timestamp.seconds",
          "When such a job last ended well since the server started, in seconds since 1970",
          kind,
          succeededAt,
          Double.NaN);
    }
    Gauge.builder("dateline.index.sound", this, meters -> meters.sound)
        .description("1 if the last verification found the index as it was written, 0 if damaged")
        .register(registry);
  }

  private void gauge(
      String name, String what, String kind, Map<String, Double> values, double otherwise) {
    Gauge.builder("dateline." + name, values, seen -> seen.getOrDefault(kind, otherwise))
        .description(what)
        .tag("kind", kind)
        .register(registry);
  }

  /** A job was started. */
  public void started(String kind) {
    running.put(kind, 1.0);
  }

  /**
   * A job has ended.
   *
   * @param state how: {@code succeeded}, {@code failed} or {@code cancelled}
   */
  public void ended(String kind, String state, Duration took) {
    running.remove(kind);
    if (state.equals("succeeded")) {
      succeededAt.put(kind, Instant.now().toEpochMilli() / 1000.0);
    }
    Timer.builder("dateline.job")
        .description("How long jobs on the whole index took")
        .tag("kind", kind)
        .tag("state", state)
        .register(registry)
        .record(took);
  }

  /** Whether all that is known of the index is sound. */
  public void sound(boolean all) {
    this.sound = all ? 1 : 0;
  }
}
