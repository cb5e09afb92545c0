package dev.dateline.cli;

import dev.dateline.article.Article;
import dev.dateline.ingest.Sink;
import dev.dateline.ingest.reader.Outcome;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Takes what becomes of the input: hands on the articles, and keeps account of everything. */
final class Intake implements Sink {

  /** Where the articles go. */
  @FunctionalInterface
  interface Store {
    void take(Article article) throws IOException;
  }

  private final Failures failures;
  private final Store store;
  private final long start = System.nanoTime();

  private long articles;
  private final Tally skipped = new Tally();
  private final Tally passedOver = new Tally();

  Intake(Failures failures, Store store) {
    this.failures = failures;
    this.store = store;
  }

  @Override
  public void accept(Outcome outcome) throws IOException {
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
  Sink watchedBy(Progress progress) {
    return outcome -> {
      accept(outcome);
      progress.step();
    };
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
