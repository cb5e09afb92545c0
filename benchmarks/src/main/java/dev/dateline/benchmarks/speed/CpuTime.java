package dev.dateline.benchmarks.speed;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/**
 * A second result of a benchmark, beside the time that passed: the CPU time of its own thread,
 * which other programs on the machine disturb less. For benchmarks of one thread, in average time.
 */
@AuxCounters(AuxCounters.Type.OPERATIONS)
@State(Scope.Thread)
public class CpuTime {

  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  private long startCpu;
  private long startTime;
  private long operations;

  /** Begins to measure. */
  @Setup(Level.Iteration)
  public void start() {
    operations = 0;
    startTime = System.nanoTime();
    startCpu = THREADS.getCurrentThreadCpuTime();
  }

  /** To be called once in each operation. */
  void count() {
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
}
