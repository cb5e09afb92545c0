package dev.dateline.cli;

import dev.dateline.article.Article;
import dev.dateline.ingest.Ingest;
import dev.dateline.ingest.Outcome;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Takes what becomes of the input: hands on the articles, and keeps account of everything. */
final class Intake implements Ingest.Sink {

  /** Where the articles go. */
  @FunctionalInterface
  interface Store {
    void take(Article article) throws IOException;
  }

  private final Path index;
  private final Failures failures;
  private final Store store;
  private final long start = System.nanoTime();

  private long articles;
  private final Tally skipped = new Tally();
  private final Tally passedOver = new Tally();

  /**
   * @param index the folder of the index, whose own files are no input even where it lies in a
   *     folder that is read
   */
  Intake(Path index, Failures failures, Store store) {
    this.index = absolute(index);
    this.failures = failures;
    this.store = store;
  }

  @Override
  public void accept(Outcome outcome) throws IOException {
    if (isOfIndex(outcome)) {
      return;
    }
    switch (outcome) {
      case Outcome.Read read -> {
        store.take(read.article());
        articles++;
      }
      case Outcome.Malformed failure -> skip(failure);
      case Outcome.PassedOver file -> passedOver.add(file.file(), file.reason());
    }
  }

  private void skip(Outcome.Malformed failure) throws IOException {
    failures.add(failure);
    String place = failure.where().isEmpty() ? "" : ", " + failure.where();
    skipped.add(failure.file() + place, failure.reason());
  }

  /** The same, which shows how far it is. */
  Ingest.Sink watchedBy(Progress progress) {
    return outcome -> {
      accept(outcome);
      progress.step();
    };
  }

  private boolean isOfIndex(Outcome outcome) {
    String file =
        switch (outcome) {
          case Outcome.Read read -> read.article().provenance().file();
          case Outcome.Malformed failure -> failure.file();
          case Outcome.PassedOver passed -> passed.file();
        };
    return file != null && absolute(Path.of(file)).startsWith(index);
  }

  private static Path absolute(Path path) {
    return path.toAbsolutePath().normalize();
  }

  /** The first few that were skipped or passed over, by name, in lines. */
  List<String> named() {
    List<String> lines = new ArrayList<>();
    skipped.first().forEach(line -> lines.add("skipped " + line));
    passedOver.first().forEach(line -> lines.add("passed over " + line));
    return lines;
  }

  /** Ends the account. */
  Reading end() {
    long read = articles + skipped.count();
    double seconds = Math.max(1, System.nanoTime() - start) / 1e9;
    return new Reading(
        read,
        skipped.count(),
        skipped.mostFrequentFirst(),
        passedOver.count(),
        passedOver.mostFrequentFirst(),
        skipped.count() == 0 ? null : failures.file().toString(),
        Math.round(1000 * seconds) / 1000.0,
        Math.round(read / seconds));
  }
}
