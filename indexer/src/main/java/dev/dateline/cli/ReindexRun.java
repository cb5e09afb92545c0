package dev.dateline.cli;

import dev.dateline.ingest.InputFile;
import dev.dateline.ingest.Sink;
import dev.dateline.ingest.reader.Outcome;
import java.io.Closeable;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Reads files into an index that is built anew, by several threads. */
final class ReindexRun implements Sink, Closeable {

  private final Intake intake;
  private final Workers workers;
  private final @Nullable FileLog log;
  private long unchangedFiles;

  /**
   * @param failures where to name what failed, or null if nothing is to be written
   * @param log which files need not be read, or null to read them all
   */
  ReindexRun(@Nullable Failures failures, Admission admission, @Nullable FileLog log) {
    this.workers = new Workers(admission::take);
    this.intake = new Intake(failures, workers::take);
    this.log = log;
  }

  @Override
  public boolean wants(InputFile file) throws IOException {
    boolean unchanged = log != null && log.isUnchanged(file);
    unchangedFiles += unchanged ? 1 : 0;
    return !unchanged;
  }

  @Override
  public void begin(InputFile file) throws IOException {
    intake.begin(file);
  }

  @Override
  public void accept(Outcome outcome) throws IOException {
    intake.accept(outcome);
  }

  @Override
  public void end(InputFile file) {
    intake.end(file);
  }

  @Override
  public void bytes(long count) {
    intake.bytes(count);
  }

  /** Returns when all that was read is in the new index. */
  void drain() throws IOException {
    workers.drain();
  }

  long unchangedFiles() {
    return unchangedFiles;
  }

  Intake intake() {
    return intake;
  }

  @Override
  public void close() {
    workers.close();
  }
}
