package dev.dateline.lucene;

import dev.dateline.index.Stage;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;

/** A watch that says how long each stage of a search took. Started by its making. */
final class Stages {

  private final long start = System.nanoTime();
  private long lap = start;
  private final Map<Stage, Duration> durations = new EnumMap<>(Stage.class);

  /** What was done so far belongs to no stage. */
  void begin() {
    lap = System.nanoTime();
  }

  /** A stage ends that began where the one before ended. */
  void end(Stage stage) {
    long now = System.nanoTime();
    durations.put(stage, Duration.ofNanos(now - lap));
    lap = now;
  }

  Map<Stage, Duration> durations() {
    return durations;
  }

  Duration total() {
    return Duration.ofNanos(System.nanoTime() - start);
  }
}
