package dev.dateline.cli;

import dev.dateline.article.Article;
import dev.dateline.ingest.InputFile;
import dev.dateline.ingest.Sink;
import dev.dateline.ingest.reader.Outcome;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/** Takes what becomes of the input: hands on the articles, and keeps account of everything. */
final class Intake implements Sink {

  /** Where the articles go. */
  @FunctionalInterface
  interface Store {
    void take(Incoming incoming) throws IOException;
  }

  private final @Nullable Failures failures;
  private final Store store;
  private final @Nullable FileLog log;
  private final long start = System.nanoTime();

  private final FileIds ids = new FileIds();
  private @Nullable String path;
  private long articles;
  private long files;
  private final LongAdder bytes = new LongAdder();
  private final Tally skipped = new Tally();
  private final Tally passedOver = new Tally();
  private final Map<String, Reading.Format> formats = new TreeMap<>();

  /**
   * @param failures where to name what failed, or null if nothing is to be written
   * @param log which files need not be read, or null to read them all
   */
  Intake(@Nullable Failures failures, Store store, @Nullable FileLog log) {
    this.failures = failures;
    this.store = store;
    this.log = log;
  }

  @Override
  public boolean wants(InputFile file) throws IOException {
    return log == null || log.wants(file);
  }

  @Override
  public void begin(InputFile file) throws IOException {
    path = FileLog.path(file.path());
    ids.begin(false);
    if (failures != null) {
      failures.begin(path);
    }
  }

  @Override
  public void folder(Path folder) throws IOException {
    if (failures != null) {
      failures.begin(FileLog.path(folder));
    }
  }

  @Override
  public void accept(Path path, Outcome outcome) throws IOException {
    folder(path);
    this.path = FileLog.path(path);
    accept(outcome);
    this.path = null;
  }

  @Override
  public void end(InputFile file, boolean whole) {
    leave();
    files++;
  }

  /** What follows is of no file. */
  void leave() {
    path = null;
    ids.begin(true);
  }

  @Override
  public void bytes(long count) {
    bytes.add(count);
  }

  @Override
  public void accept(Outcome outcome) throws IOException {
    accept(outcome, store);
  }

  /** The same with another store. */
  void accept(Outcome outcome, Store store) throws IOException {
    switch (outcome) {
      case Outcome.Read read -> take(read.article(), store);
      case Outcome.Malformed failure -> skip(failure);
      case Outcome.PassedOver file -> passedOver.add(file.file(), file.reason());
    }
  }

  private void take(Article article, Store store) throws IOException {
    store.take(new Incoming(article, ids.again(article.id())));
    articles++;
    count(article.provenance().format(), 1, 0);
  }

  private void skip(Outcome.Malformed failure) throws IOException {
    if (failures != null) {
      failures.add(path, failure);
    }
    String place = failure.where().isEmpty() ? "" : ", " + failure.where();
    skipped.add(failure.file() + place, failure.reason());
    count(failure.format(), 0, 1);
  }

  private void count(@Nullable String format, long articles, long skipped) {
    formats.merge(
        Objects.requireNonNullElse(format, "unknown"),
        new Reading.Format(articles, skipped),
        Reading.Format::plus);
  }

  /** The first few that were skipped or passed over, by name, in lines. */
  List<String> named() {
    List<String> lines = new ArrayList<>();
    skipped.first().forEach(line -> lines.add("skipped " + line));
    passedOver.first().forEach(line -> lines.add("passed over " + line));
    return lines;
  }

  /** What follows was in a source that was kept, up to the next. */
  void beginKept(String name) {
    ids.begin(name.equals(Inputs.STREAM));
  }

  /** Ends the account. */
  Reading end() {
    double seconds = Math.max(1, System.nanoTime() - start) / 1e9;
    long read = articles + skipped.count();
    return new Reading(
        read,
        files,
        bytes.sum(),
        formats,
        skipped.count(),
        skipped.mostFrequentFirst(),
        passedOver.count(),
        passedOver.mostFrequentFirst(),
        failures == null || skipped.count() == 0 ? null : failures.file().toString(),
        Math.round(1000 * seconds) / 1000.0,
        Math.round(read / seconds));
  }
}
