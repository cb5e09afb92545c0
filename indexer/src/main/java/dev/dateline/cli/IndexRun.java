package dev.dateline.cli;

import dev.dateline.index.ArticleWriter;
import dev.dateline.ingest.Ingest;
import dev.dateline.ingest.InputFile;
import dev.dateline.ingest.Sink;
import dev.dateline.ingest.reader.Outcome;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Reads files into an index by several threads. What was done is put on disk now and then: first
 * the articles, then what failed, then which files were read, so that whatever ends the run, what
 * was not put on disk is read again. Thread-safe.
 */
final class IndexRun implements Sink, Closeable {

  /** Between two commits, at least: short beside the patience of a person. */
  private static final long SHORTEST_INTERVAL = Duration.ofSeconds(10).toNanos();

  /** How many times longer than the last commit it is to the next one, at least. */
  private static final int COMMIT_RARITY = 20;

  private final ArticleWriter writer;
  private final Failures failures;
  private final Intake intake;
  private final Admission admission;
  private final FileLog log;
  private final @Nullable SourceKeeper keeper;
  private final Workers workers;
  private long handedOver;
  private long safe;
  private long lastCommit = System.nanoTime();
  private long interval = SHORTEST_INTERVAL;

  /**
   * @param keeper keeps what is in the files, or null
   */
  IndexRun(
      ArticleWriter writer,
      Failures failures,
      Admission admission,
      FileLog log,
      @Nullable SourceKeeper keeper) {
    this.writer = writer;
    this.failures = failures;
    this.admission = admission;
    this.log = log;
    this.keeper = keeper;
    this.workers = new Workers(admission::take);
    this.intake = new Intake(failures, this::handOver, log);
  }

  @Override
  public boolean wants(InputFile file) throws IOException {
    return intake.wants(file);
  }

  /** How streams are read. */
  Inputs.StreamReading streams() {
    return keeper == null ? Ingest::read : keeper;
  }

  @Override
  public synchronized void begin(InputFile file) throws IOException {
    boolean kept = keeper != null && keeper.keep(file);
    intake.begin(file);
    log.begin(file, kept);
  }

  @Override
  public synchronized void folder(Path folder) throws IOException {
    intake.folder(folder);
  }

  @Override
  public synchronized void accept(Path path, Outcome outcome) throws IOException {
    intake.accept(path, outcome);
  }

  @Override
  public synchronized void accept(Outcome outcome) throws IOException {
    if (System.nanoTime() - lastCommit >= interval) {
      commit();
    }
    if (log.next()) {
      intake.accept(outcome, article -> admission.add(Fate.TAKEN_BEFORE));
    } else {
      intake.accept(outcome);
    }
  }

  private void handOver(Incoming incoming) throws IOException {
    workers.take(incoming);
    handedOver++;
  }

  @Override
  public synchronized void end(InputFile file, boolean whole) throws IOException {
    intake.end(file, whole);
    log.end(whole);
  }

  @Override
  public void bytes(long count) {
    intake.bytes(count);
  }

  /**
   * Lets the run do nothing more that takes long, and returns when all that was read is on disk.
   * Called by another thread, as the program ends.
   */
  void stop() throws IOException {
    if (keeper != null) {
      keeper.stop();
    }
    commit();
  }

  /** Returns when all that was read is on disk. */
  synchronized void commit() throws IOException {
    long start = System.nanoTime();
    workers.drain();
    writer.commit();
    safe = handedOver;
    failures.save();
    log.commit();
    lastCommit = System.nanoTime();
    interval = Math.max(SHORTEST_INTERVAL, COMMIT_RARITY * (lastCommit - start));
  }

  /** How many of the articles that were read in this run are on disk, or need not be. */
  synchronized long safe() {
    return safe;
  }

  Intake intake() {
    return intake;
  }

  @Override
  public void close() {
    workers.close();
  }
}
