package dev.dateline.cli;

import dev.dateline.article.Article;
import dev.dateline.index.ArticleWriter;
import dev.dateline.ingest.InputFile;
import dev.dateline.ingest.Sink;
import dev.dateline.ingest.reader.Outcome;
import dev.dateline.lucene.Sources;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Reads files into an index by several threads. What was done is put on disk now and then: first
 * the articles, then what failed, then which files were read, so that whatever ends the run, what
 * was not put on disk is read again. Thread-safe.
 */
final class IndexRun implements Sink, Closeable {

  /** Between two commits: short beside the patience of a person, long beside a commit. */
  private static final long INTERVAL = Duration.ofSeconds(10).toNanos();

  private final ArticleWriter writer;
  private final Failures failures;
  private final Intake intake;
  private final Admission admission;
  private final FileLog log;
  private final @Nullable Sources keeping;
  private final Workers workers;
  private long handedOver;
  private long safe;
  private long lastCommit = System.nanoTime();

  /**
   * @param keeping where to keep what is in the files, or null
   */
  IndexRun(
      ArticleWriter writer,
      Failures failures,
      Admission admission,
      FileLog log,
      @Nullable Sources keeping) {
    this.writer = writer;
    this.failures = failures;
    this.admission = admission;
    this.log = log;
    this.keeping = keeping;
    this.workers = new Workers(admission::take);
    this.intake = new Intake(failures, this::handOver, log);
  }

  @Override
  public boolean wants(InputFile file) throws IOException {
    return intake.wants(file);
  }

  @Override
  public synchronized void begin(InputFile file) throws IOException {
    if (keeping != null) {
      keep(file.path(), keeping);
    }
    intake.begin(file);
    log.begin(file);
  }

  private static void keep(Path file, Sources keeping) throws IOException {
    InputStream opened;
    try {
      opened = Files.newInputStream(file);
    } catch (IOException unreadable) {
      // Who reads it tells why.
      return;
    }
    try (InputStream in = opened) {
      keeping.keep(file.toString(), in);
    }
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
    if (System.nanoTime() - lastCommit >= INTERVAL) {
      commit();
    }
    boolean takenBefore = log.next();
    if (takenBefore && outcome instanceof Outcome.Read read) {
      intake.take(read.article(), article -> admission.add(Fate.TAKEN_BEFORE));
    } else {
      intake.accept(outcome);
    }
  }

  private void handOver(Article article) throws IOException {
    workers.take(article);
    handedOver++;
  }

  @Override
  public synchronized void end(InputFile file) throws IOException {
    intake.end(file);
    log.end();
  }

  @Override
  public void bytes(long count) {
    intake.bytes(count);
  }

  /** Returns when all that was read is on disk. */
  synchronized void commit() throws IOException {
    workers.drain();
    writer.commit();
    safe = handedOver;
    failures.save();
    log.commit();
    lastCommit = System.nanoTime();
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
