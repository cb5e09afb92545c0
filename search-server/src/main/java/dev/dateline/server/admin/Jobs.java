package dev.dateline.server.admin;

import dev.dateline.server.http.Problem;
import dev.dateline.server.http.ProblemException;
import dev.dateline.server.metrics.JobMeters;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The jobs that run, and the last ones that ran. One of a kind runs at a time. Thread-safe. */
final class Jobs {

  /** Enough to see how the backups of some weeks went. */
  private static final int REMEMBERED = 50;

  private final JobMeters meters;
  private final Map<String, Job> jobs = new LinkedHashMap<>();
  private boolean closed;

  Jobs(JobMeters meters) {
    this.meters = meters;
  }

  /**
   * Starts a job.
   *
   * @param address where jobs are told of, for the problem; ends in a slash
   * @throws ProblemException if one of the kind runs, or the server is stopping
   */
  synchronized Job start(Kind kind, long of, Work work, String address) {
    if (closed) {
      throw new ProblemException(
          Problem.of(503, "stopping", "the server is stopping").header("Retry-After", "5"));
    }
    for (Job job : jobs.values()) {
      if (job.kind() == kind && job.isRunning()) {
        throw new ProblemException(
            Problem.of(409, "job-running", "such a job is running: " + job.id())
                .header("Location", address + job.id()));
      }
    }
    meters.started(kind.label());
    Instant start = Instant.now();
    Job job = Job.start(kind, of, work, end -> measure(kind, start, end));
    jobs.put(job.id(), job);
    forgetOld();
    return job;
  }

  private void measure(Kind kind, Instant start, Job.End end) {
    meters.ended(kind.label(), end.state().label(), Duration.between(start, end.at()));
  }

  private void forgetOld() {
    List<Job> old = jobs.values().stream().filter(job -> !job.isRunning()).toList();
    for (int i = 0; i < old.size() && jobs.size() > REMEMBERED; i++) {
      jobs.remove(old.get(i).id());
    }
  }

  /** The job with this id, if it is remembered. */
  synchronized Optional<Job> find(String id) {
    return Optional.ofNullable(jobs.get(id));
  }

  /** All that are remembered, the latest first. */
  synchronized List<Job> all() {
    return new ArrayList<>(jobs.values()).reversed();
  }

  /** Starts none any more, and cancels those that run. */
  synchronized void stop() {
    closed = true;
    jobs.values().forEach(Job::cancel);
  }

  /** Stops, and waits for those that run, for so long at most. */
  void close(Duration most) {
    stop();
    Instant until = Instant.now().plus(most);
    try {
      for (Job job : all()) {
        Duration left = Duration.between(Instant.now(), until);
        job.await(left.isNegative() ? Duration.ZERO : left);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
