package dev.dateline.benchmarks.speed;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.concurrent.TimeUnit;
import org.HdrHistogram.Histogram;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/**
 * Two more results of a benchmark, beside the mean time that passed: the CPU time of its own
 * thread, which other programs on the machine disturb less, and the median of the time that passed.
 * For benchmarks of one thread, in average time.
 */
@AuxCounters(AuxCounters.Type.OPERATIONS)
@State(Scope.Thread)
public class CpuTime {

  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  private static final long MOST = TimeUnit.MINUTES.toNanos(10);

  private final Histogram times = new Histogram(MOST, 3);
  private long startCpu;
  private long startTime;
  private long lastTime;
  private long operations;

  /** Begins to measure. */
  @Setup(Level.Iteration)
  public void start() {
    operations = 0;
    times.reset();
    startTime = System.nanoTime();
    lastTime = startTime;
    startCpu = THREADS.getCurrentThreadCpuTime();
  }

  /** To be called once in each operation, at its beginning. */
  void count() {
    long now = System.nanoTime();
    if (operations > 0) {
      times.recordValue(Math.min(MOST, now - lastTime));
    }
    lastTime = now;
    operations++;
  }

  /**
   * The operations there would have been, had the thread never waited for a core: JMH divides the
   * time that passed by them, which gives the CPU time an operation.
   */
  public double cpu() {
    double passed = System.nanoTime() - startTime;
    return operations * passed / (THREADS.getCurrentThreadCpuTime() - startCpu);
  }

  /** The operations there would have been, had all of them taken as long as the median. */
  public double median() {
    long median = times.getTotalCount() == 0 ? 0 : times.getValueAtPercentile(50);
    double passed = System.nanoTime() - startTime;
    return median == 0 ? operations : passed / median;
  }
}
