package dev.dateline.server.admin;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Locale;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Consumer;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/** One piece of work on the whole index, while it is done and afterwards. Thread-safe. */
final class Job {

  private static final Logger LOG = Logger.getLogger(Job.class.getName());

  private final Kind kind;
  private final long of;
  private final String id;
  private final Instant startedAt = Instant.now();
  private final Progress progress = new Progress();
  private final Consumer<End> measure;
  private final Thread thread;
  private volatile @Nullable End end;

  /** How it ended: with a result, or with why there is none. */
  record End(State state, Instant at, @Nullable Object result, @Nullable String error) {}

  /** Where a job is. */
  enum State {
    RUNNING,
    /** Told to end, which it does as soon as it can. */
    CANCELLING,
    SUCCEEDED,
    FAILED,
    CANCELLED;

    String label() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * Starts it.
   *
   * @param of about how much there is to do
   * @param measure told of the end before anybody else
   */
  static Job start(Kind kind, long of, Work work, Consumer<End> measure) {
    Job job = new Job(kind, of, work, measure);
    job.thread.start();
    return job;
  }

  private Job(Kind kind, long of, Work work, Consumer<End> measure) {
    this.kind = kind;
    this.of = of;
    this.measure = measure;
    byte[] random = new byte[6];
    ThreadLocalRandom.current().nextBytes(random); // it is a name, and no secret
    this.id = kind.label() + "-" + HexFormat.of().formatHex(random);
    this.thread = Thread.ofPlatform().daemon().name(id).unstarted(() -> run(work));
  }

  private void run(Work work) {
    End how = null;
    try {
      how = ended(State.SUCCEEDED, work.run(progress), null);
    } catch (CancellationException e) {
      how = ended(State.CANCELLED, null, null);
    } catch (IOException e) {
      LOG.log(Level.WARNING, id + " failed", e);
      how = ended(State.FAILED, null, String.valueOf(e.getMessage()));
    } catch (RuntimeException e) {
      LOG.log(Level.SEVERE, id + " failed", e);
    } finally {
      String brokeOff = "it broke off; the log of the server says why";
      how = how == null ? ended(State.FAILED, null, brokeOff) : how;
      measure.accept(how);
      end = how;
    }
  }

  private static End ended(State state, @Nullable Object result, @Nullable String error) {
    return new End(state, Instant.now(), result, error);
  }

  String id() {
    return id;
  }

  Kind kind() {
    return kind;
  }

  Instant startedAt() {
    return startedAt;
  }

  /** How it ended; null while it runs. */
  @Nullable End end() {
    return end;
  }

  /** Whether it was told to end. */
  boolean isCancelled() {
    return progress.isCancelled();
  }

  boolean isRunning() {
    return end == null;
  }

  /** How much is done, in the unit of its kind. */
  long done() {
    return progress.done();
  }

  /** About how much there is to do, in the same unit. */
  long of() {
    return of;
  }

  /** Lets it end as soon as it can; what has ended stays as it is. */
  void cancel() {
    progress.cancel();
  }

  /** Waits for its end, for so long at most. */
  void await(Duration most) throws InterruptedException {
    boolean unused = thread.join(most);
  }
}
