package dev.dateline.benchmarks.load;

import dev.dateline.benchmarks.queries.FloorIndex;
import dev.dateline.benchmarks.queries.FloorQueries;
import dev.dateline.benchmarks.queries.GeneratedQuery;
import dev.dateline.benchmarks.queries.QueryClass;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.apache.lucene.search.Query;

/** Bare Lucene in this process, a thread a core: no server on Lucene answers sooner. */
final class FloorTarget implements Target {

  private record Question(QueryClass kind, Query query) {}

  private final FloorIndex floor;
  private final boolean counted;
  private final List<Question> questions;
  private final ExecutorService threads =
      Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors());

  /**
   * @param counted whether it counts all hits too
   */
  FloorTarget(FloorIndex floor, List<GeneratedQuery> queries, boolean counted) {
    this.floor = floor;
    this.counted = counted;
    this.questions =
        queries.stream().map(query -> new Question(query.kind(), FloorQueries.of(query))).toList();
  }

  @Override
  public String name() {
    return "floor";
  }

  @Override
  public CompletableFuture<Integer> send(int number) {
    Question question = questions.get(number % questions.size());
    return CompletableFuture.supplyAsync(
        () -> {
          try {
            if (counted) {
              floor.page(question.kind(), question.query());
            } else {
              floor.top(question.kind(), question.query());
            }
            return 200;
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        },
        threads);
  }

  @Override
  public void close() {
    threads.shutdownNow();
  }
}
